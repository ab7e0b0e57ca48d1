import { afterEach, beforeEach, expect, test } from "vitest";
import { numberAt } from "../../src/github/api/answer.ts";
import { connect } from "../../src/github/api/connect.ts";
import { NO_AUDIT_LOG } from "../../src/github/audit/audit-log.ts";
import type { Attempt } from "../../src/github/queue/queue.ts";
import { reviewPullRequest } from "../../src/github/review/review-pull-request.ts";
import { createMetrics } from "../../src/github/server/metrics.ts";
import { configurationFromEnvironment } from "../../src/github/settings/configuration-from-environment.ts";
import { createLog } from "../../src/github/settings/log.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

/** A pull request, and the way to make one attempt at its review as a queue would. */
async function propose(manifest: string) {
  const { github } = pair;
  const repository = github.createRepository({ ...REPOSITORY });
  const { head, number } = pair.propose(repository, { "manifests/a.yaml": manifest });
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
  const route = "GET /repos/{owner}/{repo}/installation";
  const installation = numberAt(await (await asApp()).rest(route, { owner, repo }), "id");
  const review = async (more: Partial<Attempt>) => {
    const attempt = {
      forced: false,
      last: false,
      crashes: 0,
      isHeld: async () => true,
      ...more,
    };
    await reviewPullRequest(await context(), { installation, owner, repo, number }, attempt);
  };
  const comments = () => github.comments(repository, number).length;
  return { repository, head, reviewer, review, comments };
}

test("a review that ended five processes is completed without a sixth", async () => {
  const { repository, head, reviewer, review } = await propose("fine\n");
  await review({ crashes: 5 });
  expect(pair.checksOn(repository, head)).toMatchObject([{ title: "Could not be evaluated" }]);
  expect(pair.github.checkRuns(repository, head)[0]?.summary).toContain("5 processes of the app ended");
  expect(reviewer.inputs).toEqual([]);
  await review({ crashes: 4 });
  expect(pair.conclusionOn(repository, head)).toBe("success");
});

test.for([
  ["before it writes", [false], 0],
  ["while it writes", [true, false], 1],
] as const)("a review that is given to another process %s is left to that one", async ([, held, written]) => {
  const { repository, head, review, comments } = await propose("BLOCK\n");
  const answers: boolean[] = [...held];
  await review({ isHeld: async () => answers.shift() ?? true });
  expect(answers).toEqual([]);
  expect(comments()).toBe(written);
  expect(pair.checksOn(repository, head)).toMatchObject([{ status: "in_progress" }]);
  await review({});
  expect(comments()).toBe(1);
  expect(pair.checksOn(repository, head)).toMatchObject([{ conclusion: "failure", title: "blocked" }]);
});
