import { appBot } from "./accounts.ts";
import { type ApiRequest, notFound, type Reply, type Route } from "./api.ts";
import { objectsField, requiredText, textField } from "./body-fields.ts";
import { paginate } from "./paginate.ts";
import { presentReview, presentReviewComment } from "./present-review.ts";
import { type Anchor, checkLength, readAnchor, readReviewCommit, unresolved } from "./review-input.ts";
import { addReview, changeReview } from "./reviews.ts";
import { repositoryRoute } from "./route.ts";
import { pullNamed } from "./routes-pulls.ts";
import type { PullRequest, Repository, Review, ReviewComment, ReviewState, World } from "./world.ts";

const READ = [["pull_requests", "read"]] as const;
const WRITE = [["pull_requests", "write"]] as const;
const STATES: Readonly<Record<string, ReviewState>> = {
  APPROVE: "APPROVED",
  REQUEST_CHANGES: "CHANGES_REQUESTED",
  COMMENT: "COMMENTED",
};

/** Reviews, and comments on lines of the diff. */
export const REVIEW_ROUTES: readonly Route[] = [
  repositoryRoute("GET", "/pulls/{pull_number}/reviews", READ, (request, repository) => {
    const pull = pullNamed(request, repository);
    return paginate(request, pull.reviews, (review) => presentReview(request.world, pull, review, "rest"));
  }),
  repositoryRoute("POST", "/pulls/{pull_number}/reviews", WRITE, createReview),
  repositoryRoute("GET", "/pulls/{pull_number}/reviews/{review_id}", READ, (request, repository) => {
    const pull = pullNamed(request, repository);
    return { status: 200, body: presentReview(request.world, pull, reviewNamed(request, pull), "rest") };
  }),
  repositoryRoute("PUT", "/pulls/{pull_number}/reviews/{review_id}", WRITE, (request, repository) => {
    const pull = pullNamed(request, repository);
    const review = reviewNamed(request, pull);
    review.body = requiredText(request.body, "body");
    return { status: 200, body: presentReview(request.world, pull, review, "rest") };
  }),
  repositoryRoute(
    "PUT",
    "/pulls/{pull_number}/reviews/{review_id}/dismissals",
    WRITE,
    (request, repository) => {
      const pull = pullNamed(request, repository);
      const review = reviewNamed(request, pull);
      requiredText(request.body, "message");
      changeReview(request.world, pull, review, "DISMISSED");
      return { status: 200, body: presentReview(request.world, pull, review, "rest") };
    },
  ),
  repositoryRoute("GET", "/pulls/{pull_number}/reviews/{review_id}/comments", READ, (request, repository) => {
    const pull = pullNamed(request, repository);
    const review = reviewNamed(request, pull);
    const comments = pull.reviewComments.filter((comment) => comment.review === review.id);
    return paginate(request, comments, (comment) => presentReviewComment(request.world, pull, comment));
  }),
  repositoryRoute("GET", "/pulls/{pull_number}/comments", READ, (request, repository) => {
    const pull = pullNamed(request, repository);
    return paginate(request, pull.reviewComments, (comment) =>
      presentReviewComment(request.world, pull, comment),
    );
  }),
  repositoryRoute("GET", "/pulls/comments/{comment_id}", READ, (request, repository) => {
    const [pull, comment] = commentNamed(request, repository);
    return { status: 200, body: presentReviewComment(request.world, pull, comment) };
  }),
  repositoryRoute("PATCH", "/pulls/comments/{comment_id}", WRITE, (request, repository) => {
    const [pull, comment] = commentNamed(request, repository);
    const body = requiredText(request.body, "body");
    checkLength("PullRequestReviewComment", body);
    comment.body = body;
    comment.updatedAt = request.world.now();
    return { status: 200, body: presentReviewComment(request.world, pull, comment) };
  }),
  repositoryRoute("DELETE", "/pulls/comments/{comment_id}", WRITE, (request, repository) => {
    const [pull, comment] = commentNamed(request, repository);
    pull.reviewComments.splice(pull.reviewComments.indexOf(comment), 1);
    return { status: 204 };
  }),
];

/** All comments are placed before anything is written: one bad line refuses the whole review. */
function createReview(request: ApiRequest, repository: Repository): Reply {
  const { world, body } = request;
  const pull = pullNamed(request, repository);
  const event = textField(body, "event");
  const state = event === undefined ? "PENDING" : STATES[event];
  if (state === undefined)
    throw unresolved(`Variable $event of type PullRequestReviewEvent was provided invalid value`);
  const commit = readReviewCommit(request, pull);
  const anchors = objectsField(body, "comments", Number.POSITIVE_INFINITY).map((input) =>
    readAnchor(request, pull, commit, input),
  );
  const text = textField(body, "body") ?? "";
  if (text !== "") checkLength("PullRequestReview", text);
  if (text === "" && anchors.length === 0 && state !== "APPROVED" && state !== "PENDING") {
    throw unresolved("Body is required");
  }
  const review = addReview(world, pull, { user: appBot(world), commit, body: text, state });
  for (const anchor of anchors) addReviewComment(world, pull, review, anchor);
  return { status: 200, body: presentReview(world, pull, review, "rest") };
}

function addReviewComment(world: World, pull: PullRequest, review: Review, anchor: Anchor): void {
  const now = world.now();
  const more = { createdAt: now, updatedAt: now, inReplyTo: undefined, reactions: [] };
  pull.reviewComments.push({ ...anchor, ...more, id: world.nextId(), review: review.id, user: review.user });
}

function reviewNamed({ params }: ApiRequest, pull: PullRequest): Review {
  const review = pull.reviews.find((other) => `${other.id}` === params.review_id);
  if (review === undefined) throw notFound();
  return review;
}

function commentNamed({ params }: ApiRequest, repository: Repository): [PullRequest, ReviewComment] {
  for (const pull of repository.pulls.values()) {
    const comment = pull.reviewComments.find((other) => `${other.id}` === params.comment_id);
    if (comment !== undefined) return [pull, comment];
  }
  throw notFound();
}
