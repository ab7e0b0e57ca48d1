import { describe, expect, test } from "vitest";
import { GithubError } from "../../src/github/api/github-error.ts";
import { conclude, concludeWithoutVerdict, type Judged } from "../../src/github/review/conclude.ts";
import { addDays, policyDate } from "../../src/github/review/dates.ts";
import { NotEvaluable } from "../../src/github/review/not-evaluable.ts";
import type { Review } from "../../src/model/review.ts";

function judged(number: number, review: Partial<Review>, more: Partial<Judged> = {}): Judged {
  const report = {} as Review["reports"]["en"];
  const commit = { sha: "a".repeat(40), tree: "b".repeat(40) };
  return {
    change: {
      number,
      branch: "main",
      base: commit,
      head: commit,
      recent: [],
      approving: [],
      listed: true,
      contributors: { known: new Set(), unlinked: [], more: false },
    },
    review: {
      conclusion: "success",
      reason: "pass",
      reports: { en: report, he: report, ar: report },
      language: "en",
      mode: "enforce",
      judged: [],
      removed: [],
      mended: { en: [], he: [], ar: [] },
      governed: [],
      problems: [],
      awaiting: [],
      policies: [],
      asOf: "2026-11-23",
      validUntil: "2026-12-23",
      ...review,
    },
    policies: undefined,
    title: `title ${number}`,
    summary: `summary ${number}`,
    annotations: [],
    consent: { approvals: [], contributing: [], unlinked: [], tooMany: false, administrators: false },
    remarks: undefined,
    obstacles: [],
    policiesElsewhere: undefined,
    ...more,
  };
}

const POLICIES = { repository: "ministry/policies", ref: "v3", commit: "c".repeat(40) };

describe("a check", () => {
  test.for([
    [["success"], "success"],
    [["success", "action_required"], "action_required"],
    [["action_required", "failure", "success"], "failure"],
  ] as const)("of %j ends as %s", ([conclusions, ends]) => {
    const [first = judged(1, {}), ...rest] = conclusions.map((conclusion, index) =>
      judged(index + 1, { conclusion }),
    );
    expect(conclude([first, ...rest], "2026-11-24").conclusion).toBe(ends);
  });

  test("in dry-run mode is neutral, whatever was found, and only there", () => {
    const dry = judged(1, { conclusion: "failure", mode: "dry-run" });
    expect(conclude([dry], "2026-11-24")).toMatchObject({ conclusion: "neutral", title: "Dry run" });
    expect(conclude([dry, judged(2, {})], "2026-11-24").conclusion).toBe("success");
  });

  test("says first what no push can mend", () => {
    const { summary } = conclude([judged(1, {}, { obstacles: ["Nobody can approve."] })], "2026-11-24");
    expect(summary).toBe("Nobody can approve.\n\nsummary 1");
  });

  test("of two pull requests shows the worse and names the other", () => {
    const { title, summary } = conclude([judged(1, {}), judged(2, { conclusion: "failure" })], "2026-11-24");
    expect(title).toBe("title 2");
    expect(summary).toContain("the worst verdict, of #2; the others are #1");
  });

  test("holds as long as the shortest of its reviews, and a day by policies of another repository or of a change of them", () => {
    const [long, short] = [judged(1, {}), judged(2, { validUntil: "2026-11-30" })];
    expect(conclude([long, short], "2026-11-24").validUntil).toBe("2026-11-30");
    const elsewhere = judged(1, {}, { policiesElsewhere: POLICIES });
    expect(conclude([elsewhere, elsewhere], "2026-11-24")).toMatchObject({
      validUntil: "2026-11-24",
      policies: [POLICIES],
    });
    // The notice of a changed policy runs down each day.
    const changing = judged(1, {}, { policies: {} as NonNullable<Judged["policies"]> });
    expect(conclude([changing], "2026-11-24").validUntil).toBe("2026-11-24");
  });
});

describe("a check without a verdict", () => {
  test("fails, says why and how to try again, and quotes GitHub's own id of the request", () => {
    const error = new GithubError("`GET /x` failed: no answer", { kind: "unavailable", requestId: "AB:12" });
    const outcome = concludeWithoutVerdict(error, "run-1");
    expect(outcome).toMatchObject({
      conclusion: "failure",
      title: "Could not be evaluated",
      validUntil: undefined,
    });
    for (const said of ["no answer", "/bylaw recheck", "Re-run", "run-1", "AB:12"]) {
      expect(outcome.summary).toContain(said);
    }
  });

  test("stands until the commit changes where nothing else can help", () => {
    const error = new NotEvaluable("too deep", { help: "take it out", lasting: true });
    expect(concludeWithoutVerdict(error, "run-1").validUntil).toBe("9999-12-31");
  });

  test("shows nothing of an error nobody expected", () => {
    expect(concludeWithoutVerdict(new TypeError("canary"), "run-1").summary).not.toContain("canary");
  });
});

describe("a date", () => {
  test.for([
    ["2026-11-23T21:59:59Z", "2026-11-23"],
    ["2026-11-23T22:00:00Z", "2026-11-24"],
    ["2026-07-01T20:59:59Z", "2026-07-01"],
    ["2026-07-01T21:00:00Z", "2026-07-02"],
  ] as const)("of a verdict at %s is %s, in the policies' zone", ([moment, date]) => {
    expect(policyDate(new Date(moment))).toBe(date);
  });

  test("is counted on by days over the ends of months and years", () => {
    expect([addDays("2026-12-31", 1), addDays("2028-02-28", 1)]).toEqual(["2027-01-01", "2028-02-29"]);
  });
});
