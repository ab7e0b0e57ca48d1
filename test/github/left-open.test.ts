import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { leaveOpen } from "./leave-open.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

describe("a check left in progress", () => {
  test("on a commit that a forced push took away is completed by the next app that starts", async () => {
    const { github } = pair;
    const { repository, pull, bury } = await leaveOpen(pair);
    await bury();
    const other = github.commit(repository, "aside", {
      message: "Another way",
      author: "dana",
      files: { "manifests/cameras.yaml": "fine\n" },
    });
    github.forcePush(repository, pull.branch, other, "dana");
    const app = await pair.startApp();
    await pair.quiet(app);
    expect(pair.checksOn(repository, pull.head)).toMatchObject([
      { status: "completed", conclusion: "cancelled" },
    ]);
    expect(pair.conclusionOn(repository, other)).toBe("success");
  });

  test("on a pull request that was closed meanwhile is completed by the next app that starts", async () => {
    const { github } = pair;
    const { repository, pull, bury } = await leaveOpen(pair);
    await bury();
    github.closePullRequest(pull);
    const app = await pair.startApp();
    await pair.quiet(app);
    expect(pair.checksOn(repository, pull.head)).toMatchObject([
      { status: "completed", conclusion: "cancelled" },
    ]);
  });

  test("on a merge group that is taken apart is completed", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "fine\n" });
    await pair.quiet(app);
    github.faults.inject({ match: "PATCH *check-runs*", kind: "500", times: 1_000 });
    const group = github.createMergeGroup([pull]);
    await pair.quiet(app);
    expect(pair.checksOn(repository, group.headSha).at(-1)).toMatchObject({ status: "in_progress" });
    github.faults.clear();
    github.destroyMergeGroup(group, "invalidated");
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, group.headSha)).toBe("cancelled");
  });
});
