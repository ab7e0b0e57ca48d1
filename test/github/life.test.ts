import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

describe("a pull request", () => {
  test("is reviewed as a draft, and not again for being ready", async () => {
    const { github } = pair;
    const reviewer = createFakeReviewer();
    const app = await pair.startApp({ reviewer });
    const repository = github.createRepository({ ...REPOSITORY });
    const files = { "manifests/cameras.yaml": "BLOCK\n" };
    const head = github.commit(repository, "draft", { message: "Draft", author: "dana", files });
    const pull = github.openPullRequest(repository, {
      title: "Draft",
      head: "draft",
      author: "dana",
      draft: true,
    });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("failure");
    github.markReady(pull);
    await pair.quiet(app);
    expect(reviewer.inputs).toHaveLength(1);
  });

  test("that is closed, pushed to and reopened is judged by its head of then", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    github.closePullRequest(pull);
    const head = pair.push(pull, { "manifests/cameras.yaml": "fine\n" });
    await pair.quiet(app);
    expect(pair.checksOn(repository, head)).toEqual([]);
    github.reopenPullRequest(pull);
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("success");
  });

  test("in a merge group has the group's check given again on request", async () => {
    const { github } = pair;
    const reviewer = createFakeReviewer();
    const app = await pair.startApp({ reviewer });
    const repository = github.createRepository({ ...REPOSITORY });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "fine\n" });
    const group = github.createMergeGroup([pull]);
    await pair.quiet(app);
    const before = reviewer.inputs.length;
    const [run] = github.checkRuns(repository, group.headSha);
    if (run === undefined) throw new Error("there is a check");
    github.requestRerun(run);
    await pair.quiet(app);
    expect(reviewer.inputs.length).toBeGreaterThan(before);
    expect(pair.conclusionOn(repository, group.headSha)).toBe("success");
  });

  test("whose summary of ours stands there twice keeps the first", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    const { comments } = github.pullRequest(repository, pull.number);
    const [first] = comments;
    if (first === undefined) throw new Error("there is a comment");
    comments.push({ ...first, id: first.id + 1_000, reactions: [] });
    const head = pair.push(pull, { "manifests/cameras.yaml": "BLOCK\nBLOCK\n" });
    await pair.quiet(app);
    expect(github.comments(repository, pull.number).map(({ id, body }) => [id, body.split("\n")[1]])).toEqual(
      [[first.id, `${head}: 2 findings`]],
    );
  });
});
