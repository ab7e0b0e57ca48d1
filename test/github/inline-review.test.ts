import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

const FAR = Array.from({ length: 40 }, (_, index) => `line ${index}`).join("\n");
const FILES = {
  ".github/bylaw.yml": '{"inline":true}',
  "manifests/old.yaml": `BLOCK\n${FAR}\n`,
};

async function start(files: Readonly<Record<string, string>> = FILES) {
  const app = await pair.startApp();
  const repository = pair.github.createRepository({ ...REPOSITORY, files });
  const remarks = (number: number) => pair.github.reviewComments(repository, number);
  return { app, repository, remarks };
}

describe("remarks on lines", () => {
  test("are made only where the repository asks for them", async () => {
    const { app, repository, remarks } = await start({ "README.md": "a" });
    const { number } = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    expect(remarks(number)).toEqual([]);
    expect(pair.github.requests.filter(({ path }) => path.includes("/files"))).toEqual([]);
  });

  test("stand in one review that asks for nothing, on lines the diff shows, and before the check ends", async () => {
    const { github } = pair;
    const { app, repository, remarks } = await start();
    const { head, number } = pair.propose(repository, {
      "manifests/cameras.yaml": "x\nBLOCK\nBLOCK\n",
      // The finding stands on the first line, far from the last, which changes.
      "manifests/old.yaml": `BLOCK\n${FAR}\nmore\n`,
    });
    await pair.quiet(app);
    expect(github.reviews(repository, number)).toMatchObject([
      { state: "COMMENTED", commit: head, user: { login: "bylaw[bot]" } },
    ]);
    expect(remarks(number).map(({ path, line, side }) => [path, line, side])).toEqual([
      ["manifests/cameras.yaml", 2, "RIGHT"],
      ["manifests/cameras.yaml", 3, "RIGHT"],
    ]);
    const writes = github.requests.filter(
      ({ method, path }) => method !== "GET" && !/token|graphql/.test(path),
    );
    expect(writes.map(({ method, path }) => `${method} ${path.split("/").at(-1)}`)).toEqual([
      "POST check-runs",
      "POST reviews",
      "POST comments",
      expect.stringMatching(/^PATCH \d+$/),
    ]);
  });

  test("that are settled say so at the next push, and those found again are remarks again", async () => {
    const { app, repository, remarks } = await start();
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\nBLOCK\n" });
    await pair.quiet(app);
    const fixed = pair.push(pull, { "manifests/cameras.yaml": "BLOCK\nfine\n" });
    await pair.quiet(app);
    const [open, settled, ...more] = remarks(pull.number).map(({ body }) => body);
    expect(open).toContain("**blocks** `BLOCK`");
    expect(settled).toContain(`\`BLOCK\` settled: no longer found at \`${fixed.slice(0, 12)}\`.`);
    expect(more).toEqual([]);
    pair.push(pull, { "manifests/cameras.yaml": "BLOCK\nBLOCK\n" });
    await pair.quiet(app);
    expect(remarks(pull.number).map(({ body }) => body.includes("**blocks** `BLOCK`"))).toEqual([true, true]);
    expect(pair.github.reviews(repository, pull.number)).toHaveLength(1);
  });

  test.for([["500"], ["500-after"], ["reset-after"]] as const)(
    "are not doubled where the answer to the review is %s",
    async ([kind]) => {
      const { github } = pair;
      const { app, repository, remarks } = await start();
      github.faults.inject({ match: "POST *reviews", kind });
      const { head, number } = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
      await pair.quiet(app);
      expect(remarks(number)).toHaveLength(1);
      expect(pair.conclusionOn(repository, head)).toBe("failure");
    },
  );

  test("are thirty at most, however often the pull request is reviewed", async () => {
    const { github } = pair;
    const { app, repository, remarks } = await start();
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n".repeat(70) });
    await pair.quiet(app);
    github.comment(pull, "dana", "/bylaw recheck");
    await pair.quiet(app);
    expect(pair.checksOn(repository, pull.head)).toHaveLength(2);
    expect(remarks(pull.number)).toHaveLength(30);
    const lines = ["fine\n".repeat(10), "BLOCK\n".repeat(60)].join("");
    pair.push(pull, { "manifests/cameras.yaml": lines });
    await pair.quiet(app);
    expect(remarks(pull.number).filter(({ body }) => !body.includes("settled"))).toHaveLength(30);
  });

  test("of others that carry our marker are left alone", async () => {
    const { github } = pair;
    const { app, repository, remarks } = await start();
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    const all = github.pullRequest(repository, pull.number).reviewComments;
    const [ours] = all;
    if (ours === undefined) throw new Error("there is a remark");
    all.push({ ...ours, id: 1, user: { id: 9, login: "bylaw", type: "User" } });
    pair.push(pull, { "manifests/cameras.yaml": "fine\n" });
    await pair.quiet(app);
    expect(remarks(pull.number).map(({ body }) => body.includes("settled"))).toEqual([true, false]);
  });

  test("of the same findings are taken away where two runs made them at once", async () => {
    const { github } = pair;
    const { app, repository, remarks } = await start();
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    const all = github.pullRequest(repository, pull.number).reviewComments;
    const [ours] = all;
    if (ours === undefined) throw new Error("there is a remark");
    all.push({ ...ours, id: ours.id + 1_000 });
    pair.push(pull, { "manifests/cameras.yaml": "BLOCK\nmore\n" });
    await pair.quiet(app);
    expect(remarks(pull.number)).toHaveLength(1);
  });
});

test("a review that GitHub refuses for a head that moved holds nothing up", async () => {
  const { github } = pair;
  const app = await pair.startApp();
  const repository = github.createRepository({ ...REPOSITORY, files: FILES });
  const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
  const other = github.commit(repository, "aside", {
    message: "Another way",
    author: "dana",
    files: { "manifests/cameras.yaml": "fine\n" },
  });
  const stop = github.watch((event) => {
    if (event.kind !== "request" || !event.request.path.endsWith("/files")) return;
    stop();
    github.forcePush(repository, pull.branch, other, "dana");
  });
  await pair.quiet(app);
  expect(pair.conclusionOn(repository, other)).toBe("success");
  expect(pair.logs.join("")).toContain("no remark was made");
  const every = github.world.repositories.get(repository)?.checkRuns ?? [];
  expect(every.filter(({ status }) => status !== "completed")).toEqual([]);
});
