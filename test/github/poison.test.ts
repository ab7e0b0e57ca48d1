import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { numberAt } from "../../src/github/answer.ts";
import { NO_AUDIT_LOG } from "../../src/github/audit/audit-log.ts";
import { configurationFromEnvironment } from "../../src/github/configuration-from-environment.ts";
import { connect } from "../../src/github/connect.ts";
import { evaluateInChild } from "../../src/github/evaluate-in-child.ts";
import { createLog } from "../../src/github/log.ts";
import { createMetrics } from "../../src/github/metrics.ts";
import { reviewPullRequest } from "../../src/github/review-pull-request.ts";
import type { Reviewer } from "../../src/github/reviewer.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const PROGRAM = join(mkdtempSync(join(tmpdir(), "bylaw-")), "child.mjs");
writeFileSync(PROGRAM, 'process.once("message", () => process.abort());');

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

/** A reviewer whose evaluator dies of every head with a line `POISON`, and what it was asked to judge. */
function createMortalReviewer(): Reviewer & { readonly asked: readonly string[] } {
  const fake = createFakeReviewer();
  const asked: string[] = [];
  return {
    ...fake,
    asked,
    async review(input) {
      const texts = input.head.map(({ bytes }) => Buffer.from(bytes).toString());
      const isPoison = texts.some((text) => text.includes("POISON"));
      asked.push(isPoison ? "poison" : "other");
      if (!isPoison) return await fake.review(input);
      return await evaluateInChild(input, { program: PROGRAM, milliseconds: 20_000, megabytes: 64 });
    },
  };
}

const FAILED = { status: "completed", conclusion: "failure", title: "Could not be evaluated" };

describe("a head that kills its evaluator", () => {
  test("is completed without a verdict and left alone, by whoever starts next too, until it moves", async () => {
    const { github } = pair;
    const files = { ".github/bylaw.yml": '{"reviewers":{"privacy":["@ruth"]}}' };
    const repository = github.createRepository({ ...REPOSITORY, files });
    const first = createMortalReviewer();
    const app = await pair.startApp({ reviewer: first });
    const poison = pair.propose(repository, { "manifests/a.yaml": "POISON\n" }, { branch: "poison" });
    const other = pair.propose(repository, { "manifests/b.yaml": "fine\n" }, { branch: "other" });
    await pair.quiet(app);
    expect(pair.checksOn(repository, poison.head)).toEqual([FAILED]);
    expect(pair.conclusionOn(repository, other.head)).toBe("success");
    expect(first.asked.filter((what) => what === "poison")).toHaveLength(1);
    // An approval changes nothing of what could not be judged.
    github.review(poison, { user: "ruth", state: "APPROVED" });
    await pair.quiet(app);
    expect(first.asked.filter((what) => what === "poison")).toHaveLength(1);
    await app.close();

    const second = createMortalReviewer();
    const next = await pair.startApp({ reviewer: second });
    await pair.quiet(next);
    expect(second.asked).toEqual([]);
    expect(pair.checksOn(repository, poison.head)).toEqual([FAILED]);
    const mended = pair.push(poison, { "manifests/a.yaml": "fine\n" });
    await pair.quiet(next);
    expect(pair.conclusionOn(repository, mended)).toBe("success");
  });
});

test("a review that ended five processes is completed without a sixth", async () => {
  const { github } = pair;
  const repository = github.createRepository({ ...REPOSITORY });
  const { head, number } = pair.propose(repository, { "manifests/a.yaml": "fine\n" });
  const reviewer = createFakeReviewer();
  const { credentials, ...configuration } = configurationFromEnvironment(pair.environment);
  if (credentials === undefined) throw new Error("the pair has credentials");
  const { asApp, context } = await connect(
    { ...configuration, credentials },
    {
      reviewer,
      log: createLog("error", () => {}),
      metrics: createMetrics(() => new Date()),
      audit: NO_AUDIT_LOG,
      now: () => new Date(),
      pace: { throttle: false, timeoutMilliseconds: 2_000 },
      seen: () => {},
      turnToWrite: async () => {},
      enqueue: async () => {},
    },
  );
  const [owner = "", repo = ""] = repository.split("/");
  const installation = numberAt(
    await (await asApp()).rest("GET /repos/{owner}/{repo}/installation", { owner, repo }),
    "id",
  );
  const job = { installation, owner, repo, number };
  const attempt = { forced: false, last: false, isHeld: async () => true };
  await reviewPullRequest(await context(), job, { ...attempt, crashes: 5 });
  expect(pair.checksOn(repository, head)).toEqual([FAILED]);
  expect(github.checkRuns(repository, head)[0]?.summary).toContain("5 processes of the app ended");
  expect(reviewer.inputs).toEqual([]);
  await reviewPullRequest(await context(), job, { ...attempt, crashes: 4 });
  expect(pair.conclusionOn(repository, head)).toBe("success");
});
