import { type Html, html } from "./html.ts";
import { isoTime } from "./iso-time.ts";
import { renderMarkdown } from "./markdown.ts";
import type { Account, PullRequest, Review } from "./world.ts";

const REVIEWS: Readonly<Record<string, string>> = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "asked for changes",
  COMMENTED: "reviewed",
  DISMISSED: "reviewed, and was dismissed",
};

/** What people and the app said, oldest first. Pending reviews are seen by their author only. */
export function renderConversation(pull: PullRequest): Html {
  const said = [
    ...pull.comments.map((comment) => ({
      at: comment.createdAt,
      shown: renderBox(
        comment.user,
        "commented",
        comment.createdAt,
        comment.body,
        `issuecomment-${comment.id}`,
      ),
    })),
    ...pull.reviews
      .filter((review) => review.state !== "PENDING")
      .map((review) => ({ at: review.submittedAt, shown: renderReview(review) })),
  ].sort((a, b) => a.at - b.at);
  const opening = renderBox(pull.author, "opened this", pull.createdAt, pull.body ?? "", "opening");
  return html`<section aria-labelledby="conversation"><h2 id="conversation">Conversation</h2>
${opening}${said.map(({ shown }) => shown)}</section>`;
}

function renderReview(review: Review): Html {
  const did = `${REVIEWS[review.state] ?? "reviewed"} ${review.commit.slice(0, 12)}`;
  return renderBox(review.user, did, review.submittedAt, review.body, `pullrequestreview-${review.id}`);
}

function renderBox(user: Account, did: string, at: number, body: string, id: string): Html {
  const time = isoTime(at);
  return html`<article class="box" id="${id}">
<h3><strong><bdi>${user.login}</bdi></strong> ${did} <time class="dim" datetime="${time}">${time.slice(0, 10)}</time></h3>
${body === "" ? html`<p class="text dim">Nothing written.</p>` : html`<section class="text">${renderMarkdown(body)}</section>`}
</article>`;
}
