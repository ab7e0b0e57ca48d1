import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

describe("a request to look again", () => {
  test.for([
    ["the check's own button", (github, pull) => github.requestRerun(newest(github, pull))],
    ["our button on the check", (github, pull) => github.requestAction(newest(github, pull), "recheck")],
    ["the suite's button", (github, pull) => github.requestSuiteRerun(pull.repository, pull.head)],
    ["a comment of the author", (github, pull) => github.comment(pull, "dana", "/bylaw recheck")],
    ["a comment of a writer", (github, pull) => github.comment(pull, "ruth", "/bylaw recheck\r\nplease")],
  ] as readonly (readonly [
    string,
    (github: Pair["github"], pull: ReturnType<Pair["propose"]>) => unknown,
  ])[])("by %s gives the check anew", async ([, ask]) => {
    const { github } = pair;
    const reviewer = createFakeReviewer();
    const app = await pair.startApp({ reviewer });
    const repository = github.createRepository({ ...REPOSITORY });
    github.setCollaborator(repository, "ruth", "write");
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    const before = reviewer.inputs.length;
    ask(github, pull);
    await pair.quiet(app);
    expect(reviewer.inputs.length).toBe(before + 1);
    expect(pair.conclusionOn(repository, pull.head)).toBe("failure");
  });

  test.for([
    ["of a bystander", "stranger", "/bylaw recheck"],
    ["on another line than the first", "dana", "hello\n/bylaw recheck"],
    ["in other words", "dana", "/bylaw recheck now"],
    ["of a bot", "helper[bot]", "/bylaw recheck"],
  ] as const)("is not heard in a comment %s", async ([, user, body]) => {
    const { github } = pair;
    const reviewer = createFakeReviewer();
    const app = await pair.startApp({ reviewer });
    const repository = github.createRepository({ ...REPOSITORY });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    await pair.quiet(app);
    const before = reviewer.inputs.length;
    github.comment(pull, user, body);
    await pair.quiet(app);
    expect(reviewer.inputs.length).toBe(before);
  });

  test("is acknowledged by one reaction where the app may write to issues, and silently heard where not", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    const reactionsTo = async () => {
      const id = github.comment(pull, "dana", "/bylaw recheck");
      await pair.quiet(app);
      const comment = github.comments(repository, pull.number).find((each) => each.id === id);
      return comment?.reactions.map(({ content }) => content);
    };
    expect(await reactionsTo()).toEqual([]);
    expect(pair.logs.filter((line) => line.includes('"level":"warn"'))).toEqual([]);
    for (const token of github.world.tokens.values()) Object.assign(token.permissions, { issues: "write" });
    expect(await reactionsTo()).toEqual(["eyes"]);
  });
});

test("an event that changes nothing changes nothing", async () => {
  const { github } = pair;
  const reviewer = createFakeReviewer();
  const app = await pair.startApp({ reviewer });
  const repository = github.createRepository({ ...REPOSITORY });
  const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
  await pair.quiet(app);
  const deliveries = github.deliveries.filter(({ event }) => event === "pull_request");
  for (const delivery of deliveries) await github.redeliver(delivery);
  github.reopenPullRequest(pull);
  await pair.quiet(app);
  expect(reviewer.inputs).toHaveLength(1);
  expect(pair.checksOn(repository, pull.head)).toHaveLength(1);
});

test("a comment that carries our marker and is not ours is left alone", async () => {
  const { github } = pair;
  const app = await pair.startApp();
  const repository = github.createRepository({ ...REPOSITORY });
  const forged = "<!-- bylaw:summary -->\nnothing to see";
  github.setDeliveryPlan(() => "hold");
  const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
  github.comment(pull, "bylaw", forged);
  github.comment(pull, "helper[bot]", forged);
  github.setDeliveryPlan(() => "deliver");
  github.releaseHeld();
  await pair.quiet(app);
  expect(github.comments(repository, pull.number).map(({ user, body }) => [user.login, body])).toEqual([
    ["bylaw", forged],
    ["helper[bot]", forged],
    ["bylaw[bot]", expect.stringContaining("1 findings")],
  ]);
});

function newest(github: Pair["github"], { repository, head }: ReturnType<Pair["propose"]>) {
  const run = github.checkRuns(repository, head).at(-1);
  if (run === undefined) throw new Error("there is a check");
  return run;
}
