import { logCrashes } from "../../github/queue/log-crashes.ts";
import { serve } from "../../github/server/serve.ts";
import { EnvironmentError } from "../../github/settings/environment-error.ts";
import { createLog } from "../../github/settings/log.ts";
import { CLEAN, type Io } from "../io.ts";
import { appPages } from "../site/app-pages.ts";
import { UsageError } from "../usage-error.ts";

interface ServeCommandOptions {
  readonly role?: string;
}

/** Runs the GitHub app until it is told to stop (SIGTERM or SIGINT), then lets running reviews finish. */
export async function serveApp({ role }: ServeCommandOptions, io: Io): Promise<number> {
  const environment = role === undefined ? io.env : { ...io.env, BYLAW_ROLE: role };
  logCrashes(createLog("error", io.out), process, (code) => process.exit(code));
  const app = await serve(environment, { pages: appPages() }).catch((error: unknown) => {
    throw error instanceof EnvironmentError ? new UsageError(error.message, error.help) : error;
  });
  await new Promise<void>((stop) => {
    process.once("SIGTERM", () => stop());
    process.once("SIGINT", () => stop());
  });
  await app.close();
  // Reviews that did not end in time would keep the process alive; whoever comes next does them again.
  io.abandon?.();
  return CLEAN;
}
