import { createReviewer } from "../../src/github/review/create-reviewer.ts";
import type { Serving } from "../../src/github/server/serving.ts";
import { bundleEvaluator } from "./bundle-evaluator.ts";
import type { Pair } from "./start-pair.ts";

/** Starts an app that judges as the one that ships does: by the engine, in a child process. */
export async function startJudgingApp(pair: Pair): Promise<Serving> {
  const reviewer = createReviewer({ program: await bundleEvaluator(), milliseconds: 60_000, megabytes: 512 });
  return pair.startApp({ reviewer, pace: { throttle: false, timeoutMilliseconds: 10_000 } });
}
