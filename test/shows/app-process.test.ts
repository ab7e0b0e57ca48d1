import { execFile } from "node:child_process";
import { createHmac, generateKeyPairSync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { type OutgoingHttpHeaders, request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APP_PERMISSIONS } from "../../src/github/api/app-permissions.ts";
import { SUBSCRIBED_EVENTS } from "../../src/github/api/subscribed-events.ts";
import type { ReportDocument } from "../../src/model/generated/report.ts";
import { findingAnnotation } from "../../src/render/check-annotation.ts";
import { sayIn } from "../../src/render/words.ts";
import type { PullRef } from "../../src/standin/pulls.ts";
import type { Standin } from "../../src/standin/standin.ts";
import { startStandin } from "../../src/standin/start-standin.ts";
import type { CheckRun } from "../../src/standin/world.ts";
import { POLICIES } from "../engine/propose.ts";
import { AS_OF, ROOT } from "../load-repository.ts";
import { type AppProcess, BUILT, startProcess } from "./start-process.ts";

const SECRET = "9f2c4b7a1d8e6053f1a2b3c4d5e6f708";
const APP_ID = 4711;
const KEYS = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
});
const SOURCE = "examples/sde-tavor/manifests/il-9901-cam-promenade.yaml";
const FAILING = readFileSync(join(ROOT, SOURCE), "utf8");
const PASSING = readFileSync(join(ROOT, "policies/example.yaml"), "utf8");
const FILE = "manifests/cameras.yaml";
const POLICY = "policies/data-retention/policy.yaml";
const CONFIGURATION =
  'manifests: ["manifests/**/*.yaml"]\nreviewers:\n  privacy: ["@retention/privacy"]\nmode: enforce\nlanguage: en\n';

/** Written by one process after the other. */
const AUDIT = join(mkdtempSync(join(tmpdir(), "bylaw-audit-")), "audit.jsonl");

let github: Standin;
const started: AppProcess[] = [];

/** Starts the app against the stand-in, as an operator would. Resolves once it is ready. */
async function startApp(): Promise<AppProcess & { readonly port: number }> {
  const app = startProcess({
    APP_ID: `${APP_ID}`,
    PRIVATE_KEY: KEYS.privateKey,
    WEBHOOK_SECRET: SECRET,
    GITHUB_API_URL: github.url,
    PORT: "0",
    HOST: "127.0.0.1",
    BYLAW_AS_OF: AS_OF,
    LOG_LEVEL: "debug",
    METRICS_PORT: "0",
    AUDIT_LOG: AUDIT,
  });
  started.push(app);
  const port = Number((await app.logged("listening")).port);
  github.setWebhookUrl(`http://127.0.0.1:${port}/api/github/webhooks`);
  return { ...app, port };
}

/** An owner's repository with shipped policies. Each owner is an installation with a pace of its own. */
function createRepository(owner: string): string {
  const files = { ...POLICIES, ".github/bylaw.yml": CONFIGURATION };
  return github.createRepository({ owner, name: "systems", files });
}

function push(repository: string, files: Readonly<Record<string, string>>): string {
  return github.commit(repository, "change", { message: "Change", author: "dana", files });
}

function open(repository: string): PullRef {
  return github.openPullRequest(repository, { title: "Change", head: "change", author: "dana" });
}

/** Resolves with the first check of the app on a commit that fits, now or later. */
function check(repository: string, sha: string, fits: (run: CheckRun) => boolean): Promise<CheckRun> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const found = github.checkRuns(repository, sha).find((run) => run.name === "bylaw" && fits(run));
      if (found) resolve(found);
      return found !== undefined;
    };
    if (look()) return;
    const stop = github.watch((event) => {
      if (event.kind === "check-run" && look()) stop();
    });
  });
}

const isCompleted = (run: CheckRun): boolean => run.status === "completed";

function conclusionsOn(repository: string, sha: string): readonly (string | null)[] {
  return github.checkRuns(repository, sha).map((run) => run.conclusion);
}

/** What `bylaw check --format json` prints about the same manifest, judged by the same policies. */
async function checkedByCommand(): Promise<ReportDocument> {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-"));
  const files = { ...POLICIES, ".github/bylaw.yml": CONFIGURATION, [FILE]: FAILING };
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  const command = [join(ROOT, "bin/bylaw.js"), "check", "--format", "json", "--as-of", AS_OF];
  const printed = await new Promise<string>((resolve) => {
    execFile(process.execPath, command, { cwd: folder }, (_, stdout) => resolve(stdout));
  });
  rmSync(folder, { recursive: true });
  return JSON.parse(printed);
}

/** Sends a delivery of `size` bytes, as much of it as is taken, and gives the answer's status. */
function send(
  port: number,
  headers: OutgoingHttpHeaders,
  size: number,
): Promise<{ readonly status: number | undefined; readonly sent: number }> {
  return new Promise((resolve) => {
    const options = { host: "127.0.0.1", port, path: "/api/github/webhooks", method: "POST", agent: false };
    const post = request({
      ...options,
      headers: {
        "content-type": "application/json",
        "x-github-event": "push",
        "x-github-delivery": "1",
        ...headers,
      },
    });
    let sent = 0;
    let status: number | undefined;
    const finish = (): void => {
      post.destroy();
      resolve({ status, sent });
    };
    post.on("response", (response) => {
      status = response.statusCode;
      finish();
    });
    // The other end closes while this one still sends.
    post.on("error", finish);
    const piece = Buffer.alloc(64 * 1024, " ");
    const more = (): void => {
      if (status !== undefined || post.destroyed) return;
      if (size === 0) return void post.flushHeaders();
      if (sent >= size) return void post.end();
      sent += Math.min(piece.length, size - sent);
      post.write(piece.subarray(0, Math.min(piece.length, size)), () => setImmediate(more));
    };
    more();
  });
}

/** What a command prints with the app's environment, and how it ends. */
function command(args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  const env = {
    APP_ID: `${APP_ID}`,
    PRIVATE_KEY: KEYS.privateKey,
    WEBHOOK_SECRET: SECRET,
    GITHUB_API_URL: github.url,
    BYLAW_AS_OF: AS_OF,
    AUDIT_LOG: AUDIT,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, "bin/bylaw.js"), ...args], { cwd: ROOT, env }, (error, said) =>
      resolve({ code: error === null ? 0 : Number(error.code), said }),
    );
  });
}

const sign = (body: string | Buffer, secret: string): string =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/** Memory a process holds, in MB; `undefined` where the system does not say. */
function residentMegabytes(pid: number): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

describe.skipIf(!BUILT)("the app as a process (skipped where dist/ is missing: npm run build)", () => {
  beforeAll(async () => {
    const app = {
      id: APP_ID,
      slug: "bylaw",
      publicKey: KEYS.publicKey,
      webhookSecret: SECRET,
      permissions: APP_PERMISSIONS,
      events: SUBSCRIBED_EVENTS,
    };
    github = await startStandin({ app });
  });
  afterAll(async () => {
    for (const process of started) process.kill("SIGKILL");
    await github.close();
  });

  describe("while it runs", () => {
    let app: AppProcess & { readonly port: number };
    let burst: { readonly repository: string; readonly heads: readonly string[]; readonly pull: PullRef };
    let policy: { readonly repository: string; readonly head: string; readonly pull: PullRef };

    beforeAll(async () => {
      const [tavor, retention] = [createRepository("tavor"), createRepository("retention")];
      github.addTeamMember("retention", "privacy", "ruth");
      app = await startApp();
      const heads = [push(tavor, { [FILE]: PASSING })];
      const pull = open(tavor);
      for (let round = 1; round <= 4; round += 1)
        heads.push(push(tavor, { "README.md": `Round ${round}\n` }));
      heads.push(push(tavor, { [FILE]: FAILING }));
      burst = { repository: tavor, heads, pull };
      const text = readFileSync(join(ROOT, POLICY), "utf8");
      const head = push(retention, { [POLICY]: `${text}# Read again.\n` });
      policy = { repository: retention, head, pull: open(retention) };
    });

    it("says in one line of JSON where it listens, and that it is well", async () => {
      expect(app.lines.filter((line) => line.includes('"listening"'))).toHaveLength(1);
      const { metrics_port: port } = await app.logged("listening");
      expect(await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()).toContain(
        "bylaw_sweep_age_seconds",
      );
      const answer = await fetch(`http://127.0.0.1:${app.port}/healthz`);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({ status: "ok" });
    });

    it("answers five pushes in a burst with one comment and one verdict, on the last head", async () => {
      const { repository, heads, pull } = burst;
      const last = heads.at(-1) ?? "";
      await check(repository, last, isCompleted);
      await github.settled();
      expect(conclusionsOn(repository, last)).toEqual(["failure"]);
      expect(github.comments(repository, pull.number).map(({ user }) => user.login)).toEqual(["bylaw[bot]"]);
      // What the earlier heads got, if anything, lets none of them through.
      const earlier = heads.slice(0, -1).flatMap((head) => conclusionsOn(repository, head));
      expect(earlier.filter((conclusion) => conclusion !== "cancelled")).toEqual([]);
    });

    it("marks the lines that `bylaw check --format json` names, in the same words", async () => {
      const run = await check(burst.repository, burst.heads.at(-1) ?? "", isCompleted);
      const { findings } = await checkedByCommand();
      const shown = findings.filter(({ state }) => state === "open" || state === "upcoming");
      const marks = shown.map((finding) => {
        const { path, start_line, annotation_level, title, message } = findingAnnotation(
          finding,
          sayIn("en"),
        );
        return `${annotation_level} ${path}:${start_line} ${title}\n${message}`;
      });
      expect(marks.length).toBeGreaterThan(10);
      expect(
        run.annotations
          .map(
            (mark) =>
              `${mark.annotation_level} ${mark.path}:${mark.start_line} ${mark.title}\n${mark.message}`,
          )
          .sort(),
      ).toEqual(marks.sort());
    });

    it("holds a change of policy until its owner approves it, and then lets it pass", async () => {
      const { repository, head, pull } = policy;
      const held = await check(repository, head, isCompleted);
      expect(held.conclusion).toBe("action_required");
      expect(held.summary).toContain("privacy");
      github.review(pull, { user: "ruth", state: "APPROVED" });
      expect(await check(repository, head, (run) => run.conclusion === "success")).toMatchObject({
        status: "completed",
      });
    });

    it.for([
      ["a body that is too large, before it is sent", {}, 413],
      [
        "a forged signature",
        { "x-hub-signature-256": sign("{}", "another secret"), "content-length": 2 },
        401,
      ],
      [
        "a signature of something else",
        { "x-hub-signature-256": sign("{}", SECRET), "content-length": 3 },
        401,
      ],
      ["no signature", { "content-length": 2 }, 401],
      ["the old signature alone", { "x-hub-signature": "sha1=00", "content-length": 2 }, 401],
    ] as const)("refuses %s", async ([, headers, status]) => {
      // None of the large body is sent: an answer may be lost when a connection closes over what is still on its way.
      const size = "content-length" in headers ? headers["content-length"] : 0;
      const answer = await send(app.port, { "content-length": 400_000_000, ...headers }, size);
      expect(answer.status).toBe(status);
    });

    it("takes in little of what strangers send, and keeps none of it", async () => {
      const size = 400 * 1024 * 1024;
      const forged = { "x-hub-signature-256": sign("{}", "another secret") };
      const before = residentMegabytes(app.pid);
      for (const headers of [{}, { "content-length": size }, forged, { ...forged, "content-length": size }]) {
        const { status = 413, sent } = await send(app.port, headers, size);
        expect([401, 413]).toContain(status);
        // What is sent and not taken lies in the system's buffers.
        expect(sent).toBeLessThan(size / 2);
      }
      const grown = (residentMegabytes(app.pid) ?? 0) - (before ?? 0);
      expect(grown).toBeLessThan(16);
    });

    it("logs what an operator needs, and neither secrets nor manifests", () => {
      const log = app.lines.join("\n");
      const { repository, heads, pull } = burst;
      const reviewed = app.lines
        .map((line) => JSON.parse(line))
        .filter(({ msg, repository: of }) => msg === "reviewed" && of === repository);
      expect(reviewed.at(-1)).toMatchObject({
        level: "info",
        pull_request: pull.number,
        commit: heads.at(-1),
        conclusion: "failure",
      });
      const tokens = [...github.world.tokens.keys()];
      expect(tokens).not.toEqual([]);
      const words = FAILING.match(/[\p{L}-]{14,}/gu) ?? [];
      const body = KEYS.privateKey.split("\n")[1] ?? "";
      expect([SECRET, body, ...tokens, ...words].filter((secret) => log.includes(secret))).toEqual([]);
      expect(app.lines.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
    });
  });

  it("completes what it was killed over as soon as it is started again, and what SIGTERM meets before it ends", async () => {
    const repository = createRepository("oren");
    const first = started[0] ?? (await startApp());
    const head = push(repository, { [FILE]: PASSING });
    open(repository);
    const begun = await check(repository, head, (run) => run.status === "in_progress");
    first.kill("SIGKILL");
    expect(await first.ended).toMatchObject({ code: null, signal: "SIGKILL" });
    expect(begun.status).toBe("in_progress");

    const second = await startApp();
    expect(await check(repository, head, isCompleted)).toMatchObject({ id: begun.id, conclusion: "success" });
    expect(conclusionsOn(repository, head)).toEqual(["success"]);

    const next = push(repository, { "README.md": "Next\n" });
    await check(repository, next, (run) => run.status === "in_progress");
    second.kill("SIGTERM");
    expect(await second.ended).toEqual({ code: 0, signal: null, stderr: "" });
    expect(conclusionsOn(repository, next)).toEqual(["success"]);
  });

  it("leaves an audit log that is intact, killed or not, and little for a sweep by hand or the doctor to find", async () => {
    const verified = await command(["audit", "verify", AUDIT]);
    expect(verified).toEqual({
      code: 0,
      said: expect.stringMatching(/: intact, \d+ entries, head [0-9a-f]{64}\n$/),
    });
    const swept = await command(["reconcile", "--dry-run"]);
    // The approval of the change of policy is asked anew each time.
    expect(swept.said.split("\n").slice(0, 2)).toEqual([
      "retention/systems#1: whether its approvals still count is asked anew",
      "1 due; nothing was done in this dry run",
    ]);
    const examined = await command(["doctor"]);
    // No app runs any more, and what GitHub could not deliver meanwhile is the one thing wrong.
    const wrong = examined.said.split("\n").filter((line) => line.startsWith("WRONG"));
    expect(wrong).toEqual([expect.stringContaining("the last event was answered with 502")]);
    expect(examined.code).toBe(1);
  });
});

describe.skipIf(!BUILT)("without what it needs the app", () => {
  it("shows on this machine alone what to set, whatever HOST says", async () => {
    const app = startProcess({ PORT: "0", HOST: "0.0.0.0" });
    started.push(app);
    const { port, mode } = await app.logged("listening");
    expect(mode).toBe("setup");
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    expect(await answer.json()).toMatchObject({ status: "setup", set: expect.arrayContaining(["APP_ID"]) });
    expect((await send(Number(port), {}, 2)).status).toBe(404);
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    for (const { address } of addresses.filter(({ family, internal }) => family === "IPv4" && !internal)) {
      await expect(fetch(`http://${address}:${port}/healthz`)).rejects.toThrow();
    }
    app.kill("SIGTERM");
    expect(await app.ended).toMatchObject({ code: 0 });
  });

  const whole = { APP_ID: "1", PRIVATE_KEY: KEYS.privateKey, WEBHOOK_SECRET: SECRET };
  it.concurrent.for([
    ["a key and a secret", { APP_ID: "1" }, "`PRIVATE_KEY` is not set"],
    ["a secret", { APP_ID: "1", PRIVATE_KEY: KEYS.privateKey }, "`WEBHOOK_SECRET` is not set"],
    ["its number", { WEBHOOK_SECRET: SECRET }, "`APP_ID` is not set"],
    [
      "a whole key",
      { ...whole, PRIVATE_KEY: KEYS.privateKey.slice(0, 400) },
      "`PRIVATE_KEY` holds no private key",
    ],
    [
      "a long secret",
      { ...whole, WEBHOOK_SECRET: SECRET.slice(1) },
      "`WEBHOOK_SECRET` has 31 characters; the least is 32",
    ],
    [
      "a secret of its own",
      { ...whole, WEBHOOK_SECRET: "development" },
      "`WEBHOOK_SECRET` has 11 characters; the least is 32",
    ],
    [
      "a secret nobody guesses",
      { ...whole, WEBHOOK_SECRET: "development".repeat(3) },
      "`WEBHOOK_SECRET` is well known or easy to guess",
    ],
  ] as const)("refuses to start without %s", async ([, environment, said], { expect }) => {
    const { code, stderr } = await startProcess({ PORT: "0", ...environment }).ended;
    expect(code).toBe(2);
    expect(stderr.split("\n")).toEqual([`error: ${said}`, expect.stringMatching(/^ {2}= help: set it/), ""]);
  });
});
