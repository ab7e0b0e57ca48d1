import { fork } from "node:child_process";
import { existsSync } from "node:fs";
import type { ChangeReview } from "../../change/review-change.ts";
import type { ReviewInput } from "../../model/review.ts";
import type { Question } from "../events/answer-command.ts";
import type { KeptResult, KeptResults } from "./kept-results.ts";
import { NotEvaluable } from "./not-evaluable.ts";

/** Where the evaluator runs and what it may use. */
export interface ChildLimits {
  /** Path of the evaluator's program. */
  readonly program: string;
  readonly milliseconds: number;
  readonly megabytes: number;
  /** Further options for Node, before the program. */
  readonly execArgv?: readonly string[];
  /** What evaluations leave to later ones; each works out everything where left out. */
  readonly kept?: KeptResults;
  /** Told whenever an evaluation was killed or died. */
  readonly onDeath?: () => void;
}

/** A head that stops the evaluator this often is not tried again. */
const DEATHS = 2;

/**
 * Judges in a process of its own, which is killed when it takes too long and dies alone when a file brings
 * down the parser. It gets no environment, so it holds no secret.
 */
export async function evaluateInChild(input: ReviewInput, limits: ChildLimits): Promise<ChangeReview> {
  const answer = await ask(input, limits);
  if (!("review" in answer)) throw engineError("the answer is no review");
  return { review: answer.review, policies: answer.policies };
}

/** Answers a question about a rule in the same way. */
export async function answerInChild(
  input: ReviewInput,
  question: Question,
  limits: ChildLimits,
): Promise<string> {
  const answer = await ask({ ...input, question }, limits);
  if (!("text" in answer)) throw engineError("the answer is no text");
  return answer.text;
}

/** What the child is asked: a review or, with a question, an answer to that. */
export type ChildTask = Asked & {
  /** Whether anything is kept, so that it is worth asking. */
  readonly keeps: boolean;
};

type Asked = ReviewInput & { readonly question?: Question };

/** What the child asks in the middle of its work, and is told: what is kept under some keys. */
export interface ChildWish {
  readonly wants: readonly string[];
}
export interface ChildGift {
  readonly found: readonly KeptResult[];
}

async function ask(task: Asked, limits: ChildLimits): Promise<Answered> {
  for (let death = 1; ; death += 1) {
    try {
      return await askOnce(task, limits);
    } catch (error) {
      if (!(error instanceof ChildDeath)) throw error;
      limits.onDeath?.();
      if (!existsSync(limits.program)) throw programGone(error);
      if (death < DEATHS) continue;
      throw new NotEvaluable(`the evaluation stopped ${DEATHS} times: ${error.message}`, {
        help: "look for a file that is unusually deep or large in this pull request, and take it out",
        lasting: true,
        cause: error,
      });
    }
  }
}

type Answered = { readonly ok: true } & (
  | (ChangeReview & { readonly kept?: readonly KeptResult[] })
  | { readonly text: string }
);

/** What the child answers with. */
export type ChildAnswer = Answered | { readonly ok: false; readonly error: string };

class ChildDeath extends Error {
  override readonly name = "ChildDeath";
}

/** A fault of the engine: the same commit gives it again, another version of the engine may not. */
function engineError(message: string): NotEvaluable {
  return new NotEvaluable("the evaluation met an error of its own", {
    help: "report it with the run's id to whoever runs this app",
    lasting: true,
    cause: new ChildDeath(message),
  });
}

/** What a new build in place does to an app that runs: no fault of any commit. */
function programGone(cause: Error): NotEvaluable {
  return new NotEvaluable("the evaluator's program is gone", {
    help: "ask whoever runs this app to build it and start it again",
    lasting: false,
    cause,
  });
}

function askOnce(task: Asked, limits: ChildLimits): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const child = fork(limits.program, [], {
      execArgv: [
        "--disallow-code-generation-from-strings",
        `--max-old-space-size=${limits.megabytes}`,
        ...(limits.execArgv ?? []),
      ],
      env: {},
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    let answer: ChildAnswer | undefined;
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill("SIGKILL");
    }, limits.milliseconds);
    child.on("message", (message) => {
      // The other end is our own program of the same build, and nothing else can reach this channel.
      const said = message as ChildAnswer | ChildWish;
      if ("wants" in said) {
        const found = limits.kept?.find(said.wants) ?? [];
        child.send({ found } satisfies ChildGift, () => {});
        return;
      }
      answer = said;
      child.kill("SIGKILL");
    });
    child.once("error", (error) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new ChildDeath(error.message, { cause: error }));
    });
    child.once("exit", (code, signal) => {
      clearTimeout(timer);
      if (answer?.ok) {
        if ("kept" in answer) limits.kept?.keep(answer.kept ?? []);
        resolve(answer);
      } else if (answer) reject(engineError(answer.error));
      else if (late) reject(new ChildDeath(`no verdict after ${limits.milliseconds / 1_000} seconds`));
      else reject(new ChildDeath(signal ? `it ended with ${signal}` : `it ended with code ${code}`));
    });
    child.send({ ...task, keeps: limits.kept !== undefined } satisfies ChildTask, (error) => {
      if (error) child.kill("SIGKILL");
    });
  });
}
