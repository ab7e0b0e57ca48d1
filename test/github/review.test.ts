import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { callsForOnePullRequest } from "./count-calls.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

describe("a pull request", () => {
  test("with a finding gets a failed check with its annotation, and a comment", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, files: { "README.md": "a" } });
    const { head, number } = pair.propose(repository, { "manifests/cameras.yaml": "x\nBLOCK\n" });
    await pair.quiet(app);
    expect(github.checkRuns(repository, head)).toMatchObject([
      {
        name: "bylaw",
        status: "completed",
        conclusion: "failure",
        title: "blocked",
        annotations: [{ path: "manifests/cameras.yaml", start_line: 2, annotation_level: "failure" }],
      },
    ]);
    expect(github.comments(repository, number)).toMatchObject([
      { user: { login: "bylaw[bot]" }, body: `<!-- bylaw:summary -->\n${head}: 1 findings` },
    ]);
  });

  test("without a finding gets a successful check and no comment", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    const { head, number } = pair.propose(repository, { "manifests/cameras.yaml": "fine\n" });
    await pair.quiet(app);
    expect(pair.checksOn(repository, head)).toEqual([
      { status: "completed", conclusion: "success", title: "pass" },
    ]);
    expect(github.comments(repository, number)).toEqual([]);
  });

  test("keeps one comment, which is edited at each push and shortened when all is fixed", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    const { branch, number } = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    const fixed = github.commit(repository, branch, {
      message: "Fix",
      author: "dana",
      files: { "manifests/cameras.yaml": "fine\n" },
    });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, fixed)).toBe("success");
    expect(github.comments(repository, number).map(({ body }) => body)).toEqual([
      `<!-- bylaw:summary -->\n${fixed}: 0 findings`,
    ]);
  });

  test("of five pushes in a burst ends with one comment and a completed check on the last head", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    const { branch, number } = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    let last = "";
    for (let push = 1; push <= 5; push += 1) {
      last = github.commit(repository, branch, {
        message: `Push ${push}`,
        author: "dana",
        files: { "manifests/cameras.yaml": `${push}\nBLOCK\n` },
      });
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await pair.quiet(app);
    expect(pair.checksOn(repository, last)).toEqual([
      { status: "completed", conclusion: "failure", title: "blocked" },
    ]);
    expect(github.comments(repository, number).map(({ body }) => body)).toEqual([
      `<!-- bylaw:summary -->\n${last}: 1 findings`,
    ]);
    const every = github.world.repositories.get(repository)?.checkRuns ?? [];
    expect(every.filter(({ status }) => status !== "completed")).toEqual([]);
  });

  test("from a fork is reviewed by its head commit", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    const fork = github.createFork(repository, "dana");
    const head = github.commit(fork, "proposal", {
      message: "Change",
      author: "dana",
      files: { "manifests/cameras.yaml": "BLOCK\n" },
    });
    github.openPullRequest(repository, {
      title: "Change",
      head: "proposal",
      headRepository: fork,
      author: "dana",
    });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("failure");
    const [check] = github.checkRuns(repository, head);
    if (check === undefined) throw new Error("there is a check");
    github.requestRerun(check);
    await pair.quiet(app);
    expect(pair.checksOn(repository, head)).toHaveLength(2);
  });

  test("whose head was written before its other commits, as after a rebase, is judged by its head", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY });
    const { branch } = pair.propose(repository, { "manifests/cameras.yaml": "fine\n" });
    const head = github.commit(repository, branch, {
      message: "Picked from last year",
      author: "dana",
      files: { "manifests/cameras.yaml": "BLOCK\n" },
      writtenAt: Date.parse("2025-11-23T12:00:00Z"),
    });
    const app = await pair.startApp();
    await pair.quiet(app);
    expect(pair.checksOn(repository, head).map(({ conclusion }) => conclusion)).toEqual(["failure"]);
    await app.close();
    github.clearRequests();
    await pair.quiet(await pair.startApp());
    expect(github.requests.filter(({ method }) => method === "PATCH")).toEqual([]);
  });

  test("with the head of another one gets the worse of the two verdicts", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    github.commit(repository, "release", {
      message: "Rule switched off here",
      author: "ruth",
      files: { "policies/one/policy.yaml": "off" },
    });
    const { head, branch, number } = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    const second = github.openPullRequest(repository, {
      title: "The same to the release",
      head: branch,
      base: "release",
      author: "dana",
    });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("failure");
    github.closePullRequest({ repository, number });
    await pair.quiet(app);
    // The check stays on the commit, and the commit may go into the default branch next.
    expect(pair.conclusionOn(repository, head)).toBe("failure");
    expect(github.comments(repository, second.number)).toEqual([]);
  });

  test("into a branch with looser policies is judged by the default branch too", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    github.commit(repository, "loose", {
      message: "Rule switched off here",
      author: "dana",
      files: { "policies/one/policy.yaml": "off" },
    });
    const head = github.commit(repository, "cameras", {
      message: "Cameras",
      author: "dana",
      files: { "manifests/cameras.yaml": "BLOCK\n" },
    });
    const opened = { title: "Cameras", head: "cameras", base: "loose", author: "dana" };
    const pull = github.openPullRequest(repository, opened);
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("failure");
    expect(github.checkRuns(repository, head).at(-1)?.summary).toContain("by `main`");
    github.retarget(pull, "main");
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("failure");
  });

  test("that is closed is left alone, and no check on it stays open", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY });
    let close = () => {};
    const app = await pair.startApp({ reviewer: createFakeReviewer({ before: async () => close() }) });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    close = () => github.closePullRequest(pull);
    await pair.quiet(app);
    expect(pair.checksOn(repository, pull.head).map(({ conclusion }) => conclusion)).toEqual(["cancelled"]);
    expect(github.comments(repository, pull.number)).toEqual([]);
  });

  test("is judged by the policies of its base, not by its own", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({
      ...REPOSITORY,
      files: { "policies/one/policy.yaml": "on" },
    });
    const { head } = pair.propose(repository, {
      "manifests/cameras.yaml": "BLOCK\n",
      "policies/one/policy.yaml": "off",
    });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("failure");
    github.commit(repository, "main", {
      message: "Switch the rule off",
      author: "ruth",
      files: { "policies/one/policy.yaml": "off" },
    });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("success");
  });

  test("is judged anew when its base branch changes", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const files = { "policies/one/policy.yaml": "off" };
    const repository = github.createRepository({ ...REPOSITORY, files });
    github.commit(repository, "release", {
      message: "Rule switched on here",
      author: "ruth",
      files: { "policies/one/policy.yaml": "on" },
    });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("success");
    github.retarget(pull, "release");
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("failure");
  });

  test("in dry-run mode gets a neutral check", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const files = { ".github/bylaw.yml": '{"mode":"dry-run"}' };
    const repository = github.createRepository({ ...REPOSITORY, files });
    const { head } = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    expect(pair.checksOn(repository, head)).toEqual([
      { status: "completed", conclusion: "neutral", title: "Dry run" },
    ]);
  });

  test("with more than fifty findings gets every annotation, the last with the completion", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    github.faults.inject({ match: "PATCH *check-runs*", kind: "500-after", after: 1 });
    const { head } = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n".repeat(120) });
    await pair.quiet(app);
    const lines = github
      .checkRuns(repository, head)
      .at(-1)
      ?.annotations.map(({ start_line }) => start_line);
    expect(lines).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
    expect(pair.conclusionOn(repository, head)).toBe("failure");
  });
});

test("a review takes no more than eight requests for a hundred files and fifty annotations", async () => {
  expect((await callsForOnePullRequest()).length).toBeLessThanOrEqual(8);
});

test("a log holds JSON lines, and nothing of manifests, keys, secrets or tokens", async () => {
  const { github } = pair;
  const app = await pair.startApp();
  const repository = github.createRepository({ ...REPOSITORY });
  github.faults.inject({ match: "POST *comments", kind: "500", times: 10 });
  github.faults.inject({ match: "GET *git/trees*", kind: "422-abuse" });
  const { number } = pair.propose(repository, { "manifests/cameras.yaml": "canary-manifest\nBLOCK\n" });
  github.comment({ repository, number }, "dana", "/bylaw recheck\ncanary-comment");
  await pair.quiet(app);
  const log = pair.logs.join("");
  for (const line of pair.logs) expect(JSON.parse(line)).toMatchObject({ msg: expect.any(String) });
  expect(log).toContain("to be tried again");
  for (const secret of [...github.world.tokens.keys(), "canary", "PRIVATE KEY", pair.secret]) {
    expect(log).not.toContain(secret);
  }
});
