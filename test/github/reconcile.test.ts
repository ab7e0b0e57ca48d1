import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Queue as Jobs } from "bullmq";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAuditLog } from "../../src/github/audit/verify-audit-log.ts";
import { REDIS_PLACE } from "../../src/github/queue/redis-place.ts";
import type { ServeOptions } from "../../src/github/server/serving.ts";
import { type DueReview, type Reconciled, reconcile } from "../../src/github/sweep/reconcile.ts";
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

  test("goes on to the others where one pull request cannot be read, and fails that one", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY, files: FILES });
    github.commit(repository, "next", { message: "Next", author: "ruth", files: { "NEXT.md": "1\n" } });
    const lost = pair.propose(repository, { "manifests/a.yaml": "fine\n" }, { branch: "a" });
    github.retarget(lost, "next");
    await sweepByHand(false);
    expect(pair.conclusionOn(repository, lost.head)).toBe("success");
    github.world.repositories.get(repository)?.refs.delete("refs/heads/next");
    const other = pair.propose(repository, { "manifests/b.yaml": "fine\n" }, { branch: "b" });
    const { due, left, unread } = await sweepByHand(false);
    expect(due).toEqual([`${repository}#${lost.number} unread`, `${repository}#${other.number} missing`]);
    expect({ left: left.map(({ number }) => number), unread }).toEqual({ left: [lost.number], unread: 1 });
    expect(pair.conclusionOn(repository, other.head)).toBe("success");
    expect(pair.checksOn(repository, lost.head).at(-1)).toMatchObject({
      conclusion: "failure",
      title: "Could not be evaluated",
    });
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

  test.runIf(HAS_REDIS)(
    "shares the queue of an app that has one in Redis, waits for its own there alone, and lets go of it",
    async () => {
      const redis = await startRedis();
      const repository = pair.github.createRepository({ ...REPOSITORY, files: FILES });
      const { head } = pair.propose(repository, { "manifests/a.yaml": "fine\n" });
      // What waits there for an hour is not this sweep's.
      const jobs = new Jobs("reviews", { connection: redis.client, prefix: REDIS_PLACE });
      await jobs.add("soon", {}, { delay: 3_600_000 });
      await jobs.close();
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
    },
  );

  test("needs the app's credentials", async () => {
    const reconciled = reconcile({}, { dryRun: true, onDue: () => {} });
    await expect(reconciled).rejects.toThrow("no credentials are set");
  });
});
