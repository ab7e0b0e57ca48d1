import { serve } from "../../src/github/server/serve.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";

/** The app as a process of its own, but for what would only make a test slow. */
const app = await serve(process.env, {
  pace: { throttle: false, timeoutMilliseconds: 2_000 },
  retryDelay: (attempt) => 20 * attempt,
  sweepMilliseconds: 500,
  leaseMilliseconds: 1_000,
  reviewer: createFakeReviewer({ before: () => new Promise((resolve) => setTimeout(resolve, 100)) }),
});
process.once("SIGTERM", () => void app.close().then(() => process.exit(0)));
