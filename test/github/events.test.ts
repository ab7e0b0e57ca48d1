import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { tasksForEvent } from "../../src/github/events/tasks-for-event.ts";

const APP = 29310;
const INSTALLATION = { id: 3 };
const REPOSITORY = { name: "systems", owner: { login: "northport" } };
const ORIGIN = { installation: 3, owner: "northport", repo: "systems" };
const HEAD = "9".repeat(40);

function tasks(name: string, payload: Readonly<Record<string, unknown>>) {
  const all = { installation: INSTALLATION, repository: REPOSITORY, ...payload };
  return tasksForEvent(name, all, { app: APP });
}

function review(forced = false) {
  return [{ kind: "review", job: { ...ORIGIN, number: 7 }, forced }];
}

const PULL = { pull_request: { number: 7 } };
const OWN = { id: APP };

describe("an event", () => {
  test.for([
    ...["opened", "reopened", "synchronize", "ready_for_review", "closed"].map(
      (action) => ["pull_request", { action, ...PULL }] as const,
    ),
    ["pull_request", { action: "edited", changes: { base: {} }, ...PULL }],
    ["pull_request_review", { action: "submitted", ...PULL }],
    ["pull_request_review", { action: "dismissed", ...PULL }],
    [
      "merge_group",
      {
        action: "checks_requested",
        merge_group: { head_ref: `refs/heads/gh-readonly-queue/release/1/pr-7-${HEAD}` },
      },
    ],
  ] as const)("%s %j asks for a review", ([name, payload]) => {
    expect(tasks(name, payload)).toEqual(review());
  });

  test.for([
    ["check_run", { action: "rerequested", check_run: { head_sha: HEAD, app: OWN } }],
    [
      "check_run",
      {
        action: "requested_action",
        requested_action: { identifier: "recheck" },
        check_run: { head_sha: HEAD, app: OWN, pull_requests: [{ number: 1 }] },
      },
    ],
    ["check_suite", { action: "rerequested", check_suite: { head_sha: HEAD, app: OWN } }],
  ] as const)("%s %j asks which pull requests have that head", ([name, payload]) => {
    expect(tasks(name, payload)).toEqual([
      { kind: "lookup", lookup: { ...ORIGIN, kind: "head", head: HEAD } },
    ]);
  });

  test("on a merge group's own check asks for a review of the pull request it is named after", () => {
    const check_suite = { head_branch: `gh-readonly-queue/main/pr-7-${HEAD}` };
    const check_run = { head_sha: HEAD, app: OWN, check_suite };
    expect(tasks("check_run", { action: "rerequested", check_run })).toEqual(review(true));
  });

  test.for([
    ["policies/data-retention/policy.yaml", true],
    ["policies/trusted-vendors/registry/hikvision.yaml", true],
    ["policies/plan.yaml", true],
    ["waivers/one.yaml", true],
    ["approvals/one.yaml", true],
    ["arrangements/one.yaml", true],
    [".github/bylaw.yml", true],
    ["manifests/cameras.yaml", false],
    ["README.md", false],
  ] as const)("push of %s asks for the pull requests of that branch: %s", ([file, isAsked]) => {
    const commits = [{ added: [], modified: [], removed: [file] }];
    const lookup = { ...ORIGIN, kind: "base", branch: "main", main: false };
    expect(tasks("push", { ref: "refs/heads/main", commits })).toEqual(
      isAsked ? [{ kind: "lookup", lookup }] : [],
    );
  });

  test("push to the default branch asks for the pull requests of all", () => {
    const repository = { ...REPOSITORY, default_branch: "main" };
    const push = { ref: "refs/heads/main", forced: true, commits: [], repository };
    expect(tasks("push", push)).toMatchObject([{ lookup: { kind: "base", branch: "main", main: true } }]);
  });

  test.for([
    ["installation", "created"],
    ["installation", "unsuspend"],
    ["installation", "new_permissions_accepted"],
    ["installation_repositories", "added"],
    ["membership", "removed"],
    ["membership", "added"],
    ["organization", "member_removed"],
    ["team", "deleted"],
  ] as const)("%s %s asks for a sweep of that installation", ([name, action]) => {
    expect(tasksForEvent(name, { action, installation: INSTALLATION }, { app: APP })).toEqual([
      { kind: "lookup", lookup: { kind: "sweep", installation: 3 } },
    ]);
  });

  test("that takes a merge group apart asks what was left open on its commit", () => {
    const merge_group = { head_sha: HEAD, head_ref: `refs/heads/gh-readonly-queue/main/pr-7-${HEAD}` };
    const lookup = { ...ORIGIN, kind: "abandoned", head: HEAD };
    expect(tasks("merge_group", { action: "destroyed", merge_group })).toEqual([{ kind: "lookup", lookup }]);
  });

  test.for([
    ["/bylaw recheck", { name: "recheck" }],
    ["/bylaw recheck  \r\nwhen you can", { name: "recheck" }],
    ["/bylaw explain RET-01", { name: "explain", rule: "RET-01" }],
    ["/bylaw waiver ret-01", { name: "waiver", rule: "ret-01" }],
  ] as const)("comment %j asks for %j", ([body, command]) => {
    expect(tasks("issue_comment", comment(body))).toEqual([
      {
        kind: "lookup",
        lookup: { ...ORIGIN, kind: "command", number: 7, comment: 5, user: "dana", command },
      },
    ]);
  });

  test.for([
    [comment(" /bylaw recheck")],
    [comment("hello\n/bylaw recheck")],
    [comment("/bylaw recheck now")],
    [comment("/BYLAW recheck")],
    [comment("/bylaw explain")],
    [comment("/bylaw explain RET-01 CYB-01")],
    [comment("/bylaw explain `RET-01`")],
    [comment("/bylaw explain ../RET-01")],
    [comment(`/bylaw waiver R${"E".repeat(64)}`)],
    [comment("/bylaw approve")],
    [{ ...comment("/bylaw recheck"), action: "edited" }],
    [{ ...comment("/bylaw recheck"), issue: { number: 7 } }],
    [comment("/bylaw recheck", { login: "helper[bot]", type: "Bot" })],
  ] as const)("comment %j asks for nothing", ([payload]) => {
    expect(tasks("issue_comment", payload)).toEqual([]);
  });

  test.for([
    ["pull_request", { action: "labeled", ...PULL }],
    ["pull_request", { action: "edited", changes: { title: {} }, ...PULL }],
    ["pull_request", { action: "opened", pull_request: { number: "7; drop" } }],
    ["pull_request", { action: "opened", ...PULL, installation: undefined }],
    ["check_run", { action: "created", check_run: { head_sha: HEAD, app: OWN } }],
    ["check_run", { action: "rerequested", check_run: { head_sha: HEAD, app: { id: 1 } } }],
    ["check_suite", { action: "requested", check_suite: { head_sha: HEAD, app: OWN } }],
    ["merge_group", { action: "destroyed", merge_group: { head_sha: "main" } }],
    ["check_run", { action: "requested_action", check_run: { head_sha: HEAD, app: OWN } }],
    [
      "check_run",
      {
        action: "requested_action",
        requested_action: { identifier: "x" },
        check_run: { head_sha: HEAD, app: OWN },
      },
    ],
    ["membership", { action: "edited", repository: undefined }],
    ["merge_group", { action: "checks_requested", merge_group: { head_ref: "refs/heads/pr-7" } }],
    ["push", { ref: "refs/tags/v1", forced: true }],
    ["push", { ref: "refs/heads/main", deleted: true, commits: [] }],
    ["installation", { action: "deleted", repository: undefined }],
    ["star", { action: "created" }],
  ] as const)("%s %j asks for nothing", ([name, payload]) => {
    expect(tasks(name, payload)).toEqual([]);
  });
});

function comment(body: string, user: object = { login: "dana", type: "User" }) {
  return { action: "created", issue: { number: 7, pull_request: {} }, comment: { id: 5, body, user } };
}

interface Recorded {
  readonly name: string;
  readonly examples: readonly Readonly<Record<string, unknown>>[];
}

const recorded: readonly Recorded[] = createRequire(import.meta.url)(
  "@octokit/webhooks-examples/api.github.com/index.json",
);

test("every recorded payload is understood or asks for nothing", () => {
  const counts: Record<string, number> = {};
  for (const { name, examples } of recorded) {
    for (const example of examples) {
      for (const task of tasksForEvent(name, { installation: INSTALLATION, ...example }, { app: APP })) {
        const kind = task.kind === "lookup" ? task.lookup.kind : task.kind;
        counts[`${name} ${kind}`] = (counts[`${name} ${kind}`] ?? 0) + 1;
      }
    }
  }
  expect(Object.keys(counts).sort()).toMatchInlineSnapshot(`
    [
      "check_suite head",
      "installation sweep",
      "installation_repositories sweep",
      "membership sweep",
      "merge_group review",
      "pull_request review",
      "pull_request_review review",
      "team sweep",
    ]
  `);
});
