import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { leaveOpen } from "./leave-open.ts";
import { type Pair, passesOn, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

describe("an app that starts", () => {
  test("completes at once what an app that died left unfinished", async () => {
    const { github } = pair;
    const { repository, pull, end } = await leaveOpen(pair);
    const app = await pair.startApp();
    await pair.quiet(app);
    expect(pair.checksOn(repository, pull.head)).toEqual([
      { status: "completed", conclusion: "failure", title: "blocked" },
    ]);
    expect(github.comments(repository, pull.number)).toHaveLength(1);
    await end();
  });

  test("starts anew where annotations are on the unfinished check already", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n".repeat(120) });
    github.faults.inject({ match: "PATCH *check-runs*", kind: "500", after: 1, times: 1 });
    const app = await pair.startApp();
    await pair.quiet(app);
    expect(pair.checksOn(repository, pull.head).map(({ conclusion }) => conclusion)).toEqual([
      "cancelled",
      "failure",
    ]);
    expect(github.checkRuns(repository, pull.head).at(-1)?.annotations).toHaveLength(120);
  });

  test("reviews what nobody told it of", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    const app = await pair.startApp();
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("failure");
  });

  test("judges again only what is past its date or lies on another base", async () => {
    const { github } = pair;
    const repository = github.createRepository({ ...REPOSITORY });
    const valid = pair.propose(repository, { "manifests/a.yaml": "BLOCK\n" }, { branch: "a" });
    const first = await pair.startApp({ reviewer: createFakeReviewer({ validUntil: "2026-11-24" }) });
    await pair.quiet(first);
    await first.close();
    github.setWebhookUrl(undefined);

    const same = createFakeReviewer();
    await pair.quiet(await pair.startApp({ reviewer: same }));
    expect(same.inputs).toEqual([]);

    github.setWebhookUrl(undefined);
    github.commit(repository, "main", { message: "Other", author: "ruth", files: { "README.md": "b" } });
    const moved = createFakeReviewer({ validUntil: "2026-11-23" });
    await pair.quiet(await pair.startApp({ reviewer: moved }));
    expect(moved.inputs).toHaveLength(1);

    const expired = createFakeReviewer();
    await pair.quiet(await pair.startApp({ reviewer: expired }));
    expect(expired.inputs).toHaveLength(1);
    expect(pair.conclusionOn(repository, valid.head)).toBe("failure");
  });

  test("reviews again what could not be evaluated while GitHub was out of order", async () => {
    const { github } = pair;
    const first = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    github.faults.inject({ match: "GET *git/trees*", kind: "500", times: 1_000 });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "fine\n" });
    await pair.quiet(first);
    expect(pair.checksOn(repository, pull.head)).toEqual([
      { status: "completed", conclusion: "failure", title: "Could not be evaluated" },
    ]);
    await first.close();
    github.faults.clear();
    await pair.quiet(await pair.startApp());
    expect(pair.conclusionOn(repository, pull.head)).toBe("success");
  });

  test("reviews a repository it is given after the fact", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, installed: false });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    github.setInstalled(repository, true);
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("failure");
  });
});

test("a head that goes from A to B and back to A while it is judged never passes wrongly", async () => {
  const { github } = pair;
  const repository = github.createRepository({ ...REPOSITORY });
  let between = async () => {};
  const app = await pair.startApp({ reviewer: createFakeReviewer({ before: () => between() }) });
  const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
  await pair.quiet(app);
  const bad = pair.push(pull, { "manifests/cameras.yaml": "still\nBLOCK\n" });
  const passes = passesOn(github, bad);
  await pair.quiet(app);
  const good = pair.push(pull, { "manifests/cameras.yaml": "fine\n" });
  await pair.quiet(app);
  between = async () => {
    github.forcePush(repository, pull.branch, bad);
    await new Promise((resolve) => setTimeout(resolve, 2));
    github.forcePush(repository, pull.branch, good);
    await new Promise((resolve) => setTimeout(resolve, 2));
    github.forcePush(repository, pull.branch, bad);
    between = async () => {};
  };
  github.forcePush(repository, pull.branch, bad);
  await pair.quiet(app);
  for (let round = 0; round < 20; round += 1) {
    github.forcePush(repository, pull.branch, round % 2 === 0 ? good : bad);
    await new Promise((resolve) => setTimeout(resolve, round));
  }
  github.forcePush(repository, pull.branch, bad);
  await pair.quiet(app);
  expect(passes).toEqual([]);
  expect(pair.conclusionOn(repository, bad)).toBe("failure");
  expect(github.comments(repository, pull.number)).toHaveLength(1);
});

describe("a tree that GitHub cuts short", () => {
  test("never passes, and the check says why", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    github.faults.inject({ match: "GET *git/trees*", kind: "truncated-tree", times: 1_000 });
    const repository = github.createRepository({ ...REPOSITORY, files: { "a.txt": "a", "b.txt": "b" } });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "fine\n" });
    await pair.quiet(app);
    expect(pair.checksOn(repository, pull.head)).toEqual([
      { status: "completed", conclusion: "failure", title: "Could not be evaluated" },
    ]);
    expect(github.checkRuns(repository, pull.head)[0]?.summary).toContain("/bylaw recheck");
  });
});

describe("policies of another repository", () => {
  const configuration = (repository: string) => JSON.stringify({ policies: { repository, ref: "v3" } });

  test("judge in place of its own", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const policies = github.createRepository({ owner: "northport", name: "policies" });
    github.commit(policies, "v3", {
      message: "Policies",
      author: "ruth",
      files: { "policies/one/policy.yaml": "off", "README.md": "x" },
    });
    const files = { ".github/bylaw.yml": configuration(policies), "policies/one/policy.yaml": "on" };
    const repository = github.createRepository({ ...REPOSITORY, files });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("success");
  });

  test("have the sweep judge again once their branch moves, and let it rest until then", async () => {
    const { github } = pair;
    const policies = github.createRepository({ owner: "northport", name: "policies" });
    const write = (text: string) =>
      github.commit(policies, "v3", {
        message: "Policies",
        author: "ruth",
        files: { "policies/one/policy.yaml": text },
      });
    write("off");
    const files = { ".github/bylaw.yml": configuration(policies) };
    const repository = github.createRepository({ ...REPOSITORY, files });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    const sweeps = async () => {
      const reviewer = createFakeReviewer();
      const app = await pair.startApp({ reviewer });
      await pair.quiet(app);
      await app.close();
      github.setWebhookUrl(undefined);
      return { reviews: reviewer.inputs.length, conclusion: pair.conclusionOn(repository, pull.head) };
    };
    expect(await sweeps()).toEqual({ reviews: 1, conclusion: "success" });
    expect(await sweeps()).toEqual({ reviews: 0, conclusion: "success" });
    write("on");
    expect(await sweeps()).toEqual({ reviews: 1, conclusion: "failure" });
    expect(await sweeps()).toEqual({ reviews: 0, conclusion: "failure" });
  });

  test("that cannot be read stop the review, with a way out", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const files = { ".github/bylaw.yml": configuration("ministry/policies") };
    const repository = github.createRepository({ ...REPOSITORY, files });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "fine\n" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("failure");
    const [check] = github.checkRuns(repository, pull.head);
    expect(check?.summary).toContain("the policies in `ministry/policies` at `v3` cannot be read");
    expect(check?.summary).toContain(
      "make that repository public or, where the owner is the same, install the app on it too",
    );
  });
});
