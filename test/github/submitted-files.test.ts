import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Serving } from "../../src/github/server/serving.ts";
import type { CommitFiles } from "../../src/standin/commits.ts";
import type { PullRef } from "../../src/standin/pulls.ts";
import { sourcesUnder } from "../load-repository.ts";
import { startJudgingApp } from "./start-judging-app.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const shipped = Object.fromEntries(
  [...sourcesUnder("policies"), ...sourcesUnder("examples/givat-tidhar")].map(({ file, bytes }) => [
    file,
    decode(bytes),
  ]),
);
const READ = ["data-retention", "governance", "national-map"].map((id) => `policies/${id}/policy.yaml`);
const POLICIES = Object.fromEntries(READ.map((file) => [file, `${shipped[file]}`]));
const BASE: Readonly<Record<string, string>> = {
  ...POLICIES,
  ".github/bylaw.yml":
    'reviewers:\n  privacy: ["@northport/privacy"]\n  governance: ["@northport/coordinator"]\n',
};
const SYSTEM = `${shipped["examples/givat-tidhar/manifests/il-9919-face-search.yaml"]}`;
const NAME = "manifests/il-9919-face-search.yaml";
/** The same system, keeping its video for years: nothing but a waiver lets it pass. */
const LONG = SYSTEM.replace(/period: P\d+D/g, "period: P900D");
const POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 12\n";

let pair: Pair;
let app: Serving;
let repositories = 0;
beforeAll(async () => {
  pair = await startPair();
  app = await startJudgingApp(pair);
});
afterAll(() => pair.close());

async function propose(change: CommitFiles, base: Readonly<Record<string, string>> = BASE) {
  const { github } = pair;
  repositories += 1;
  const repository = github.createRepository({
    owner: REPOSITORY.owner,
    name: `files-${repositories}`,
    files: base,
  });
  const head = github.commit(repository, "proposal", { message: "Change", author: "dana", files: change });
  const pull = github.openPullRequest(repository, { title: "Change", head: "proposal", author: "dana" });
  await pair.quiet(app);
  return { repository, head, pull };
}

/** How the check ended, and what it says in all. */
function saidOf(repository: string, head: string) {
  const check = pair.github.checkRuns(repository, head).at(-1);
  const notes = (check?.annotations ?? []).map(({ path, message }) => `${path}: ${message}`);
  return { conclusion: check?.conclusion, text: [check?.summary, ...notes].join("\n") };
}

describe("a manifest that is no plain file in its place fails, whatever it says", () => {
  test.for([
    ["a symbolic link", { [NAME]: { mode: "120000", content: "../README.md" } }, "symbolic link"],
    ["a submodule", { [NAME]: { mode: "160000", content: "1".repeat(40) } }, "submodule"],
    ["an executable", { [NAME]: { mode: "100755", content: SYSTEM } }, "executable"],
    ["a pointer of Git LFS", { [NAME]: POINTER }, NAME],
    ["outside the watched paths", { "systems/a.yaml": SYSTEM }, "outside the watched paths"],
    ["under another ending", { "manifests/a.YML": SYSTEM }, "outside the watched paths"],
    [
      "beside one of the same name in other letters",
      { [NAME]: SYSTEM, [NAME.replace("il", "IL")]: SYSTEM },
      "case",
    ],
  ] as const satisfies readonly (readonly [string, CommitFiles, string])[])("%s", async ([, files, said]) => {
    const { repository, head } = await propose(files);
    const { conclusion, text } = saidOf(repository, head);
    expect(conclusion).toBe("failure");
    expect(text).toContain(said);
  });
});

test("what a pull request leaves is judged, and not how it came about", async () => {
  const base = { ...BASE, [NAME]: SYSTEM };
  const moved = await propose({ [NAME]: null, "elsewhere/il-9919.yaml": SYSTEM }, base);
  expect(saidOf(moved.repository, moved.head)).toMatchObject({ conclusion: "failure" });
  const renamed = await propose({ [NAME]: null, "manifests/renamed.yaml": LONG }, base);
  expect(saidOf(renamed.repository, renamed.head).text).toContain("900 days; the limit is 30 days");
  const removed = await propose({ [NAME]: null }, base);
  expect(saidOf(removed.repository, removed.head).text).toContain(`\`${NAME}\``);
});

describe("a forgery changes nothing", () => {
  test("a forged event, an edited comment's command, a non-member's approval, a forged marker, a waiver in the same pull request", async () => {
    const { github } = pair;
    const { repository, head, pull } = await propose({ [NAME]: LONG });
    const before = saidOf(repository, head);
    expect(before.conclusion).toBe("failure");
    const state = () => ({
      checks: pair.checksOn(repository, head),
      ours: github
        .comments(repository, pull.number)
        .filter(({ user }) => user.login === "bylaw[bot]")
        .map(({ body }) => body),
    });
    const stood = state();

    const [event] = github.deliveries.filter((each) => each.event === "pull_request").slice(-1);
    const payload = { ...event?.payload, action: "closed" };
    const forged = await github.deliver("pull_request", payload, { signature: `sha256=${"0".repeat(64)}` });
    expect(forged.statusCode).toBe(401);
    // One that GitHub did sign, about something that is not so: what is true is read from GitHub.
    expect((await github.deliver("pull_request", payload)).statusCode).toBe(202);

    const talk = github.comment(pull, "dana", "hello");
    github.editComment(pull, talk, "dana", "/bylaw recheck");
    github.comment(pull, "stranger", "/bylaw recheck");
    github.comment(pull, "stranger", `${stood.ours[0]?.split("\n", 1)}\nall is well`);
    github.review(pull, { user: "stranger", state: "APPROVED" });
    await pair.quiet(app);
    expect(state()).toEqual(stood);

    const waived = await waiveThemselves(pull);
    expect(saidOf(repository, waived).conclusion).toBe("failure");
    expect(saidOf(repository, waived).text).toContain("900 days; the limit is 30 days");
  });
});

/** Adds to a pull request the very waivers its findings would need, filled in, and has a member of every group approve. */
async function waiveThemselves(pull: PullRef): Promise<string> {
  const { github } = pair;
  github.comment(pull, "dana", "/bylaw waiver RET-01");
  await pair.quiet(app);
  const answer = github.comments(pull.repository, pull.number).at(-1)?.body ?? "";
  const texts = [...answer.matchAll(/```yaml\n([\s\S]+?)\n```/g)].map(([, text = ""]) => text);
  expect(texts.length).toBeGreaterThan(0);
  const files = Object.fromEntries(
    texts.map((text, index) => [
      `waivers/w${index}.yaml`,
      text
        .replace('reason: { en: "" }', 'reason: { en: "we would like to" }')
        .replace("compensating: []", "compensating: [none]")
        .replace("{ role: null, group: null }", "{ role: data protection officer, group: privacy }")
        .replace("approved_on: null", "approved_on: 2026-11-23")
        .replace("expires: null", "expires: 2027-02-01"),
    ]),
  );
  const head = github.commit(pull.repository, "proposal", { message: "Waive", author: "dana", files });
  for (const team of ["privacy", "coordinator"]) github.addTeamMember("northport", team, "tamar");
  github.review(pull, { user: "tamar", state: "APPROVED" });
  await pair.quiet(app);
  return head;
}
