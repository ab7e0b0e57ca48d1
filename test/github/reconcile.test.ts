import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAuditLog } from "../../src/github/audit/verify-audit-log.ts";
import { type DueReview, type Reconciled, reconcile } from "../../src/github/reconcile.ts";
import type { ServeOptions } from "../../src/github/serving.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";
import { HAS_REDIS, startRedis } from "./start-redis.ts";

const FILES = { "policies/one/policy.yaml": "on\n" };

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

/** Sweeps by hand, with no app that runs. */
async function sweepByHand(
  dryRun: boolean,
  options: ServeOptions = {},
  more: Readonly<Record<string, string>> = {},
): Promise<Reconciled & { readonly due: readonly string[] }> {
  const due: DueReview[] = [];
  const environment = { ...pair.environment, LOG_LEVEL: "error", ...more };
  const result = await reconcile(environment, {
    dryRun,
    onDue: (each) => due.push(each),
    pace: { throttle: false, timeoutMilliseconds: 400 },
    retryDelay: () => 1,
    reviewer: createFakeReviewer(),
    write: () => {},
    ...options,
  });
  return { ...result, due: due.map(({ owner, repo, number, why }) => `${owner}/${repo}#${number} ${why}`) };
}

describe("a sweep by hand", () => {
  test("says what is due and why, and does nothing in a dry run", async () => {
    const repository = pair.github.createRepository({ ...REPOSITORY, files: FILES });
    const { head, number } = pair.propose(repository, { "manifests/a.yaml": "fine\n" });
    const { due, left } = await sweepByHand(true);
    expect(due).toEqual([`${repository}#${number} missing`]);
    expect(left).toHaveLength(1);
    expect(pair.checksOn(repository, head)).toEqual([]);
  });

  test("reviews what is due, after which nothing is", async () => {
    const repository = pair.github.createRepository({ ...REPOSITORY, files: FILES });
    const { head } = pair.propose(repository, { "manifests/a.yaml": "fine\n" });
    expect(await sweepByHand(false)).toMatchObject({ left: [], unread: 0 });
    expect(pair.conclusionOn(repository, head)).toBe("success");
    expect(await sweepByHand(true)).toEqual({ due: [], left: [], unread: 0 });
  });

  test("says what could not be given a verdict, and what could not be read", async () => {
    const repository = pair.github.createRepository({ ...REPOSITORY, files: FILES });
    const other = pair.github.createRepository({ owner: "southport", name: "systems", files: FILES });
    pair.propose(repository, { "manifests/a.yaml": "fine\n" });
    pair.propose(other, { "manifests/a.yaml": "fine\n" });
    pair.github.installation("southport", "suspend");
    const reviewer = createFakeReviewer({ before: () => Promise.reject(new Error("stopped")) });
    const { left } = await sweepByHand(false, { reviewer });
    expect(left.map(({ owner, why }) => `${owner} ${why}`)).toEqual(["northport undecided"]);
    pair.github.faults.decide(({ path }) => (path === "/installation/repositories" ? "500" : undefined));
    expect(await sweepByHand(true)).toEqual({ due: [], left: [], unread: 1 });
  });

  test("writes into an audit log of its own, beside that of the app", async () => {
    const folder = mkdtempSync(join(tmpdir(), "bylaw-reconcile-"));
    const AUDIT_LOG = join(folder, "audit.jsonl");
    await pair.quiet(await pair.startApp({}, { AUDIT_LOG }));
    const repository = pair.github.createRepository({ ...REPOSITORY, files: FILES });
    pair.github.setWebhookUrl(undefined);
    pair.propose(repository, { "manifests/a.yaml": "fine\n" });
    await sweepByHand(false, {}, { AUDIT_LOG });
    expect(readdirSync(folder).sort()).toEqual(["audit.jsonl", "audit.reconcile.jsonl"]);
    const own = await verifyAuditLog(join(folder, "audit.reconcile.jsonl"));
    expect(own).toMatchObject({ ok: true, end: { entries: 2 } });
  });

  test.runIf(HAS_REDIS)("shares the queue of an app that has one in Redis, and lets go of it", async () => {
    const redis = await startRedis();
    const repository = pair.github.createRepository({ ...REPOSITORY, files: FILES });
    const { head } = pair.propose(repository, { "manifests/a.yaml": "fine\n" });
    const swept = await sweepByHand(false, {}, { REDIS_URL: redis.url, BYLAW_ROLE: "web" });
    expect(swept).toMatchObject({ left: [], unread: 0 });
    expect(pair.checksOn(repository, head)).toHaveLength(1);
    const connections = async () =>
      String(await redis.client.client("LIST"))
        .trim()
        .split("\n").length;
    // Redis notices a little later that somebody left.
    while ((await connections()) > 1) await new Promise((resolve) => setImmediate(resolve));
    await redis.close();
  });

  test("needs the app's credentials", async () => {
    const reconciled = reconcile({}, { dryRun: true, onDue: () => {} });
    await expect(reconciled).rejects.toThrow("no credentials are set");
  });
});
