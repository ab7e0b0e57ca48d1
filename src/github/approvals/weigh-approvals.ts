import { COORDINATOR_GROUP } from "../../facts/approver-groups.ts";
import type { FileChange, RecordedApproval } from "../../model/review.ts";
import { at } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { noneWhereUnknown } from "../api/github-error.ts";
import type { Memberships } from "../api/memberships.ts";
import type { Contributors } from "../api/read-contributors.ts";
import { CONFIGURATION_FILE } from "../review/select-files.ts";
import { recordApprovals } from "./record-approvals.ts";

/** What approving reviews come to: for which groups they count, and why some do not. */
export interface Consent {
  readonly approvals: readonly RecordedApproval[];
  /** People whose approval does not count since the commits are theirs as well. */
  readonly contributing: readonly string[];
  /** Commits by nobody GitHub knows: while there are any, nobody's approval counts. */
  readonly unlinked: readonly string[];
  /** More commits than can be looked at: nobody's approval counts. */
  readonly tooMany: boolean;
  /** Administrators of the repository may approve in place of `governance`, which has nobody. */
  readonly administrators: boolean;
}

/**
 * Weighs the approving reviews on a head. Whoever wrote, committed or pushed any commit of the pull request approves
 * nothing of it; where GitHub cannot say who that was, nobody does.
 */
export async function weighApprovals(
  client: Client,
  repository: RepositoryName,
  {
    memberships,
    reviewers,
    changes,
    approving,
    contributors,
  }: {
    readonly memberships: Memberships;
    readonly reviewers: Readonly<Record<string, readonly string[]>>;
    readonly changes: readonly FileChange[];
    readonly approving: readonly string[];
    readonly contributors: Contributors;
  },
): Promise<Consent> {
  const { unlinked, more } = contributors;
  const outside = withoutPart({ approving, contributors });
  const administrators = changesWhoGoverns(changes) && (reviewers[COORDINATOR_GROUP] ?? []).length === 0;
  const approvals = await recordApprovals(memberships, reviewers, outside);
  return {
    approvals: administrators
      ? [...approvals, ...(await administratorsAmong(client, repository, outside))]
      : approvals,
    contributing: approving.filter((user) => isContributor(user, contributors)),
    unlinked: approving.length > 0 ? unlinked : [],
    tooMany: approving.length > 0 && more,
    administrators,
  };
}

/** Those of the people who approve that had no part in the commits; nobody where that is not clear. */
export function withoutPart({
  approving,
  contributors,
}: {
  readonly approving: readonly string[];
  readonly contributors: Contributors;
}): readonly string[] {
  if (contributors.unlinked.length > 0 || contributors.more) return [];
  return approving.filter((user) => !isContributor(user, contributors));
}

function isContributor(user: string, { known }: Contributors): boolean {
  return known.has(user.toLowerCase());
}

/**
 * A configuration that is broken, or names nobody for `governance`, could be mended by nobody but by someone who goes past
 * the branch rules. Administrators are who may do that; so their consent counts, for that file and no other.
 */
function changesWhoGoverns(changes: readonly FileChange[]): boolean {
  return changes.length > 0 && changes.every(({ file }) => file === CONFIGURATION_FILE);
}

async function administratorsAmong(
  client: Client,
  { owner, repo }: RepositoryName,
  users: readonly string[],
): Promise<readonly RecordedApproval[]> {
  const approvals: RecordedApproval[] = [];
  for (const user of users) {
    const route = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
    const answer = await client.rest(route, { owner, repo, username: user }).catch(noneWhereUnknown);
    if (at(answer, "permission") === "admin") approvals.push({ group: COORDINATOR_GROUP, user });
  }
  return approvals;
}
