import { describe, expect, test } from "vitest";
import { policyDate } from "../../src/github/review/dates.ts";
import { keyOf } from "../../src/github/review/review-head.ts";
import type { OwnCheck, Standing } from "../../src/github/review/standing.ts";
import { dueForReview, type Orphans, type Why } from "../../src/github/sweep/due-for-review.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";

const CONTEXT = {
  reviewer: createFakeReviewer(),
  now: () => new Date("2026-11-23T12:00:00Z"),
  today: () => "2026-11-23",
};
const NAME = { owner: "northport", repo: "systems" };
const [HEAD, OTHER] = ["a".repeat(40), "b".repeat(40)];

function standing(number: number, more: Partial<Standing> = {}): Standing {
  const base = more.base ?? { sha: OTHER, tree: OTHER, branch: "main" };
  return {
    number,
    queued: false,
    head: { sha: HEAD, tree: OTHER },
    base,
    judgedBy: [base],
    approving: [],
    checks: [],
    ...more,
  };
}

function keyFor(...pulls: readonly Standing[]): string {
  const changes = pulls.map(({ number, base, approving }) => ({
    number,
    branch: base.branch,
    base,
    approving,
  }));
  return keyOf(CONTEXT, { ...NAME, sha: HEAD, changes });
}

function check(more: Partial<OwnCheck> = {}): OwnCheck {
  return {
    id: 1,
    identity: { key: keyFor(standing(7)), validUntil: "2026-11-24" },
    completed: true,
    conclusion: "success",
    startedAt: "2026-11-23T11:00:00Z",
    annotations: 0,
    ...more,
  };
}

function due(standings: readonly Standing[], orphans: Orphans = "old", context = CONTEXT) {
  return dueForReview(context, { ...NAME, standings }, orphans);
}

describe("a pull request is due", () => {
  test.for([
    ["without a check", [], "missing"],
    ["with a check that holds", [check()], undefined],
    [
      "with a check that held until today",
      [check({ identity: { key: keyFor(standing(7)), validUntil: "2026-11-23" } })],
      "expired",
    ],
    [
      "with a check on something else",
      [check({ identity: { key: "0".repeat(64), validUntil: "2026-12-01" } })],
      "stale",
    ],
    [
      "with a check that came to no verdict",
      [check({ identity: { key: keyFor(standing(7)), validUntil: undefined } })],
      "undecided",
    ],
    [
      "with a check for another branch, whatever event was lost",
      [
        check({
          identity: {
            key: keyFor(standing(7, { base: { sha: OTHER, tree: OTHER, branch: "next" } })),
            validUntil: "2026-12-01",
          },
        }),
      ],
      "stale",
    ],
    ["with a check of unknown origin", [check({ identity: undefined })], "stale"],
    [
      "with one begun nine minutes ago",
      [check({ completed: false, startedAt: "2026-11-23T11:51:00Z" })],
      undefined,
    ],
    [
      "with one begun eleven minutes ago",
      [check({ completed: false, startedAt: "2026-11-23T11:49:00Z" })],
      "unfinished",
    ],
    ["with one begun at no known time", [check({ completed: false, startedAt: undefined })], "unfinished"],
  ] as readonly (readonly [string, readonly OwnCheck[], Why | undefined])[])("%s: %s", ([, checks, why]) => {
    expect(due([standing(7, { checks })])).toEqual(why ? [{ number: 7, why }] : []);
  });

  test("with any unfinished check as the app starts", () => {
    const checks = [check({ completed: false, startedAt: "2026-11-23T11:59:59Z" })];
    expect(due([standing(7, { checks })], "all")).toEqual([{ number: 7, why: "unfinished" }]);
  });

  test("once for all that share its head, in the name of the first", () => {
    expect(due([standing(9), standing(7)])).toEqual([{ number: 7, why: "missing" }]);
    const pair = [standing(7), standing(9)];
    const checks = [check({ identity: { key: keyFor(...pair), validUntil: "2026-12-01" } })];
    expect(due(pair.map((each) => ({ ...each, checks })))).toEqual([]);
  });

  test("whenever it waits in a merge queue, whose groups only the queue knows", () => {
    const queued = { checks: [check()], queued: true };
    expect(due([standing(7, queued)])).toEqual([{ number: 7, why: "queued" }]);
  });

  test("while somebody approves, who may have left the group since", () => {
    const approved = standing(7, { approving: ["ruth"] });
    const checks = [check({ identity: { key: keyFor(approved), validUntil: "2026-12-01" } })];
    expect(due([{ ...approved, checks }])).toEqual([{ number: 7, why: "approvals" }]);
  });

  test.for([
    ["2026-11-23T21:59:59Z", undefined],
    ["2026-11-23T22:00:00Z", "expired"],
  ] as const)("from midnight where the policies are in force: at %s %s", ([moment, why]) => {
    const now = () => new Date(moment);
    const found = due([standing(7, { checks: [check()] })], "old", {
      ...CONTEXT,
      now,
      today: () => policyDate(now()),
    });
    expect(found.map((each) => each.why)).toEqual(why ? [why] : []);
  });
});
