import { accountOf } from "./accounts.ts";
import { emitInRepository } from "./emit.ts";
import { presentPullSummary } from "./present-pull.ts";
import { presentReview } from "./present-review.ts";
import { findPull, type PullRef } from "./pulls.ts";
import type { PullRequest, Review, ReviewState, World } from "./world.ts";

export interface NewReview {
  readonly user: string;
  readonly state: "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED";
  /** The head commit if left out. */
  readonly commit?: string;
  readonly body?: string;
}

/** A person's review. Gives its id. */
export function submitReview(world: World, ref: PullRef, options: NewReview): number {
  const pull = findPull(world, ref);
  const review = addReview(world, pull, {
    user: accountOf(world, options.user),
    commit: options.commit ?? pull.head.sha,
    body: options.body ?? "",
    state: options.state,
  });
  return review.id;
}

/** Records a review and, unless it is pending, says so. */
export function addReview(
  world: World,
  pull: PullRequest,
  given: Pick<Review, "user" | "commit" | "body" | "state">,
): Review {
  const review: Review = { ...given, id: world.nextId(), submittedAt: world.now() };
  pull.reviews.push(review);
  if (review.state !== "PENDING") emitReview(world, pull, review, "submitted");
  return review;
}

/** Dismisses a review: it counts no more. */
export function dismissReview(world: World, ref: PullRef, id: number): void {
  const pull = findPull(world, ref);
  const review = pull.reviews.find((other) => other.id === id);
  if (review === undefined) throw new Error(`pull request ${pull.number} has no review ${id}`);
  changeReview(world, pull, review, "DISMISSED");
}

/** Sets a review's state and tells the app. */
export function changeReview(world: World, pull: PullRequest, review: Review, state: ReviewState): void {
  review.state = state;
  emitReview(world, pull, review, state === "DISMISSED" ? "dismissed" : "submitted");
}

function emitReview(world: World, pull: PullRequest, review: Review, action: string): void {
  emitInRepository(world, pull.repository, "pull_request_review", review.user, {
    action,
    review: presentReview(world, pull, review, "webhook"),
    pull_request: presentPullSummary(world, pull),
  });
}
