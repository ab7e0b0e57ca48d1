import { describe, expect, it } from "vitest";
import type { Flip } from "../../src/model/impact.ts";
import type { Language } from "../../src/model/language.ts";
import type { PolicyReview, RuleChange, SetChange } from "../../src/model/set-change.ts";
import { fitLines } from "../../src/render/fit-lines.ts";
import { policyReviewSection } from "../../src/render/policy-review-section.ts";
import { renderCheck } from "../../src/render/render-check.ts";
import { renderComment } from "../../src/render/render-comment.ts";
import { makeFinding, makeHostileFinding, makeReview } from "./make-report.ts";
import { breaches } from "./markdown-safety.ts";

const HOSTILE =
  "</div><img src=x onerror=alert(1)> @everyone [a](https://evil.example) | ``` <!-- #1 \u202e עברית";
const BASE = "b".repeat(40);
const HEAD = "a".repeat(40);

/** A review of `rules` changed rules that flip `flips` findings, with one text in every place that holds one. */
function reviewOf(rules: number, flips: number, text = "plain"): PolicyReview {
  const stands = { outcome: "fail", effect: "block", upcoming: false, waived: false, clause: null } as const;
  const rule = (index: number): RuleChange => ({
    rule: `RET-${index}`,
    title: text,
    policy: "data-retention",
    status: "changed",
    kind: "tighter",
    spans: [],
    reasons: [],
    looser: null,
    masked_by: [],
    tighter: {
      date: "2026-11-23",
      subject: text,
      facts: [{ label: text, value: text }],
      yaml: `period: P15D # ${text}\n`,
      before: { ...stands, outcome: "pass", effect: null },
      after: stands,
    },
  });
  const flip: Flip = {
    kind: "newly-failing",
    rule: "RET-01",
    subject: text,
    manifest: "il-9901-cam",
    file: `manifests/${text}.yaml`,
    line: 3,
    municipality: { cbs_code: "9901", name: text },
    tier: "T4",
    vendors: [text],
    before: { outcome: "pass", effect: null, state: null },
    after: { outcome: "fail", effect: "block", state: "open" },
    message: text,
    path: [text],
    through: [text],
  };
  const counts = { "newly-failing": flips, "newly-unknown": 0, "newly-passing": 0, changed: 0 };
  const group = [{ key: "9901", name: text, systems: flips, flips: counts }];
  const change: SetChange = {
    schema: "bylaw/diff/v1",
    engine: "1.0.0",
    as_of: "2026-11-23",
    whole: { kind: "tighter", spans: [], tighter: null, looser: null, reasons: [] },
    rules: Array.from({ length: rules }, (_, index) => rule(index)),
    unchanged: 3,
    ladder: null,
    policies: [],
    municipal: Array.from({ length: 9 }, () => ({
      municipality: { cbs_code: "9901", name: text },
      rules: Array.from({ length: rules }, (_, index) => rule(index)),
    })),
    packs: [],
    files: [],
    registry: [{ table: "edges", change: "added", entry: text, entities: [], keys: [text] }],
  };
  return {
    problems: [],
    language: "en",
    change: { en: change, he: change, ar: change },
    impact: {
      schema: "bylaw/impact/v1",
      engine: "1.0.0",
      as_of: "2026-11-23",
      manifests: flips,
      unread: [text],
      cause: {
        rules: [],
        ladder: false,
        registry: [],
        waivers: [],
        arrangements: [],
        plan: false,
        limits: false,
      },
      dates: Array.from({ length: 5 }, () => ({
        date: "2026-11-23",
        evaluated: flips,
        rows: 0,
        flips: Array.from({ length: flips }, () => flip),
        verdicts: Array.from({ length: flips }, (_, index) => ({
          manifest: `il-9901-${index}`,
          file: "manifests/a.yaml",
          before: "pass" as const,
          after: "fail" as const,
          tiers: { before: "T1" as const, after: "T1" as const },
        })),
        waivers: [],
        objectives: [],
        by: { municipality: group, tier: [], vendor: group },
      })),
      later: [],
    },
  };
}

const sectionOf = (policies: PolicyReview, room = 18_000, language: Language = "en") =>
  policyReviewSection(policies, { language, base: BASE, head: HEAD, room });
const bytes = (text: string) => new TextEncoder().encode(text).length;

describe("the section on a change of policies", () => {
  it("holds the comparison and the impact whole where they fit", () => {
    const section = sectionOf(reviewOf(1, 1));
    for (const said of ["### How it compares", "period: P15D", "### What it does", "1 newly failing"]) {
      expect(section).toContain(said);
    }
    expect(section).not.toContain("left out");
  });

  it.for([
    ["many changed rules", 300, 1, "how it compares", `\`npx bylaw diff ${BASE} ${HEAD}\``],
    ["many flips", 1, 1_000, "what it does", `\`npx bylaw impact ${BASE} ${HEAD}\``],
  ] as const)("of %s keeps to its room, leaves no block open and says what was left out", (row) => {
    const [, rules, flips, what, command] = row;
    const section = sectionOf(reviewOf(rules, flips, HOSTILE));
    expect(bytes(section)).toBeLessThanOrEqual(18_000);
    expect(section).toMatch(new RegExp(`_\\d+ more lines of ${what} left out for want of room;_ `));
    expect(section).toContain(command);
    expect(section).toContain("### What it does");
    expect(breaches(section)).toEqual([]);
  });

  it.for([
    ["he", "### ההשוואה", "### ההשפעה"],
    ["ar", "### المقارنة", "### الأثر"],
  ] as const)("in %s leaves out what was said in another language of what is found", (row) => {
    const [language, compared, impact] = row;
    const section = sectionOf(reviewOf(1, 1, "plain"), 18_000, language);
    expect(section).toContain(compared);
    expect(section.slice(section.indexOf(impact))).toContain("`RET-01` `manifests/plain.yaml:3`");
    expect(section.slice(section.indexOf(impact))).not.toMatch(/: plain$/m);
  });

  it("leaves comment and check within what GitHub takes, whatever else there is to say", () => {
    const findings = Array.from({ length: 300 }, () => makeHostileFinding(HOSTILE));
    const location = makeFinding().location;
    const problems = Array.from({ length: 500 }, () => ({
      side: "head" as const,
      stage: "language" as const,
      kind: "Policy" as const,
      location,
      message: HOSTILE,
      help: HOSTILE,
      pointer: "",
    }));
    const governed = Array.from({ length: 2_000 }, (_, index) => ({
      file: `policies/${index}/policy.yaml`,
      kind: "policy" as const,
      group: "privacy" as const,
      approved: false,
    }));
    const review = makeReview(findings, { problems, governed });
    const context = { repository: "a/b", base: BASE, head: HEAD, policies: reviewOf(60, 200, HOSTILE) };
    const comment = renderComment(review, { ...context, previous: undefined });
    const { summary } = renderCheck(review, { ...context, command: "npx bylaw review" });
    expect(comment.length).toBeLessThanOrEqual(60_000);
    expect(bytes(summary)).toBeLessThanOrEqual(65_535);
    for (const text of [comment, summary]) {
      expect(text).toContain("### How it compares");
      expect(breaches(text)).toEqual([]);
    }
  });
});

describe("Markdown that is cut to a size", () => {
  const text = "one\n\n```yaml\na: 1\n\nb: 2\n```\ntwo";

  it.for([
    [100, text, 0],
    [30, "one\n\n```yaml\na: 1\n\nb: 2\n```", 1],
    [25, "one", 5],
    [2, "", 6],
  ] as const)("of %i bytes keeps whole lines and whole code blocks", ([room, kept, left]) => {
    expect(fitLines(text, room)).toEqual({ text: kept, size: kept.length, left });
  });
});
