import { askChangeReview, type ChangeReview } from "../../change/review-change.ts";
import { type Asking, askedValues, NOTHING_ASKED } from "../../engine/kept/asking.ts";
import type { ReviewInput } from "../../model/review.ts";
import { digestOf } from "../../workspace/kept/digest-of.ts";
import { answerCommand } from "../events/answer-command.ts";
import { sayError } from "../settings/log.ts";
import type { ChildAnswer, ChildGift, ChildTask, ChildWish } from "./evaluate-in-child.ts";
import type { KeptResult } from "./kept-results.ts";

/** What `scripts/build.js` writes here: a digest of everything it built. Unbuilt there is none. */
declare const BYLAW_BUILD: string | undefined;
const BUILD = typeof BYLAW_BUILD === "undefined" ? undefined : BYLAW_BUILD;

/** The program of the evaluator's own process: one input in, one review or answer out. */
process.once("message", (input) => {
  // The parent is our own program of the same build; the advanced serialization keeps bytes as bytes.
  void evaluate(input as ChildTask).then(answer);
});

async function evaluate({ question, keeps, ...input }: ChildTask): Promise<ChildAnswer> {
  try {
    if (question !== undefined) return { ok: true, text: answerCommand(input, question) };
    return { ok: true, ...(await (keeps ? reviewKept(input, BUILD) : reviewAnew(input))) };
  } catch (error) {
    // Of the message only what may be logged: it may quote the file it stumbled over.
    return { ok: false, error: sayError(error) };
  }
}

/** Without the name of the program nothing is found, since another one may have kept it. */
function reviewKept(input: ReviewInput, build: string | undefined) {
  if (build === undefined) return reviewAnew(input);
  const program = digestOf(["impact", build, process.version]);
  const kept: KeptResult[] = [];
  const values = askedValues({
    keyOf: (parts) => digestOf([program, ...parts]),
    keep: (key, value) => void kept.push([key, value]),
  });
  return finish(askChangeReview(input, values)).then((review) => ({ ...review, kept }));
}

function reviewAnew(input: ReviewInput): Promise<ChangeReview> {
  return finish(askChangeReview(input, NOTHING_ASKED));
}

/** Runs to the end with what the parent has. */
async function finish<T>(asking: Asking<T>): Promise<T> {
  let step = asking.next();
  while (step.done !== true) step = asking.next(new Map(await askParent(step.value)));
  return step.value;
}

function askParent(wants: readonly string[]): Promise<ChildGift["found"]> {
  return new Promise((resolve, reject) => {
    // As above.
    process.once("message", (message) => resolve((message as ChildGift).found));
    process.send?.({ wants } satisfies ChildWish, (error: Error | null) => {
      if (error) reject(error);
    });
  });
}

function answer(message: ChildAnswer): void {
  process.send?.(message, () => process.disconnect());
}
