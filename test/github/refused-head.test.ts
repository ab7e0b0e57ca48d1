import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { reviewChange } from "../../src/change/review-change.ts";
import { createReviewer } from "../../src/github/review/create-reviewer.ts";
import { commentedHead } from "../../src/render/comment-state.ts";
import { sampleBase, sampleManifest } from "../faults/sample-files.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

const MANIFEST = "manifests/cam.yaml";
const CONFIGURATION = ".github/bylaw.yml";
const UNDECIDED = "Could not be evaluated";
const bad = (version: number) => ({
  [MANIFEST]: `${sampleManifest("il-9901-cam", { users: 80 })}# ${version}\n`,
});

/** The app with its own words, and a pull request with a comment on its first head. */
async function start(language = "en") {
  const { github } = pair;
  const reviewer = createReviewer({ program: "", milliseconds: 0, megabytes: 0 });
  const judging = {
    ...reviewer,
    review: async (input: Parameters<typeof reviewChange>[0]) => reviewChange(input),
  };
  const startApp = () => pair.startApp({ reviewer: judging });
  const app = await startApp();
  const files = { ...sampleBase(REPOSITORY.owner) };
  files[CONFIGURATION] = `${files[CONFIGURATION]}`.replace("language: en", `language: ${language}`);
  const repository = github.createRepository({ ...REPOSITORY, files });
  const pull = pair.propose(repository, bad(1));
  await pair.quiet(app);
  const comments = () => github.comments(repository, pull.number).map(({ body }) => body);
  const newest = (head: string) => pair.checksOn(repository, head).at(-1);
  const cutTrees = () =>
    github.faults.inject({ match: "GET *git/trees*", kind: "truncated-tree", times: 1_000 });
  return { app, startApp, repository, pull, comments, newest, cutTrees };
}

describe("a head whose files GitHub lists only in part", () => {
  test("has the comment say that nothing is known of it, and the next review goes on from what was open", async () => {
    const { github } = pair;
    const { app, pull, comments, newest, cutTrees } = await start();
    cutTrees();
    const head = pair.push(pull, bad(2));
    await pair.quiet(app);
    expect(newest(head)).toMatchObject({ conclusion: "failure", title: UNDECIDED });
    const [said = "", ...more] = comments();
    expect(more).toEqual([]);
    expect(commentedHead(said)).toBe(head);
    expect(said.split("\n\n")[1]).toBe(
      [
        "**Bylaw: could not be evaluated.**",
        `Nothing is known of \`${head.slice(0, 12)}\`, and no earlier verdict holds for it.`,
        "To do: read in the check `bylaw` why, and what helps.",
        "To try again as it is, press “Re-run” on the check or comment `/bylaw recheck`.",
      ].join(" "),
    );
    expect(said).not.toContain("`CTL-01`");

    github.faults.clear();
    const next = pair.push(pull, bad(3));
    await pair.quiet(app);
    expect(newest(next)?.conclusion).toBe("failure");
    expect(comments()).toEqual([expect.stringContaining("Since the last push: 1 unchanged.")]);
  });

  test.for([
    ["en", "**Bylaw: could not be evaluated.** Nothing is known of"],
    ["he", "**Bylaw: לא ניתן היה לבדוק.** על"],
    ["ar", "**Bylaw: تعذّر التقييم.** لا يُعرف شيء عن"],
  ] as const)("is told so in the language of the repository: %s", async ([language, words]) => {
    const { app, pull, comments, cutTrees } = await start(language);
    cutTrees();
    pair.push(pull, bad(2));
    await pair.quiet(app);
    const [said = ""] = comments();
    const [, first = "", second = ""] = said.split("\n\n");
    expect(language === "en" ? first : second).toContain(words);
    expect(first === `<div dir="rtl">`).toBe(language !== "en");
  });

  test("gets no first comment", async () => {
    const { app, repository, comments, cutTrees } = await start();
    cutTrees();
    const other = pair.propose(repository, bad(2), { branch: "other" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, other.head)).toBe("failure");
    expect(pair.github.comments(repository, other.number)).toEqual([]);
    expect(comments()).toHaveLength(1);
  });

  test("is told so by the next sweep, where the comment could not be edited or was put back", async () => {
    const { github } = pair;
    const { app, startApp, repository, pull, comments, newest, cutTrees } = await start();
    const [before = ""] = comments();
    cutTrees();
    github.faults.inject({ match: "PATCH *issues/comments*", kind: "500", times: 1_000 });
    const head = pair.push(pull, bad(2));
    await pair.quiet(app);
    expect(newest(head)?.title).toBe(UNDECIDED);
    expect(comments()).toEqual([before]);
    await app.close();

    github.faults.clear();
    cutTrees();
    const second = await startApp();
    await pair.quiet(second);
    expect(commentedHead(`${comments()[0]}`)).toBe(head);
    const checks = pair.checksOn(repository, head).length;
    await second.close();

    await pair.quiet(await startApp());
    expect(pair.checksOn(repository, head)).toHaveLength(checks);
  });
});

describe("a head that could not be read while GitHub was out of order", () => {
  test("keeps one check over every sweep, and gets its verdict in it", async () => {
    const { github } = pair;
    const { app, startApp, repository, pull, comments, newest } = await start();
    github.faults.inject({ match: "GET *git/trees*", kind: "500", times: 1_000 });
    const head = pair.push(pull, bad(2));
    await pair.quiet(app);
    expect(comments()[0]).toContain("the app tries again by itself");
    await app.close();
    for (let sweep = 0; sweep < 3; sweep += 1) {
      const again = await startApp();
      await pair.quiet(again);
      await again.close();
    }
    expect(pair.checksOn(repository, head)).toEqual([
      { status: "completed", conclusion: "failure", title: UNDECIDED },
    ]);
    github.faults.clear();
    const last = await startApp();
    await pair.quiet(last);
    expect(pair.checksOn(repository, head)).toHaveLength(1);
    expect(newest(head)?.title).toBe("1 finding blocks");
    expect(comments()).toEqual([expect.stringContaining("1 finding blocks")]);
  });

  test("keeps one check where not even the pull request can be read", async () => {
    const { github } = pair;
    const { app, startApp, repository, pull } = await start();
    await app.close();
    github.faults.decide(({ path }) => (path === "/graphql" ? "graphql-error" : undefined));
    for (let round = 0; round < 2; round += 1) {
      const again = await startApp();
      github.review(pull, { user: "ruth", state: "APPROVED" });
      await pair.quiet(again);
      await again.close();
    }
    expect(pair.checksOn(repository, pull.head).map(({ title }) => title)).toEqual([
      "1 finding blocks",
      UNDECIDED,
    ]);
  });
});
