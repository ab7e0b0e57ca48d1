import { reviewChange } from "../../src/change/review-change.ts";
import { createReviewer } from "../../src/github/review/create-reviewer.ts";
import { serve } from "../../src/github/server/serve.ts";
import type { ServeOptions, Serving } from "../../src/github/server/serving.ts";
import type { NodeSettings } from "./node.ts";

/**
 * Starts the app as it ships, but for what would only make a run slow: it waits for nobody, and judges in this
 * process instead of in a child.
 */
export function serveNode(
  settings: NodeSettings,
  options: Pick<ServeOptions, "fetch" | "write" | "now">,
): Promise<Serving> {
  const reviewer = createReviewer({ program: "", milliseconds: 0, megabytes: 0 });
  return serve(settings.environment, {
    pace: { throttle: false, timeoutMilliseconds: 1_500 },
    retryDelay: (attempt) => 5 * attempt,
    reviewer: { ...reviewer, review: async (input) => reviewChange(input) },
    sweepMilliseconds: settings.sweepMilliseconds,
    // Judging keeps this process from saying that it is alive, on a busy machine for longer than a second.
    leaseMilliseconds: 3_000,
    ...options,
  });
}
