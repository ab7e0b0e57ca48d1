import { configurationFromEnvironment } from "../settings/configuration-from-environment.ts";
import type { Environment } from "../settings/environment.ts";
import { createLog } from "../settings/log.ts";
import { secretsOf } from "../settings/secrets-of.ts";
import { openParts } from "./open-parts.ts";
import type { ServeOptions, Serving } from "./serving.ts";
import { listenForSetup } from "./setup-server.ts";
import { startApp } from "./start-app.ts";

/**
 * Starts the app as the environment says, and logs `listening` with the port once it is ready. Without any
 * credentials it starts in setup mode, on this machine alone; with partial or weak ones it refuses.
 */
export async function serve(environment: Environment, options: ServeOptions = {}): Promise<Serving> {
  const configuration = configurationFromEnvironment(environment);
  const write = options.write ?? ((line: string) => process.stdout.write(line));
  const log = createLog(configuration.logLevel, write, secretsOf(configuration));
  const { credentials } = configuration;
  if (credentials === undefined) {
    const server = await listenForSetup({ ...configuration, folder: process.cwd(), pages: options.pages });
    log.info("listening", { port: server.port, mode: "setup" });
    return { port: server.port, idle: async () => {}, close: server.close };
  }
  const auditAs = configuration.role === "web" ? undefined : "serve";
  const parts = await openParts(configuration, log, { ...options, auditAs });
  return await startApp({ ...configuration, credentials }, parts, options);
}
