import type { Lookup } from "../events/lookup.ts";
import type { ReviewJob } from "../review/review-job.ts";

/** Where a task is done, as a log says it. */
export function placeOf(
  task: ReviewJob | Lookup,
): Readonly<{ installation: number; repository?: string; pull_request?: number }> {
  return {
    installation: task.installation,
    ...("repo" in task && { repository: `${task.owner}/${task.repo}` }),
    ...("number" in task && { pull_request: task.number }),
  };
}
