import { GithubError } from "../api/github-error.ts";
import type { RunTask } from "./queue.ts";
import { delayAfter } from "./queue-pace.ts";

/**
 * Runs tasks, but none of an installation that GitHub asked to wait: the first to be told so keeps the others from
 * asking again, and they wait as long, each for itself. The last attempt of a task is made all the same.
 */
export function withHolds<T extends { readonly installation: number }>(
  run: RunTask<T>,
  delay: ((attempt: number, asked: number) => number) | undefined,
): RunTask<T> {
  const until = new Map<number, number>();
  return async (task, attempt) => {
    const left = (until.get(task.installation) ?? 0) - performance.now();
    if (left <= 0) until.delete(task.installation);
    else if (!attempt.last) throw held(left);
    try {
      await run(task, attempt);
    } catch (error) {
      if (error instanceof GithubError && error.kind === "rate-limited")
        until.set(task.installation, performance.now() + delayAfter(error, 1, delay));
      throw error;
    }
  };
}

function held(milliseconds: number): GithubError {
  const retryAfter = Math.ceil(milliseconds / 1_000);
  return new GithubError(`GitHub asked this installation to wait, for ${retryAfter} more seconds`, {
    kind: "rate-limited",
    retryAfter,
  });
}
