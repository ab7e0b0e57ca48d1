import type { RecordedApproval } from "../../model/review.ts";
import type { Memberships } from "../api/memberships.ts";

/** For which groups people approve: those that name them or a team they belong to at this moment. */
export async function recordApprovals(
  { belongs }: Pick<Memberships, "belongs">,
  reviewers: Readonly<Record<string, readonly string[]>>,
  approving: readonly string[],
): Promise<readonly RecordedApproval[]> {
  const approvals: RecordedApproval[] = [];
  for (const user of approving) {
    for (const group of Object.keys(reviewers).sort()) {
      for (const entry of reviewers[group] ?? []) {
        if (!(await belongs(user, entry))) continue;
        approvals.push({ group, user });
        break;
      }
    }
  }
  return approvals;
}
