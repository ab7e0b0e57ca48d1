import { at, shaAt } from "../api/answer.ts";
import type { Client } from "../api/client.ts";
import { editComment } from "../api/edit-comment.ts";
import type { LivePullRequest, PullRequestState } from "../api/read-pull-request.ts";
import { findSummaryComments, writeSummaryComment } from "../publish/summary-comment.ts";
import { writeRemarks } from "../publish/write-remarks.ts";
import type { AppContext } from "../server/app-context.ts";
import type { Judged } from "./conclude.ts";
import type { Head } from "./head.ts";
import type { ReviewJob } from "./review-job.ts";
import { toChanges } from "./to-changes.ts";

/** The head of pull requests: of `job`'s, and of all others of `live` that share it. */
export function toHead(
  context: AppContext,
  client: Client,
  { installation, owner, repo, number }: ReviewJob,
  { head, checks }: PullRequestState,
  live: ReadonlyMap<number, LivePullRequest>,
): Head {
  const { reviewer, identity } = context;
  const [first, ...rest] = [...live.values()].flatMap(toChanges);
  if (first === undefined) throw new Error("a head belongs to a pull request");
  return {
    installation,
    owner,
    repo,
    sha: head,
    checks,
    changes: [first, ...rest],
    async isCurrent() {
      const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
      const answer = await client.rest(route, { owner, repo, pull_number: number });
      return shaAt(answer, "head", "sha") === head && at(answer, "state") === "open";
    },
    async publish(judged) {
      // The comment speaks of the branch the pull request goes into.
      if (judged.change.branch !== live.get(judged.change.number)?.standing.base.branch) return;
      const pull = { owner, repo, number: judged.change.number, slug: identity.slug };
      if (judged.remarks) await writeRemarks(client, context, { ...pull, head }, judged.remarks);
      const comments = live.get(judged.change.number)?.comments ?? [];
      const existing = findSummaryComments(comments, identity.slug);
      const body = reviewer.renderComment(judged.review, {
        repository: `${owner}/${repo}`,
        base: judged.change.base.sha,
        head,
        previous: existing[0]?.body,
        policies: judged.policies,
      });
      await writeSummaryComment(client, pull, { existing, body, worthSaying: isWorthSaying(judged) });
    },
    async refuse({ lasting }) {
      for (const { comments, configuration } of live.values()) {
        const [said] = findSummaryComments(comments, identity.slug);
        if (said === undefined) continue;
        const { language } = reviewer.readConfiguration(configuration);
        const body = reviewer.renderRefusal({ head, language, lasting, previous: said.body });
        if (body !== said.body)
          await editComment(client, { owner, repo }, { kind: "issues", id: said.id }, body);
      }
    },
  };
}

/** A first comment needs a finding, a change of policies, or something else a person has to act on. */
function isWorthSaying({ review, policies }: Judged): boolean {
  const { findings } = review.reports[review.language];
  return (
    policies !== undefined ||
    review.reason === "not-evaluated" ||
    review.problems.length > 0 ||
    review.governed.some((change) => !change.approved) ||
    findings.some((finding) => finding.state === "open")
  );
}
