import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/generated/report.ts";
import type { Review } from "../../src/model/review.ts";
import { renderCheck } from "../../src/render/render-check.ts";
import { makeFinding, makeHostileFinding, makeReview } from "./make-report.ts";
import { breaches } from "./markdown-safety.ts";
import { hasSuites, payloads } from "./suites.ts";

const CONTEXT = {
  repository: "northport/systems",
  base: "b".repeat(40),
  head: "a".repeat(40),
  command: "bylaw check manifests/northport/cameras.yaml --as-of 2026-11-23",
};

function check(findings: readonly Finding[], over: Partial<Review> = {}) {
  return renderCheck(makeReview(findings, over), CONTEXT);
}

const PROBLEM = {
  stage: "schema",
  kind: "Policy",
  location: { file: "policies/x/policy.yaml", line: 4, column: 3, end_line: 4, end_column: 9 },
  pointer: "/rules/0",
  message: "unknown key `requires`",
  help: "write `require`",
} as const;

describe("the title", () => {
  const passing = makeReview([]).reports.en.manifests.map((manifest) => ({
    ...manifest,
    verdict: "pass" as const,
  }));
  const clean = { ...makeReview([]).reports.en, manifests: passing };
  const none = { ...clean, manifests: [] };
  const reports = (report: typeof clean) => ({ en: report, he: report, ar: report });
  it.for<[string, readonly Finding[], Partial<Review>]>([
    [
      "2 findings block, 1 needs approval by security",
      [makeFinding(), makeFinding(), makeFinding({ effect: "approve" })],
      { awaiting: ["security"] },
    ],
    [
      "1 finding needs approval by privacy, security",
      [makeFinding({ effect: "approve" })],
      { reason: "needs-approval", awaiting: ["privacy", "security"] },
    ],
    ["No manifest changed", [], { reason: "nothing-changed", reports: reports(none) }],
    ["3 manifests pass", [], { reason: "pass", reports: reports(clean) }],
    [
      "3 manifests pass, 1 finding warns",
      [],
      { reason: "pass", reports: reports({ ...clean, findings: [makeFinding({ effect: "warn" })] }) },
    ],
    [
      "1 problem in policies or configuration",
      [],
      { reason: "policy-invalid", problems: [{ ...PROBLEM, side: "head" }], reports: reports(none) },
    ],
    [
      "1 governed file needs approval by security",
      [],
      {
        reason: "policy-needs-approval",
        reports: reports(none),
        governed: [{ file: "policies/plan.yaml", kind: "plan", group: "security", approved: false }],
      },
    ],
    [
      "No manifest changed, 1 governed file approved",
      [],
      {
        reason: "pass",
        reports: reports(none),
        governed: [{ file: "policies/plan.yaml", kind: "plan", group: "security", approved: true }],
      },
    ],
    ["Could not be evaluated", [], { reason: "not-evaluated", reports: reports(none) }],
    ["Dry run: 1 finding blocks", [makeFinding()], { mode: "dry-run" }],
  ])("says %s", ([expected, findings, over]) => {
    expect(check(findings, over).title).toBe(expected);
  });

  it("speaks the language of the repository", () => {
    expect(check([makeFinding()], { language: "he" }).title).toBe("ממצאים חוסמים: 1");
  });
});

it("the summary holds verdicts, policies, both commits, digests and how to reproduce it", () => {
  const { summary } = check([makeFinding(), makeFinding({ effect: "warn" })], {
    removed: ["manifests/old.yaml"],
    problems: [{ ...PROBLEM, side: "base" }],
    governed: [{ file: "waivers/w.yaml", kind: "waiver", group: "security", approved: true }],
  });
  expect(summary).toMatchInlineSnapshot(`
    "**1 problem in policies or configuration, 1 finding blocks, 1 warns.**

    | manifest | tier | verdict | blocks | warns |
    | --- | --- | --- | --- | --- |
    | \`il-9901-cam-promenade\` | T4 | fails | 1 | 1 |
    | \`il-9901-lights\` | T1 | passes | 0 | 0 |
    | \`il-9902-parking\` | undecided | passes | 0 | 0 |

    Removed: \`manifests/old.yaml\`

    ### Problems of policies and configuration

    - \`policies/x/policy.yaml:4\` (at base): unknown key \`requires\`
      - help: write \`require\`

    ### Changes to policies and other governed files

    | changed file | kind | group that approves | approved |
    | --- | --- | --- | --- |
    | \`waivers/w.yaml\` | waiver | \`security\` | yes |

    ### What was judged

    |  |  |
    | --- | --- |
    | repository | \`northport/systems\` |
    | base commit | \`bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb\` |
    | head commit | \`aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
    | date | 2026-11-23, valid until 2027-01-01 |
    | policies | \`data-retention@1.2.0\` |
    | engine | \`1.0.0\` |
    | digest of policies | \`sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
    | digest of registry | \`sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
    | digest of waivers | \`sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
    | digest of plan | \`sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
    | digest of arrangements | \`sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
    | digest of overlays | \`sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
    | digest of configuration | \`sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |
    | digest of manifests | \`sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\` |

    ### Reproduce

    \`\`\`sh
    bylaw check manifests/northport/cameras.yaml --as-of 2026-11-23
    \`\`\`"
  `);
});

describe("annotations", () => {
  it("say what and what to do at the place, why and on what basis in the details", () => {
    expect(check([makeFinding()]).annotations).toEqual([
      {
        path: "manifests/northport/cameras.yaml",
        start_line: 2,
        end_line: 2,
        start_column: 34,
        end_column: 37,
        annotation_level: "failure",
        title: "RET-01 Raw video is deleted quickly",
        message: "`video_raw` is kept 90 days; the limit is 30 days\nset `period` to P30D or less",
        raw_details:
          "Why: the longer footage is kept, the more harm a leak or misuse can do\nBasis: this policy's own choice",
      },
    ]);
  });

  it("name no columns for a place over several lines, which GitHub would refuse", () => {
    const location = { file: "a.yaml", line: 2, column: 3, end_line: 4, end_column: 1 };
    const [annotation] = check([makeFinding({ location })]).annotations;
    expect(annotation).toMatchObject({ start_line: 2, end_line: 4 });
    expect(annotation).not.toHaveProperty("start_column");
    expect(annotation).not.toHaveProperty("end_column");
  });

  it("never end before they begin", () => {
    const location = { file: "a.yaml", line: 2, column: 3, end_line: 2, end_column: 3 };
    expect(check([makeFinding({ location })]).annotations[0]).toMatchObject({
      start_column: 3,
      end_column: 3,
    });
  });

  it("come worst first, problems of the change itself before all, and not for what is waived or at base", () => {
    const { annotations } = check(
      [
        makeFinding({ effect: "note", message: "note" }),
        makeFinding({
          effect: "warn",
          state: "upcoming",
          message: "coming",
          upcoming: { reason: "due", from: "2027-01-01" },
        }),
        makeFinding({ effect: "warn", message: "warn" }),
        makeFinding({ state: "waived", message: "waived" }),
        makeFinding({ effect: "approve", message: "approve" }),
        makeFinding({ severity: "high", message: "block, high" }),
        makeFinding({ severity: "critical", message: "block, critical" }),
      ],
      {
        problems: [
          { ...PROBLEM, side: "head" },
          { ...PROBLEM, side: "base", message: "at base" },
        ],
      },
    );
    expect(
      annotations.map(({ annotation_level, message }) => `${annotation_level}: ${message.split("\n")[0]}`),
    ).toEqual([
      "failure: unknown key `requires`",
      "failure: block, critical",
      "failure: block, high",
      "warning: approve",
      "warning: warn",
      "notice: note",
      "notice: coming",
    ]);
  });

  it("are at most 200, and the rest is counted", () => {
    const { annotations, left, summary } = check(Array.from({ length: 203 }, () => makeFinding()));
    expect([annotations.length, left]).toEqual([200, 3]);
    expect(summary).toContain("_3 more are left out here to keep within the size limit_");
  });

  it("stay within the lengths GitHub takes", () => {
    const long = "é".repeat(100_000);
    const [annotation] = check([makeFinding({ title: long, message: long, why: long })]).annotations;
    expect(annotation?.title).toHaveLength(255);
    expect(new TextEncoder().encode(annotation?.message).length).toBeLessThan(64 * 1024);
    expect(new TextEncoder().encode(annotation?.raw_details).length).toBeLessThan(64 * 1024);
  });

  it("write out hidden characters", () => {
    expect(check([makeFinding({ message: "a\u202Eb" })]).annotations[0]?.message).toContain("a\\u{202E}b");
  });
});

describe("the summary", () => {
  it("stays within 65,535 characters with everything in it, and counts what it leaves out", () => {
    const long = "|".repeat(400);
    const report = makeReview([]).reports.en;
    const many = Array.from({ length: 3000 }, (_, n) => n);
    const manifests = many.map(
      (n) => ({ id: `m-${n}`, file: `${n}.yaml`, tier: "T4", verdict: "fail" }) as const,
    );
    const full = { ...report, manifests: [...manifests] };
    const { summary } = check([], {
      reports: { en: full, he: full, ar: full },
      removed: many.map((n) => `${long}${n}`),
      problems: many.map(() => ({ ...PROBLEM, message: long, side: "head" })),
      governed: many.map((n) => ({
        file: `${long}${n}`,
        kind: "policy",
        group: "security",
        approved: false,
      })),
      policies: many.map((n) => `policy-${n}@1.0.0`),
    });
    expect(summary.length).toBeLessThanOrEqual(65_535);
    expect(summary.match(/more are left out/g)).toHaveLength(6);
    expect(summary).toContain(CONTEXT.command);
  });

  it("contains a case in which a problem shows, as a block of lines, whatever stands in it", () => {
    const witness = 'data:\n  note: "```"\n  other: <!-- \u202e -->\n';
    const { summary, annotations } = check([], { problems: [{ ...PROBLEM, witness, side: "head" }] });
    expect(summary).toContain(
      '\n  - where it shows:\n\n    ````yaml\n    data:\n      note: "```"\n      other: <\\u{21}-- \\u{202E} -->\n    ````\n',
    );
    expect(breaches(summary)).toEqual([]);
    expect(annotations[0]?.raw_details).toBe('data:\n  note: "```"\n  other: <!-- \\u{202E} -->');
  });

  it.runIf(hasSuites)("contains every published payload (needs BYLAW_SUITES)", () => {
    for (const text of payloads().filter((_, index) => index % 20 === 0)) {
      const { summary } = check([makeHostileFinding(text)], {
        removed: [text],
        problems: [{ ...PROBLEM, message: text, help: text, witness: text, side: "head" }],
        governed: [{ file: text, kind: "policy", group: "security", approved: false }],
      });
      expect({ text, breaches: breaches(summary) }).toEqual({ text, breaches: [] });
    }
  });
});
