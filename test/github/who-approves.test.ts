import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { NewCommit } from "../../src/standin/commits.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, passesOn, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

const FILES = {
  ".github/bylaw.yml": '{"reviewers":{"privacy":["@northport/privacy","@ruth"]}}',
};
const MANIFEST = "manifests/cameras.yaml";

/** A pull request that waits for privacy, opened by Dana; Tamar of the team approves it once it is there. */
async function approvedByTamar(commit: Partial<NewCommit>) {
  const { github } = pair;
  const app = await pair.startApp();
  const repository = github.createRepository({ ...REPOSITORY, files: FILES });
  github.addTeamMember("northport", "privacy", "tamar");
  pair.propose(repository, { "README.md": "a" });
  const files = { [MANIFEST]: "APPROVE\n" };
  const head = github.commit(repository, "proposal", { message: "More", author: "dana", files, ...commit });
  const pull = { repository, number: 1 };
  await pair.quiet(app);
  github.review(pull, { user: "tamar", state: "APPROVED" });
  await pair.quiet(app);
  return { app, repository, head, pull, summary: github.checkRuns(repository, head).at(-1)?.summary };
}

describe("an approval", () => {
  test.for([
    ["wrote a commit", { author: "Tamar", committer: "dana" }],
    ["committed what another wrote", { author: "dana", committer: "tamar" }],
    [
      "is named as a co-author",
      { message: "More\n\nCo-authored-by: tamar <tamar@users.noreply.example.org>" },
    ],
  ] as const)("of someone who %s does not count, and the check says so", async ([, commit]) => {
    const { repository, head, summary } = await approvedByTamar(commit);
    expect(pair.conclusionOn(repository, head)).toBe("action_required");
    expect(summary).toContain(
      "The approval of `tamar` does not count: commits of this pull request are theirs",
    );
  });

  test("of someone who pushed commits in another's name does not count", async () => {
    const { github } = pair;
    const { app, repository, pull } = await approvedByTamar({});
    const forged = github.commit(repository, "aside", {
      message: "In Dana's name",
      author: "dana",
      files: { [MANIFEST]: "forged\nAPPROVE\n" },
    });
    github.forcePush(repository, "proposal", forged, "tamar");
    github.review(pull, { user: "tamar", state: "APPROVED" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, forged)).toBe("action_required");
    github.review(pull, { user: "ruth", state: "APPROVED" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, forged)).toBe("success");
  });

  test("counts from nobody while a commit is by nobody GitHub knows", async () => {
    const { repository, head, summary } = await approvedByTamar({
      committer: "a stranger to GitHub",
    });
    expect(pair.conclusionOn(repository, head)).toBe("action_required");
    expect(summary).toContain(
      `GitHub links the author or committer of \`${head.slice(0, 12)}\` to no account`,
    );
  });

  test("counts where a commit was made on GitHub's pages, whose committer is GitHub", async () => {
    const { repository, head } = await approvedByTamar({ author: "dana", committer: "GitHub" });
    expect(pair.conclusionOn(repository, head)).toBe("success");
  });

  test("of the fork's owner does not count where another opened the pull request", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, files: FILES });
    github.addTeamMember("northport", "privacy", "tamar");
    const fork = github.createFork(repository, "tamar");
    const change = { message: "In Dana's name", author: "dana", files: { [MANIFEST]: "APPROVE\n" } };
    const head = github.commit(fork, "proposal", change);
    const given = { title: "Change", head: "proposal", headRepository: fork, author: "dana" };
    const pull = github.openPullRequest(repository, given);
    github.review(pull, { user: "tamar", state: "APPROVED" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("action_required");
  });

  test("of someone who wrote what only the pull request's own base has does not count on the default branch", async () => {
    const { github } = pair;
    const app = await pair.startApp();
    const repository = github.createRepository({ ...REPOSITORY, files: FILES });
    const change = { message: "Aside", author: "tamar", files: { [MANIFEST]: "APPROVE\n" } };
    const aside = github.commit(repository, "aside", change);
    github.forcePush(repository, "proposal", aside, "dana");
    github.addTeamMember("northport", "privacy", "tamar");
    const files = { "README.md": "a" };
    const head = github.commit(repository, "proposal", { message: "b", author: "dana", files });
    const given = { title: "Change", head: "proposal", base: "aside", author: "dana" };
    const pull = github.openPullRequest(repository, given);
    const passes = passesOn(github, head);
    github.review(pull, { user: "tamar", state: "APPROVED" });
    await pair.quiet(app);
    expect(github.checkRuns(repository, head).at(-1)?.summary).toContain("The approval of `tamar` does not");
    github.retarget(pull, "main");
    await pair.quiet(app);
    expect(passes).toEqual([]);
    github.review(pull, { user: "ruth", state: "APPROVED" });
    await pair.quiet(app);
    expect(pair.conclusionOn(repository, head)).toBe("success");
  });

  test("is named by whom it may be given, in code spans alone", async () => {
    const { summary } = await approvedByTamar({ author: "tamar" });
    expect(summary).toContain("Approval for `privacy` may be given by `@northport/privacy`, `@ruth`");
  });

  test.for([["by the event"], ["by the next sweep"]] as const)(
    "is gone when whoever gave it leaves the group, %s, and the check is given once",
    async ([how]) => {
      const { github } = pair;
      const { app, repository, head } = await approvedByTamar({});
      expect(pair.conclusionOn(repository, head)).toBe("success");
      const reviewer = createFakeReviewer();
      let next = app;
      if (how === "by the event") {
        github.removeTeamMember("northport", "privacy", "tamar");
      } else {
        await app.close();
        next = await pair.startApp({ reviewer });
        await pair.quiet(next);
        expect(reviewer.inputs).toEqual([]);
        await next.close();
        github.setWebhookUrl(undefined);
        github.removeTeamMember("northport", "privacy", "tamar");
        next = await pair.startApp();
      }
      await pair.quiet(next);
      expect(pair.checksOn(repository, head).map(({ conclusion }) => conclusion)).toEqual([
        "action_required",
        "success",
        "action_required",
      ]);
    },
  );
});

test("an approval on the head of a contained pull request by one of its writers counts in no merge group", async () => {
  const { github } = pair;
  const { app, repository, pull } = await approvedByTamar({ author: "tamar" });
  const group = github.createMergeGroup([pull]);
  await pair.quiet(app);
  expect(pair.conclusionOn(repository, group.headSha)).toBe("action_required");
});

test("reading approvals takes no request beyond the eight, by an app that has read nothing before", async () => {
  const { github } = pair;
  const app = await pair.startApp();
  await app.idle();
  const reviewers = {
    privacy: ["@northport/privacy", "@northport/deputies"],
    security: ["@northport/security"],
  };
  const files = { ".github/bylaw.yml": JSON.stringify({ reviewers }), "policies/one/policy.yaml": "on" };
  const repository = github.createRepository({ ...REPOSITORY, files });
  github.setDeliveryPlan(() => "lose");
  github.addTeamMember("northport", "privacy", "tamar-anne");
  github.addTeamMember("northport", "deputies", "tamar");
  const systems = Array.from({ length: 100 }, (_, index) => {
    return [
      `manifests/${index}.yaml`,
      `${index}\n${index < 49 ? "APPROVE\n" : ""}${index === 0 ? "BLOCK\n" : ""}`,
    ];
  });
  const pull = pair.propose(repository, Object.fromEntries(systems));
  for (const user of ["tamar", "stranger", "dana"]) github.review(pull, { user, state: "APPROVED" });
  github.setDeliveryPlan((event) => (event === "pull_request" ? "deliver" : "lose"));
  await app.idle();
  github.clearRequests();
  github.reopenPullRequest(pull);
  await pair.quiet(app);
  const asked = github.requests.map(({ method, path }) => `${method} ${path}`);
  expect(pair.conclusionOn(repository, pull.head)).toBe("failure");
  expect(github.comments(repository, pull.number)).toHaveLength(1);
  expect(asked.filter((each) => !each.endsWith("/access_tokens"))).toHaveLength(8);
});

test.for([
  ["an organisation that is another's", "@elsewhere/privacy"],
  ["a team that is not there", "@northport/none"],
] as const)("%s among the reviewers takes nothing from the others", async ([, entry]) => {
  const { github } = pair;
  const app = await pair.startApp();
  const files = {
    ".github/bylaw.yml": JSON.stringify({ reviewers: { privacy: [entry, "@northport/privacy"] } }),
  };
  const repository = github.createRepository({ ...REPOSITORY, files });
  github.addTeamMember("northport", "privacy", "tamar");
  const pull = pair.propose(repository, { [MANIFEST]: "APPROVE\n" });
  github.review(pull, { user: "tamar", state: "APPROVED" });
  await pair.quiet(app);
  expect(pair.conclusionOn(repository, pull.head)).toBe("success");
});
