import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { verifyAuditLog } from "../../src/github/audit/verify-audit-log.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const FILE = "manifests/a.yaml";
const POLICIES = { "policies/one/policy.yaml": "on\n" };

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

const folder = (): string => mkdtempSync(join(tmpdir(), "bylaw-operations-"));

/** The value of one series, as Prometheus would read it. */
function series(text: string, name: string): number {
  const line = text.split("\n").find((each) => each.startsWith(`${name} `));
  return Number(line?.split(" ").at(-1));
}

describe("the metrics", () => {
  test("count what was asked, answered, reviewed and recorded, and name no repository", async () => {
    const environment = { METRICS_PORT: "0", AUDIT_LOG: join(folder(), "audit.jsonl") };
    const app = await pair.startApp({}, environment);
    const repository = pair.github.createRepository({ ...REPOSITORY, files: POLICIES });
    pair.propose(repository, { [FILE]: "BLOCK\n" });
    await pair.quiet(app);
    const answer = await fetch(`http://127.0.0.1:${app.metricsPort}/metrics`);
    expect(answer.headers.get("content-type")).toContain("text/plain");
    const text = await answer.text();
    expect(series(text, 'bylaw_reviews_total{result="judged",conclusion="failure"}')).toBeGreaterThan(0);
    expect(series(text, 'bylaw_review_duration_seconds_count{result="judged"}')).toBeGreaterThan(0);
    expect(series(text, 'bylaw_webhook_answers_total{status="202"}')).toBeGreaterThan(0);
    expect(series(text, 'bylaw_sweeps_total{outcome="ended"}')).toBe(1);
    expect(series(text, "bylaw_sweep_age_seconds")).toBeGreaterThanOrEqual(0);
    expect(series(text, 'bylaw_queue_tasks{queue="reviews",state="waiting"}')).toBe(0);
    expect(series(text, 'bylaw_audit_entries_total{kind="verdict"}')).toBeGreaterThan(0);
    const route = 'route="POST /repos/{owner}/{repo}/check-runs",status="201"';
    expect(series(text, `bylaw_github_requests_total{${route}}`)).toBe(1);
    expect(text).toMatch(/^bylaw_github_rate_limit_remaining\{installation="\d+",resource="core"\} \d+$/m);
    expect(text).not.toMatch(new RegExp(`${REPOSITORY.owner}|${REPOSITORY.name}`));
  });

  test("are nowhere on the port that GitHub reaches, nor at all where no port is set", async () => {
    const app = await pair.startApp();
    expect(app.metricsPort).toBeUndefined();
    expect((await fetch(`http://127.0.0.1:${app.port}/metrics`)).status).toBe(404);
  });

  test("count what went wrong", async () => {
    const app = await pair.startApp({}, { METRICS_PORT: "0" });
    const repository = pair.github.createRepository({ ...REPOSITORY, files: POLICIES });
    pair.github.faults.inject({ kind: "500", match: "POST *check-runs" });
    pair.propose(repository, { [FILE]: "fine\n" });
    await pair.quiet(app);
    const text = await (await fetch(`http://127.0.0.1:${app.metricsPort}/metrics`)).text();
    expect(series(text, 'bylaw_task_failures_total{queue="reviews",outcome="again"}')).toBe(1);
  });
});

describe("a check under the app's name by another app", () => {
  test("is told in the log, and held for no check of ours", async () => {
    const app = await pair.startApp();
    const repository = pair.github.createRepository({ ...REPOSITORY, files: POLICIES });
    const { head } = pair.propose(repository, { [FILE]: "BLOCK\n" });
    await pair.quiet(app);
    pair.github.addForeignCheck(repository, {
      name: "bylaw",
      headSha: head,
      conclusion: "success",
      appId: 15368,
    });
    await pair.quiet(app);
    const told = pair.logs.map((line) => JSON.parse(line)).find(({ msg }) => msg.startsWith("another app"));
    expect(told).toMatchObject({ level: "warn", repository, commit: head, by: 15368 });
  });
});

describe("the log", () => {
  test("leads from GitHub's delivery to the pull request and the commit that was reviewed", async () => {
    const app = await pair.startApp();
    const repository = pair.github.createRepository({ ...REPOSITORY, files: POLICIES });
    const { head, number } = pair.propose(repository, { [FILE]: "fine\n" });
    await pair.quiet(app);
    const { guid } = pair.github.deliveries.find(({ event }) => event === "pull_request") ?? {};
    const lines = pair.logs.map((line) => JSON.parse(line));
    const place = { repository, pull_request: number, installation: expect.any(Number) };
    expect(lines.find(({ delivery, msg }) => msg === "queued" && delivery === guid)).toMatchObject(place);
    const key = expect.stringMatching(/^[0-9a-f]{64}$/);
    expect(lines.find(({ msg }) => msg === "reviewed")).toMatchObject({ ...place, commit: head, key });
  });
});

describe("the audit log", () => {
  test("says of every verdict what it rests on, before the check says it", async () => {
    const file = join(folder(), "audit.jsonl");
    const app = await pair.startApp({}, { AUDIT_LOG: file });
    const configuration = '{"reviewers":{"privacy":["@northport/privacy"]}}';
    const files = { ...POLICIES, ".github/bylaw.yml": configuration };
    const repository = pair.github.createRepository({ ...REPOSITORY, files });
    pair.github.addTeamMember("northport", "privacy", "ruth");
    const pull = pair.propose(repository, { [FILE]: "APPROVE\n" });
    await pair.quiet(app);
    pair.github.review(pull, { user: "ruth", state: "APPROVED" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("success");
    const entries = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const verdicts = entries.filter(({ kind }) => kind === "verdict");
    expect(verdicts.map(({ conclusion }) => conclusion)).toEqual(["action_required", "success"]);
    expect(verdicts[1]).toMatchObject({
      repository,
      commit: pull.head,
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      valid_until: expect.stringMatching(/^2026-/),
      judged: [
        {
          pull_request: pull.number,
          base: pair.github.branch(repository, "main"),
          digests: expect.objectContaining({ policies: expect.any(String) }),
          approvals: [{ group: "privacy", user: "ruth" }],
          waivers: [],
        },
      ],
    });
    const noted = pair.logs.map((line) => JSON.parse(line)).findLast(({ audit }) => audit !== undefined);
    expect(await verifyAuditLog(file, noted.audit)).toMatchObject({ ok: true });
  });

  test("that takes no entry lets nothing pass, and the probe says so", async () => {
    const file = join(folder(), "audit.jsonl");
    const app = await pair.startApp({}, { AUDIT_LOG: file });
    const repository = pair.github.createRepository({ ...REPOSITORY, files: POLICIES });
    await pair.quiet(app);
    // Somebody cuts it while the app runs.
    truncateSync(file);
    const { head } = pair.propose(repository, { [FILE]: "fine\n" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("failure");
    expect(pair.checksOn(repository, head).at(-1)?.title).toBe("Could not be evaluated");
    expect(pair.logs.join("")).toContain(
      "the audit log takes no entry: another process writes to it, or cut it",
    );
    const answer = await fetch(`http://127.0.0.1:${app.port}/readyz`);
    expect(await answer.json()).toMatchObject({ reasons: ["the audit log takes no entries"] });
  });

  test("that is broken keeps the app from starting", async () => {
    const environment = { AUDIT_LOG: join(folder(), "audit.jsonl") };
    const first = await pair.startApp({}, environment);
    await first.close();
    const text = readFileSync(environment.AUDIT_LOG, "utf8");
    writeFileSync(environment.AUDIT_LOG, text.replace("opened", "verdict"));
    await expect(pair.startApp({}, environment)).rejects.toThrow("`AUDIT_LOG` is broken at line 1");
  });
});
