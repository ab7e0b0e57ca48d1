import type { Standin } from "../../src/standin/standin.ts";
import type { CheckRun, PullRequest } from "../../src/standin/world.ts";
import type { Oracle } from "./oracle.ts";
import { repositoryOf, type Situation, situationsOf } from "./situation.ts";

/** Reviews that are due: of open pull requests whose head has no check with the verdict it must have. */
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
    for (const pull of repository.pulls.values()) {
      const key = `${name}#${pull.number}`;
      const before = due.get(key);
      const situation = situations.get(pull.head.sha);
      if (situation === undefined || pull.state !== "open") {
        due.delete(key);
        continue;
      }
      const says = objection(pull, situation, oracle);
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

/** What is wrong with the check on a pull request's head; nothing where it says what it must. */
function objection(pull: PullRequest, situation: Situation, oracle: Oracle): string | undefined {
  const newest = newestCheck(pull);
  const right = oracle(pull.repository, situation);
  if (newest === undefined) return `no check, and \`${right}\` is due`;
  if (newest.status !== "completed") return `the check is ${newest.status}, and \`${right}\` is due`;
  return newest.conclusion === right
    ? undefined
    : `\`${newest.conclusion}\` (${newest.title}), and \`${right}\` is due`;
}

/** The newest check of the app on a pull request's head. */
export function newestCheck({ repository, head }: PullRequest): CheckRun | undefined {
  return repository.checkRuns.findLast((run) => run.headSha === head.sha && run.name === "bylaw");
}
