import { setTimeout as sleep } from "node:timers/promises";
import type { Standin } from "../../src/standin/standin.ts";
import type { PullRequest } from "../../src/standin/world.ts";
import { type DueReviews, newestCheck } from "./due-reviews.ts";
import type { Objections } from "./monitor.ts";
import { repositoryOf } from "./situation.ts";
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
  const asked = new Map<string, { readonly pull: PullRequest; readonly before: number }>();
  for (const pull of openPulls(github, rest.repositories)) {
    const check = newestCheck(pull);
    if (check === undefined || asked.has(check.headSha)) continue;
    asked.set(check.headSha, { pull, before: check.id });
    github.requestRerun(check);
  }
  const isUnheard = ({ pull, before }: { readonly pull: PullRequest; readonly before: number }) =>
    (newestCheck(pull)?.id ?? 0) <= before;
  const left = await wait(rest, () => [
    ...[...asked.values()].filter(isUnheard).map(({ pull }) => `#${pull.number}: no check after a re-run`),
    ...due.open(),
  ]);
  count(left, tally);
  tally.times.push(...due.times);
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
  return one.includes("(Could not be evaluated)");
}

const DOUBLED = "summary comments";

/** What is wrong with the summary comment of a pull request: two of them, or one about another head. */
function amissIn({ repository, number, head, comments }: PullRequest): readonly string[] {
  const own = comments.filter(
    ({ user, body }) => user.type === "Bot" && body.startsWith("<!-- bylaw:summary -->"),
  );
  const place = `${repository.fullName}#${number}`;
  const about = /^<!-- bylaw:state v1 \w+ head=(\w+)/m.exec(own[0]?.body ?? "")?.[1];
  return [
    ...(own.length > 1 ? [`${place}: ${own.length} ${DOUBLED}`] : []),
    ...(about !== undefined && about !== head.sha
      ? [`${place}: the comment is about ${about}, not ${head.sha}`]
      : []),
  ];
}

function openPulls(github: Standin, repositories: readonly string[]): readonly PullRequest[] {
  return repositories.flatMap((name) =>
    [...repositoryOf(github.world, name).pulls.values()].filter(({ state }) => state === "open"),
  );
}
