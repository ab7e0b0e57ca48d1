import { EnvironmentError } from "../../github/environment-error.ts";
import { serve } from "../../github/serve.ts";
import { CLEAN, type Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";

/** Runs the GitHub app until it is told to stop (SIGTERM or SIGINT), then lets running reviews finish. */
export async function serveApp(io: Io): Promise<number> {
  const app = await serve(io.env).catch((error: unknown) => {
    throw error instanceof EnvironmentError ? new UsageError(error.message, error.help) : error;
  });
  await new Promise<void>((stop) => {
    process.once("SIGTERM", () => stop());
    process.once("SIGINT", () => stop());
  });
  await app.close();
  return CLEAN;
}
