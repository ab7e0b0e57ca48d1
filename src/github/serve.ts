import { fileURLToPath } from "node:url";
import { configurationFromEnvironment, type Environment } from "./configuration-from-environment.ts";
import { createReviewer } from "./create-reviewer.ts";
import { createLog } from "./log.ts";
import type { ServeOptions, Serving } from "./serving.ts";
import { listenForSetup } from "./setup-server.ts";
import { startApp } from "./start-app.ts";

/**
 * Starts the app as the environment says, and logs `listening` with the port once it is ready. Without any
 * credentials it starts in setup mode, on this machine alone; with partial or weak ones it refuses.
 */
export async function serve(environment: Environment, options: ServeOptions = {}): Promise<Serving> {
  const configuration = configurationFromEnvironment(environment);
  const log = createLog(configuration.logLevel, options.write ?? ((line) => process.stdout.write(line)));
  const { credentials } = configuration;
  if (credentials === undefined) {
    const server = await listenForSetup(configuration.port);
    log.info("listening", { port: server.port, mode: "setup" });
    return { port: server.port, idle: async () => {}, close: server.close };
  }
  const reviewer = options.reviewer ?? createReviewer({ ...CHILD, ...options.child });
  return await startApp({ ...configuration, credentials }, { ...options, reviewer, log });
}

const CHILD = {
  // Beside this file in `dist/`, where the build puts it.
  program: fileURLToPath(new URL("./evaluator-child.js", import.meta.url)),
  milliseconds: 60_000,
  megabytes: 512,
};
