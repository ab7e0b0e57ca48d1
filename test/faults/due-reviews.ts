import type { Standin } from "../../src/standin/standin.ts";
import type { Repository } from "../../src/standin/world.ts";
import type { Oracle } from "./oracle.ts";
import { newestCheck, placesOf, repositoryOf, situationsOf } from "./situation.ts";

/** Reviews that are due: of open pull requests and merge groups whose head has no check with the verdict it must have. */
export interface DueReviews {
  /** Looks at a repository again; called after everything people do. */
  look(repository: string): void;
  /** What is due now, in a sentence each. */
  open(): readonly string[];
  /** Milliseconds it took to give those that were given. */
  readonly times: readonly number[];
}

/** Follows what is due and for how long. A review that became due and was overtaken by another change is that one. */
export function followDueReviews(
  github: Standin,
  oracle: Oracle,
  repositories: () => readonly string[],
): DueReviews {
  const due = new Map<
    string,
    { readonly since: number; readonly situation: string; readonly says: string }
  >();
  const times: number[] = [];

  function look(name: string): void {
    const repository = repositoryOf(github.world, name);
    const situations = situationsOf(repository);
    const places = new Map(placesOf(repository).map((place) => [`${name}${place.name}`, place]));
    for (const key of due.keys()) if (key.startsWith(`${name}#`) && !places.has(key)) due.delete(key);
    for (const [key, { sha }] of places) {
      const before = due.get(key);
      const situation = situations.get(sha) ?? [];
      const says = objection(repository, sha, oracle(repository, situation));
      const now = performance.now();
      const text = JSON.stringify(situation);
      if (says === undefined) {
        if (before?.situation === text) times.push(now - before.since);
        due.delete(key);
      } else {
        const since = before?.situation === text ? before.since : now;
        due.set(key, { since, situation: text, says: `${key}: ${says}` });
      }
    }
  }

  github.watch((event) => {
    if (event.kind === "check-run" && event.checkRun.status === "completed") look(event.repository.fullName);
  });
  return {
    look,
    times,
    open() {
      repositories().forEach(look);
      return [...due.values()].map(({ says }) => says);
    },
  };
}

/** What is wrong with the check on a commit; nothing where it says what it must. */
function objection(repository: Repository, sha: string, right: string): string | undefined {
  const newest = newestCheck(repository, sha);
  if (newest === undefined) return `no check, and \`${right}\` is due`;
  if (newest.status !== "completed") return `the check is ${newest.status}, and \`${right}\` is due`;
  return newest.conclusion === right
    ? undefined
    : `\`${newest.conclusion}\` (${newest.title}: ${newest.summary?.split("\n")[0]}), and \`${right}\` is due`;
}
