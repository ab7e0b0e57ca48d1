import { generateKeyPairSync } from "node:crypto";
import { APP_PERMISSIONS } from "../../src/github/api/app-permissions.ts";
import { serve } from "../../src/github/server/serve.ts";
import type { ServeOptions, Serving } from "../../src/github/server/serving.ts";
import type { Environment } from "../../src/github/settings/environment.ts";
import type { PullRef } from "../../src/standin/pulls.ts";
import type { Standin } from "../../src/standin/standin.ts";
import { type StandinOptions, startStandin } from "../../src/standin/start-standin.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { objectionsTo } from "./github-requests.ts";

const SECRET = "9f2c4b7a1d8e6053f1a2b3c4d5e6f708";
const APP_ID = 4711;
const KEYS = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});

export const REPOSITORY = { owner: "northport", name: "systems" };

/** A pull request that was opened, with its branch and its head. */
type Proposal = PullRef & { readonly head: string; readonly branch: string };

/** A stand-in GitHub, and the app that serves it. */
export interface Pair {
  readonly github: Standin;
  readonly logs: string[];
  readonly secret: string;
  /** What an app that serves it is started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Starts the app, or another one beside or after it. */
  startApp(options?: ServeOptions, environment?: Environment): Promise<Serving>;
  /** Resolves once no event is under way and nothing is queued. */
  quiet(app: Serving): Promise<void>;
  /** Opens a pull request that adds, changes or (`null`) removes files. */
  propose(
    repository: string,
    files: Readonly<Record<string, string | null>>,
    options?: { readonly branch?: string; readonly author?: string },
  ): Proposal;
  /** Pushes a commit to a proposal's branch. Gives the new head. */
  push(proposal: Proposal, files: Readonly<Record<string, string | null>>): string;
  /** Checks of the app on a commit, oldest first. */
  checksOn(
    repository: string,
    sha: string,
  ): readonly {
    readonly status: string;
    readonly conclusion: string | null;
    readonly title: string | null;
  }[];
  /** How the newest check of the app on a commit ended. */
  conclusionOn(repository: string, sha: string): string | null | undefined;
  close(): Promise<void>;
}

export async function startPair(standin: Partial<StandinOptions> = {}): Promise<Pair> {
  const registration = {
    id: APP_ID,
    slug: "bylaw",
    publicKey: KEYS.publicKey,
    webhookSecret: SECRET,
    permissions: APP_PERMISSIONS,
  };
  const github = await startStandin({ app: registration, ...standin });
  const environment = {
    APP_ID: `${APP_ID}`,
    PRIVATE_KEY: KEYS.privateKey,
    WEBHOOK_SECRET: SECRET,
    GITHUB_API_URL: github.url,
    PORT: "0",
    HOST: "127.0.0.1",
    BYLAW_AS_OF: "2026-11-23",
    LOG_LEVEL: "debug",
  };
  const objections = new Set<string>();
  github.watch((event) => {
    if (event.kind === "request") for (const one of objectionsTo(event)) objections.add(one);
  });
  const logs: string[] = [];
  const apps: Serving[] = [];
  const checksOn: Pair["checksOn"] = (repository, sha) => {
    const runs = github.checkRuns(repository, sha).filter(({ name }) => name === "bylaw");
    return runs.map(({ status, conclusion, title }) => ({ status, conclusion, title }));
  };
  return {
    github,
    logs,
    secret: SECRET,
    environment,
    async startApp(options = {}, more = {}) {
      const app = await serve(
        { ...environment, ...more },
        {
          pace: { throttle: false, timeoutMilliseconds: 400 },
          retryDelay: () => 1,
          reviewer: createFakeReviewer(),
          write: (line) => logs.push(line),
          ...options,
        },
      );
      apps.push(app);
      github.setWebhookUrl(`http://127.0.0.1:${app.port}/api/github/webhooks`);
      return app;
    },
    async quiet(app) {
      // What the app does causes events, and they may give it more to do.
      for (let round = 0; round < 3; round += 1) {
        await github.settled();
        await app.idle();
      }
    },
    propose(repository, files, { branch = "proposal", author = "dana" } = {}) {
      const head = github.commit(repository, branch, { message: "Change", author, files });
      const pull = github.openPullRequest(repository, { title: "Change", head: branch, author });
      return { ...pull, head, branch };
    },
    push({ repository, branch }, files) {
      return github.commit(repository, branch, { message: "Change", author: "dana", files });
    },
    checksOn,
    conclusionOn: (repository, sha) => checksOn(repository, sha).at(-1)?.conclusion,
    async close() {
      for (const app of apps) await app.close();
      await github.close();
      // Whatever a test is about, the app sends nothing that GitHub's published descriptions do not know.
      if (objections.size > 0) throw new Error([...objections].join("\n"));
    },
  };
}

/** Conclusions that let a required check pass, as they are written on a commit from now on. */
export function passesOn(github: Standin, sha: string): readonly string[] {
  const passes: string[] = [];
  github.watch((event) => {
    if (event.kind !== "check-run" || event.checkRun.headSha !== sha) return;
    const { status, conclusion } = event.checkRun;
    const passing = status === "completed" && ["success", "neutral", "skipped"].includes(`${conclusion}`);
    if (passing) passes.push(`${conclusion}`);
  });
  return passes;
}
