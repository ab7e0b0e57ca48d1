import type { LivePullRequest } from "../api/read-pull-request.ts";
import type { HeadChange } from "./head.ts";

/** A pull request as the changes it is judged as, the branch it goes into first. */
export function toChanges({ standing, recent, contributors }: LivePullRequest): readonly HeadChange[] {
  const { number, head, judgedBy, approving } = standing;
  return judgedBy.map(({ branch, sha, tree }) => ({
    number,
    branch,
    head,
    base: { sha, tree },
    recent,
    approving,
    contributors,
    listed: branch === standing.base.branch,
  }));
}
