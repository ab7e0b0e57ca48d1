import { setTimeout as sleep } from "node:timers/promises";
import type { Standin } from "../../src/standin/standin.ts";
import type { PullRequest, Repository } from "../../src/standin/world.ts";
import type { DueReviews } from "./due-reviews.ts";
import type { Objections } from "./monitor.ts";
import { newestCheck, type Place, placesOf, repositoryOf } from "./situation.ts";
import type { Tally } from "./tally.ts";

interface Rest {
  readonly due: DueReviews;
  readonly repositories: readonly string[];
  readonly patience: number;
  readonly tally: Tally;
}

const LOOK_MILLISECONDS = 25;

/** Waits until every review that is due was given, and counts for each pull request what is not as it must be. */
export async function atRest(
  github: Standin,
  rest: Rest & { readonly objections: Objections },
): Promise<void> {
  const { due, objections, tally } = rest;
  const from = performance.now();
  const left = await wait(rest, () => [
    ...due.open().filter((one) => !isCutShort(one)),
    ...openPulls(github, rest.repositories).flatMap(amissIn),
  ]);
  tally.converged = performance.now() - from;
  count(left, tally);
  tally.wrong.push(...objections.unread);
  tally.falsePasses.push(...objections.falsePasses);
}

/**
 * Presses every check's own button, which must give each pull request a check anew: also those of a fork, and those
 * whose tree GitHub once cut short, which nothing but a commit or this button changes.
 */
export async function rerunAll(github: Standin, rest: Rest): Promise<void> {
  const { due, tally } = rest;
  const asked = new Map<string, Asked>();
  for (const name of rest.repositories) {
    const repository = repositoryOf(github.world, name);
    for (const place of placesOf(repository)) {
      const check = newestCheck(repository, place.sha);
      if (check === undefined || asked.has(check.headSha)) continue;
      asked.set(check.headSha, { repository, place, before: check.id });
      github.requestRerun(check);
    }
  }
  const isUnheard = ({ repository, place, before }: Asked) =>
    (newestCheck(repository, place.sha)?.id ?? 0) <= before;
  const left = await wait(rest, () => [
    ...[...asked.values()].filter(isUnheard).map(({ place }) => `${place.name}: no check after a re-run`),
    ...due.open(),
  ]);
  count(left, tally);
  tally.times.push(...due.times);
}

interface Asked {
  readonly repository: Repository;
  readonly place: Place;
  /** The check whose button was pressed. */
  readonly before: number;
}

async function wait({ patience }: Rest, read: () => readonly string[]): Promise<readonly string[]> {
  const until = performance.now() + patience;
  let left = read();
  while (left.length > 0 && performance.now() < until) {
    await sleep(LOOK_MILLISECONDS);
    left = read();
  }
  return left;
}

function count(left: readonly string[], { lost, wrong, duplicates }: Tally): void {
  for (const one of left)
    (one.endsWith(DOUBLED) ? duplicates : / no check | the check is /.test(one) ? lost : wrong).push(one);
}

/** A tree that GitHub cut short is never judged, and by design the check says so until somebody asks again. */
function isCutShort(one: string): boolean {
  return one.includes("(Could not be evaluated: **Could not be evaluated:** GitHub lists the files");
}

const DOUBLED = "summary comments";

/** What is wrong with the summary comment of a pull request: two of them, or one about another head or with another verdict. */
function amissIn(pull: PullRequest): readonly string[] {
  const { repository, number, head, comments } = pull;
  const own = comments.filter(
    ({ user, body }) => user.type === "Bot" && body.startsWith("<!-- bylaw:summary -->"),
  );
  const place = `${repository.fullName}#${number}`;
  const about = /^<!-- bylaw:state v1 \w+ head=(\w+)/m.exec(own[0]?.body ?? "")?.[1];
  const isRefused = newestCheck(repository, head.sha)?.title === "Could not be evaluated";
  const saysRefused = own[0]?.body.includes("**Bylaw: could not be evaluated.**");
  return [
    ...(own.length > 1 ? [`${place}: ${own.length} ${DOUBLED}`] : []),
    ...(about !== undefined && about !== head.sha
      ? [`${place}: the comment is about ${about}, not ${head.sha}`]
      : []),
    ...(saysRefused === undefined || saysRefused === isRefused
      ? []
      : [`${place}: the comment says ${saysRefused ? "no" : "a"} verdict, and the check another`]),
  ];
}

function openPulls(github: Standin, repositories: readonly string[]): readonly PullRequest[] {
  return repositories.flatMap((name) =>
    [...repositoryOf(github.world, name).pulls.values()].filter(({ state }) => state === "open"),
  );
}
