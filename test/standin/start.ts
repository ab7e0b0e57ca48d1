import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { afterEach } from "vitest";
import type { Standin } from "../../src/standin/standin.ts";
import { type StandinOptions, startStandin } from "../../src/standin/start-standin.ts";

const APP_ID = 4711;
export const SECRET = "a-webhook-secret-of-forty-characters-1234";
export const NOON = Date.parse("2026-11-23T12:00:00Z");

const keys = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});

export const PERMISSIONS = {
  contents: "read",
  pull_requests: "write",
  checks: "write",
  issues: "read",
  merge_queues: "read",
  members: "read",
};

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A stand-in that closes after the test. Its clock stands at noon unless given. */
export async function start(
  options: Partial<StandinOptions> & { readonly permissions?: Readonly<Record<string, string>> } = {},
): Promise<Standin> {
  const { permissions = PERMISSIONS, ...rest } = options;
  const app = { id: APP_ID, slug: "bylaw", publicKey: keys.publicKey, webhookSecret: SECRET, permissions };
  const standin = await startStandin({ app, now: () => NOON, ...rest });
  opened.push(() => standin.close());
  return standin;
}

/** A stand-in with `town/systems`, holding one manifest of ten lines, and pull request 1 that changes it. */
export async function startWithPull(options: Parameters<typeof start>[0] = {}) {
  const standin = await start(options);
  const lines = Array.from({ length: 10 }, (_, index) => `line ${index + 1}\n`);
  const repo = standin.createRepository({
    owner: "town",
    name: "systems",
    files: { "a.yaml": lines.join("") },
  });
  const base = standin.branch(repo, "main");
  const head = standin.commit(repo, "change", {
    message: "Change line 2",
    author: "maya",
    files: { "a.yaml": lines.with(1, "line two\n").join("") },
  });
  const pull = standin.openPullRequest(repo, { title: "A change", head: "change", author: "maya" });
  return { standin, repo, pull, base, head };
}

/** An Octokit that signs in as the app. */
export function appClient(standin: Standin): Octokit {
  return new Octokit({
    baseUrl: standin.url,
    authStrategy: createAppAuth,
    auth: { appId: APP_ID, privateKey: keys.privateKey, timeDifference: offset(standin) },
    log: quiet,
  });
}

/** An Octokit with a token of `owner`'s installation. */
export async function client(standin: Standin, body: object = {}, owner = "town"): Promise<Octokit> {
  const app = appClient(standin);
  const { data: installation } = await app.rest.apps.getUserInstallation({ username: owner });
  const { data } = await app.rest.apps.createInstallationAccessToken({
    installation_id: installation.id,
    ...body,
  });
  return clientWith(data.token, standin.url);
}

/** An Octokit with any token, or none. */
export function clientWith(token: string | undefined, baseUrl: string): Octokit {
  return new Octokit({ baseUrl, log: quiet, ...(token !== undefined && { auth: token }) });
}

/** What a request was answered: its status, or the error's message where there was none. */
export async function outcome(request: Promise<{ status: number }>): Promise<string> {
  return request.then(
    ({ status }) => `${status}`,
    (error: { status?: number; message: string }) => `${error.status}: ${error.message}`,
  );
}

/** A webhook receiver that answers with a status after a delay, and keeps what it got. */
export async function receive(status = 202) {
  const got: { headers: Record<string, unknown>; body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    got.push({ headers: { ...request.headers }, body: Buffer.concat(chunks).toString("utf8") });
    if (status > 0) response.writeHead(status).end("noted");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  opened.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return { got, url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/hooks` };
}

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

function offset(standin: Standin): number {
  return Math.round((standin.world.now() - Date.now()) / 1000);
}
