import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

const FILES = { ".github/bylaw.yml": '{"reviewers":{"privacy":["@northport/privacy","@ruth"]}}' };

test("that is withdrawn while the pull request cannot be read lets no earlier pass stand", async () => {
  const { github } = pair;
  const app = await pair.startApp();
  const repository = github.createRepository({ ...REPOSITORY, files: FILES });
  const pull = pair.propose(repository, { "manifests/cameras.yaml": "APPROVE\n" });
  github.review(pull, { user: "ruth", state: "APPROVED" });
  await pair.quiet(app);
  expect(pair.conclusionOn(repository, pull.head)).toBe("success");
  github.faults.inject({ match: "POST /graphql", kind: "500", times: 5 });
  dismiss(pull, pair);
  await pair.quiet(app);
  expect(pair.checksOn(repository, pull.head).at(-1)).toMatchObject({
    conclusion: "failure",
    title: "Could not be evaluated",
  });
  github.review(pull, { user: "ruth", state: "APPROVED" });
  await pair.quiet(app);
  expect(pair.conclusionOn(repository, pull.head)).toBe("success");
});

describe("an approval", () => {
  test.for([
    ["of a member of the group's team", "tamar", "success"],
    ["of a person the group names", "Ruth", "success"],
    ["of anyone else", "stranger", "action_required"],
    ["of the author, a member of the team", "dana", "action_required"],
    ["of a bot", "helper[bot]", "action_required"],
  ] as const)("%s", async ([, user, conclusion]) => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, files: FILES });
    for (const member of ["tamar", "dana", "helper[bot]"])
      github.addTeamMember("northport", "privacy", member);
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "APPROVE\n" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("action_required");
    github.review(pull, { user, state: "APPROVED" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe(conclusion);
  });

  test.for([
    ["when the head moves", (pull, now) => now.push(pull, { "manifests/cameras.yaml": "more\nAPPROVE\n" })],
    ["when it is dismissed", dismiss],
    ["when the same person asks for changes", reject],
  ] as readonly (readonly [string, (pull: ReturnType<Pair["propose"]>, now: Pair) => string])[])(
    "is gone %s",
    async ([, undo]) => {
      const { github } = pair;
      const app = await pair.startApp();
      const repository = github.createRepository({ ...REPOSITORY, files: FILES });
      github.addTeamMember("northport", "privacy", "tamar");
      const pull = pair.propose(repository, { "manifests/cameras.yaml": "APPROVE\n" });
      github.review(pull, { user: "tamar", state: "APPROVED" });
      await pair.quiet(app);
      expect(pair.conclusionOn(repository, pull.head)).toBe("success");
      const head = undo(pull, pair);
      await pair.quiet(app);
      expect(pair.conclusionOn(repository, head)).toBe("action_required");
    },
  );

  test("counts by the configuration of the base, not by that of the pull request", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, files: FILES });
    const pull = pair.propose(repository, {
      "manifests/cameras.yaml": "APPROVE\n",
      ".github/bylaw.yml": '{"reviewers":{"privacy":["@friend"]}}',
    });
    github.review(pull, { user: "friend", state: "APPROVED" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("action_required");
  });

  test("is not assumed where there is no such team", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, files: FILES });
    github.addTeamMember("northport", "privacy", "tamar");
    github.world.teams.delete("northport/privacy");
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "APPROVE\n" });
    github.review(pull, { user: "tamar", state: "APPROVED" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, pull.head)).toBe("action_required");
  });
});

describe("a merge group", () => {
  test("passes by the approvals on the heads it contains", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, files: FILES });
    github.addTeamMember("northport", "privacy", "tamar");
    const first = pair.propose(repository, { "manifests/a.yaml": "APPROVE\n" }, { branch: "a" });
    const second = pair.propose(repository, { "manifests/b.yaml": "fine\n" }, { branch: "b" });
    await pair.quiet(app);
    const waiting = github.createMergeGroup([first, second]);
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, waiting.headSha)).toBe("action_required");
    github.destroyMergeGroup(waiting, "invalidated");
    github.review(first, { user: "tamar", state: "APPROVED" });
    await pair.quiet(app);
    const approved = github.createMergeGroup([first, second]);
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, approved.headSha)).toBe("success");
  });

  test("fails where one of its pull requests does", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, files: FILES });
    const first = pair.propose(repository, { "manifests/a.yaml": "BLOCK\n" }, { branch: "a" });
    const second = pair.propose(repository, { "manifests/b.yaml": "fine\n" }, { branch: "b" });
    const group = github.createMergeGroup([first, second]);
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, group.headSha)).toBe("failure");
  });
});

function dismiss(pull: ReturnType<Pair["propose"]>, { github }: Pair): string {
  const [review] = github.reviews(pull.repository, pull.number);
  github.dismissReview(pull, review?.id ?? 0);
  return pull.head;
}

function reject(pull: ReturnType<Pair["propose"]>, { github }: Pair): string {
  github.review(pull, { user: "tamar", state: "CHANGES_REQUESTED" });
  return pull.head;
}
