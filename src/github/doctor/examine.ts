import type { ProbotOctokit } from "probot";
import { at } from "../api/answer.ts";
import { GithubError } from "../api/github-error.ts";
import { whatGithubSaid } from "../api/what-github-said.ts";
import { openRedis } from "../queue/open-redis.ts";
import { openParts } from "../server/open-parts.ts";
import type { ServeOptions } from "../server/serving.ts";
import { startWork } from "../server/start-work.ts";
import {
  configurationFromEnvironment,
  type ServeConfiguration,
} from "../settings/configuration-from-environment.ts";
import type { Environment } from "../settings/environment.ts";
import { EnvironmentError } from "../settings/environment-error.ts";
import { createLog } from "../settings/log.ts";
import type { Credentials } from "../settings/read-credentials.ts";
import { type Diagnosis, well, wrong } from "./diagnosis.ts";
import { type AskedIdentity, examineApp } from "./examine-app.ts";
import { examineAuditLog } from "./examine-audit-log.ts";
import { examineInstallations } from "./examine-installations.ts";
import { examineWebhook } from "./examine-webhook.ts";

/** The oldest version of Node that the app runs on. */
const LEAST_NODE = [20, 19] as const;

/** Looks at everything the app needs, writes nothing, and tells one thing after the other. */
export async function* examine(
  environment: Environment,
  options: ServeOptions & { readonly nodeVersion: string },
): AsyncGenerator<Diagnosis> {
  yield examineNode(options.nodeVersion);
  let configuration: ServeConfiguration;
  try {
    configuration = configurationFromEnvironment(environment);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return yield wrong(error.message, error.help);
  }
  const { credentials, redisUrl, auditLog } = configuration;
  if (redisUrl !== undefined) yield await examineRedis(redisUrl);
  if (auditLog !== undefined) yield* await examineAuditLog(auditLog);
  if (credentials === undefined) {
    return yield wrong(
      "no credentials are set",
      "run `bylaw serve` and open its page to create the app, or set them",
    );
  }
  yield well("the configuration is complete");
  yield* examineGithub({ ...configuration, credentials }, options);
}

async function* examineGithub(
  configuration: ServeConfiguration & { readonly credentials: Credentials },
  options: ServeOptions,
): AsyncGenerator<Diagnosis> {
  const { credentials, apiUrl, asOf, owners } = configuration;
  // Only what is found is told; why, Octokit would say over and over.
  const silent = createLog("error", () => {});
  const parts = await openParts({ auditLog: undefined, redisUrl: undefined }, silent, {
    ...options,
    auditAs: undefined,
  });
  const how = { ...options, works: false, sweepMilliseconds: undefined };
  const { probot, asApp, context } = await startWork({ apiUrl, asOf, credentials }, parts, how);
  const asked = await askIdentity((await probot.auth()).request);
  yield* examineApp(asked, { now: parts.now(), apiUrl });
  if (asked.status !== 200) return;
  try {
    const app = await asApp();
    yield* await examineWebhook(app);
    yield* await examineInstallations(await context(), app, owners);
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    yield wrong(`GitHub could not be asked everything: ${error.message}`, "try again");
  }
}

type Request = Pick<ProbotOctokit, "request">["request"];

/** Octokit gives a request without an answer the status 500, and no response. */
async function askIdentity(request: Request): Promise<AskedIdentity> {
  try {
    const { data, headers, status } = await request("GET /app", { request: { retries: 0 } });
    return { answer: data, headers, status, reason: "" };
  } catch (error) {
    const response = at(error, "response");
    const status = at(response, "status");
    return {
      answer: undefined,
      headers: at(response, "headers"),
      status: typeof status === "number" ? status : undefined,
      reason: whatGithubSaid(error),
    };
  }
}

function examineNode(version: string): Diagnosis {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [least, point] = LEAST_NODE;
  if (major > least || (major === least && minor >= point)) return well(`Node ${version}`);
  return wrong(`Node ${version} is too old`, `run the app with Node ${least}.${point} or later`);
}

async function examineRedis(url: string): Promise<Diagnosis> {
  const links = await openRedis(
    url,
    createLog("error", () => {}),
  );
  const isReady = links.isReady();
  await links.close();
  return isReady
    ? well("Redis answers")
    : wrong("Redis does not answer", "check `REDIS_URL` and that Redis runs; no event is taken without it");
}
