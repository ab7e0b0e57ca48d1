import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Serving } from "../../src/github/server/serving.ts";
import { sourcesUnder } from "../load-repository.ts";
import { breaches } from "../render/markdown-safety.ts";
import { startJudgingApp } from "./start-judging-app.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const READ = [
  "policies/data-retention/policy.yaml",
  "policies/governance/policy.yaml",
  "policies/national-map/policy.yaml",
];
const MANIFEST = "examples/givat-tidhar/manifests/il-9919-face-search.yaml";
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const shipped = Object.fromEntries(
  [...sourcesUnder("policies"), ...sourcesUnder("examples/givat-tidhar")].map(({ file, bytes }) => [
    file,
    decode(bytes),
  ]),
);
const POLICIES = Object.fromEntries(READ.map((file) => [file, `${shipped[file]}`]));
/** Kept for so long that no rule about it passes. */
const LONG = `${shipped[MANIFEST]}`.replace(/period: P\d+D/g, "period: P900D");

let pair: Pair;
let app: Serving;
let proposals = 0;
beforeAll(async () => {
  pair = await startPair();
  app = await startJudgingApp(pair);
});
afterAll(() => pair.close());

/** Gives what the app answers to comments on a pull request that keeps video for too long. */
async function ask(comments: readonly (readonly [user: string, body: string])[], language = "en") {
  const { github } = pair;
  proposals += 1;
  const files = { ...POLICIES, ".github/bylaw.yml": `language: ${language}\n` };
  const repository = github.createRepository({ owner: REPOSITORY.owner, name: `ask-${proposals}`, files });
  github.setCollaborator(repository, "ruth", "write");
  const pull = pair.propose(repository, { "manifests/il-9919-face-search.yaml": LONG });
  for (const [user, body] of comments) {
    github.comment(pull, user, body);
    await pair.quiet(app);
  }
  const all = github.comments(repository, pull.number).filter(({ user }) => user.login === "bylaw[bot]");
  return {
    pull,
    answers: all.map(({ body }) => body).filter((body) => body.startsWith("<!-- bylaw:answer")),
  };
}

describe("a comment that asks about a rule", () => {
  test("is answered once each with the rule in words and with the waiver its findings would need", async () => {
    const { pull, answers } = await ask([
      ["ruth", "/bylaw explain ret-01"],
      ["dana", "/bylaw waiver RET-01"],
      ["dana", "/bylaw explain RET-99"],
    ]);
    const [rule = "", waiver = "", unknown = ""] = answers;
    expect(rule).toContain("### RET-01 Raw video is deleted quickly");
    expect(rule).toContain("- what it asks");
    expect(waiver).toContain("rule: RET-01");
    expect(waiver).toContain("kind: Waiver");
    expect(waiver).toMatch(/finding: "[0-9a-f]{16}"/);
    expect(waiver).toContain("It counts once it is on the base branch");
    expect(unknown).toMatch(/No policy on the base branch has a rule `RET-99`\. The nearest are `RET-0\d`/);
    for (const answer of answers)
      expect(breaches(answer.replace(/^<!-- bylaw:answer \d+ -->\n/, ""))).toEqual([]);
    for (const delivery of pair.github.deliveries.filter(({ event }) => event === "issue_comment")) {
      await pair.github.redeliver(delivery);
    }
    await pair.quiet(app);
    const after = pair.github.comments(pull.repository, pull.number);
    expect(after.filter(({ body }) => body.startsWith("<!-- bylaw:answer"))).toHaveLength(3);
  });

  test("is answered in the repository's language", async () => {
    const { answers } = await ask([["dana", "/bylaw waiver RET-99"]], "he");
    expect(answers.join("")).toContain('<div dir="rtl">\n\nאין בענף הבסיס מדיניות שיש בה כלל `RET-99`');
  });

  test("of a bystander, or in an edited comment, is not answered", async () => {
    const { pull, answers } = await ask([
      ["stranger", "/bylaw explain RET-01"],
      ["dana", "what about RET-01?"],
    ]);
    const talk = pair.github
      .comments(pull.repository, pull.number)
      .find(({ body }) => body.startsWith("what"));
    pair.github.editComment(pull, talk?.id ?? 0, "dana", "/bylaw explain RET-01");
    await pair.quiet(app);
    expect(answers).toEqual([]);
    const after = pair.github.comments(pull.repository, pull.number);
    expect(after.filter(({ body }) => body.startsWith("<!-- bylaw:answer"))).toEqual([]);
  });
});
