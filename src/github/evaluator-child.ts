import { reviewChange } from "../change/review-change.ts";
import type { ReviewInput } from "../model/review.ts";
import type { ChildAnswer } from "./evaluate-in-child.ts";

/** The program of the evaluator's own process: one input in, one review out. */
process.once("message", (input) => {
  // The parent is our own program of the same build; the advanced serialization keeps bytes as bytes.
  answer(evaluate(input as ReviewInput));
});

function evaluate(input: ReviewInput): ChildAnswer {
  try {
    return { ok: true, ...reviewChange(input) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}

function answer(message: ChildAnswer): void {
  process.send?.(message, () => process.disconnect());
}
