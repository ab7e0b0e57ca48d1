import { reviewChange } from "../change/review-change.ts";
import { answerCommand } from "./answer-command.ts";
import type { ChildAnswer, ChildTask } from "./evaluate-in-child.ts";
import { sayError } from "./log.ts";

/** The program of the evaluator's own process: one input in, one review or answer out. */
process.once("message", (input) => {
  // The parent is our own program of the same build; the advanced serialization keeps bytes as bytes.
  answer(evaluate(input as ChildTask));
});

function evaluate({ question, ...input }: ChildTask): ChildAnswer {
  try {
    if (question !== undefined) return { ok: true, text: answerCommand(input, question) };
    return { ok: true, ...reviewChange(input) };
  } catch (error) {
    // Of the message only what may be logged: it may quote the file it stumbled over.
    return { ok: false, error: sayError(error) };
  }
}

function answer(message: ChildAnswer): void {
  process.send?.(message, () => process.disconnect());
}
