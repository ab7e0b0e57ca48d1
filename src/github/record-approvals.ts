import type { RecordedApproval } from "../model/review.ts";
import { at } from "./answer.ts";
import type { Client } from "./client.ts";
import { GithubError } from "./github-error.ts";

/**
 * For which groups people approve. Membership of a team is read from GitHub now, at decision time; what
 * GitHub does not clearly confirm is no membership.
 */
export async function recordApprovals(
  client: Client,
  reviewers: Readonly<Record<string, readonly string[]>>,
  approving: readonly string[],
): Promise<readonly RecordedApproval[]> {
  const asked = new Map<string, Promise<boolean>>();
  const belongs = (user: string, entry: string): Promise<boolean> => {
    const key = `${user} ${entry}`.toLowerCase();
    const answer = asked.get(key) ?? isMember(client, user, entry);
    asked.set(key, answer);
    return answer;
  };
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

async function isMember(client: Client, user: string, entry: string): Promise<boolean> {
  const [name = "", team] = entry.replace(/^@/, "").split("/");
  if (team === undefined) return name.toLowerCase() === user.toLowerCase();
  try {
    const answer = await client.rest("GET /orgs/{org}/teams/{team_slug}/memberships/{username}", {
      org: name,
      team_slug: team,
      username: user,
    });
    return at(answer, "state") === "active";
  } catch (error) {
    if (error instanceof GithubError && (error.kind === "missing" || error.kind === "refused")) return false;
    throw error;
  }
}
