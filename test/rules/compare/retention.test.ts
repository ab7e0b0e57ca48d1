import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/model/document.ts";
import type { PolicyDocument } from "../../../src/model/generated/policy.ts";
import { vocabulary } from "../../../src/model/generated/vocabulary-value.ts";
import type { Duration, FactValue } from "../../../src/model/value.ts";
import { loadDocument } from "../../../src/parse/load-document.ts";
import { checkPolicies } from "../../../src/rules/check-policies.ts";
import { compareRule } from "../../../src/rules/compare/compare-rule.ts";
import { type RuleVersion, ruleVersions } from "../../../src/rules/compare/rule-version.ts";
import { witnessYaml } from "../../../src/rules/compare/witness-yaml.ts";
import { engineSays, weightOf } from "./engine-says.ts";

const FILE = "policies/data-retention/policy.yaml";
const textOf = (file: string) => readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8");
const WRITTEN = textOf(FILE);
/** Defines what a system about people is, which a rule of the policy reads. */
const LADDER = documentOf("policies/national-map/policy.yaml");
const DAY = 86_400;

function documentOf(file: string, text = textOf(file)): Document<PolicyDocument> {
  const bytes = new TextEncoder().encode(text);
  const loaded = loadDocument({ file, bytes, mode: "100644" }, { gate: false, kind: "Policy" });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  // The validator of the kind has accepted it.
  return loaded.document as Document<PolicyDocument>;
}

function version(text: string): RuleVersion {
  const { policies, problems } = checkPolicies([documentOf(FILE, text), LADDER], vocabulary);
  expect(problems.map(({ message }) => message)).toEqual([]);
  const found = ruleVersions({ policies }).get("RET-01");
  if (found === undefined) throw new Error("RET-01 is missing");
  return found;
}

const now = version(WRITTEN);

/** RET-01 as written against RET-01 with some of its policy's text replaced. */
function changed(...edits: readonly (readonly [string, string])[]) {
  const text = edits.reduce((written, [from, to]) => {
    expect(written).toContain(from);
    return written.replaceAll(from, to);
  }, WRITTEN);
  const after = version(text);
  const comparison = compareRule(now, after, {
    vocabulary: now.set.policies.vocabulary,
    today: "2026-11-23",
  });
  for (const [direction, sign] of [
    ["tighter", 1],
    ["looser", -1],
  ] as const) {
    const witness = comparison[direction];
    if (witness === undefined) continue;
    const [before = 0, later = 0] = [now, after].map((one) =>
      weightOf(engineSays(one, witness.assignment, witness.date)),
    );
    expect(Math.sign(later - before)).toBe(sign);
  }
  return comparison;
}

function days(value: FactValue | undefined): number {
  const { months, seconds } = value as Duration;
  return months * 31 + seconds / DAY;
}

const ordinary = (to: string) => ["ordinary: P30D", `ordinary: ${to}`] as const;

describe("RET-01", () => {
  it("is tighter at 14 days instead of 30, by a line kept 15 to 30 days, until the announced value takes over", () => {
    const { kind, tighter, looser, spans } = changed(ordinary("P14D"));
    expect(kind).toBe("tighter");
    expect(looser).toBeUndefined();
    const period = days(tighter?.assignment.facts["retention.period"]);
    expect(period).toBeGreaterThan(14);
    expect(period).toBeLessThanOrEqual(30);
    expect(tighter?.before).toMatchObject({ outcome: "pass", effect: null });
    expect(tighter?.after).toMatchObject({ outcome: "fail", effect: "block", clause: "RET-01" });
    expect(spans.at(-1)).toMatchObject({ from: "2027-04-01", to: null, kind: "same" });
  });

  it("is looser at 45 days, by a line kept more than 30 days and at most 45", () => {
    const { kind, looser } = changed(ordinary("P45D"));
    expect(kind).toBe("looser");
    const period = days(looser?.assignment.facts["retention.period"]);
    expect(period).toBeGreaterThan(30);
    expect(period).toBeLessThanOrEqual(45);
  });

  it("is mixed at 45 days with a second requirement, with a witness for each direction", () => {
    const { kind, tighter, looser } = changed(ordinary("P45D"), [
      "      - { fact: retention.auto_delete, is: true }\n    fix:",
      "      - { fact: retention.auto_delete, is: true }\n      - { fact: retention.counted_from, is: capture }\n    fix:",
    ]);
    expect(kind).toBe("mixed");
    expect(tighter?.assignment.facts["retention.counted_from"]).not.toBe("capture");
    expect(days(looser?.assignment.facts["retention.period"])).toBeGreaterThan(30);
  });

  it.for<readonly [string, readonly (readonly [string, string])[]]>([
    ["a parameter has another name", [["raw_video_max", "longest_raw_video"]]],
    ["a text changes", [["Raw video is deleted quickly", "Raw video is deleted"]]],
    ["30 days are written as 720 hours", [ordinary("PT720H")]],
    ["a text is translated", [["וידאו גולמי נמחק מהר", "וידאו גולמי נמחק"]]],
  ])("is the same where %s", ([, edits]) => {
    expect(changed(...edits)).toMatchObject({ kind: "same", tighter: undefined, looser: undefined });
  });

  it("is undecided where a month stands against days it may be longer or shorter than", () => {
    expect(changed(ordinary("P1M"))).toMatchObject({ kind: "undecided", reasons: ["months"] });
  });

  it("is decided where a month is longer than the days, however long the month", () => {
    expect(changed(ordinary("P2M"))).toMatchObject({ kind: "looser", reasons: [] });
  });

  it("is looser until a date and tighter after it where it is announced so", () => {
    const { kind, spans } = changed(ordinary("P45D"), ["ordinary: P21D", "ordinary: P10D"]);
    expect(kind).toBe("mixed");
    expect(spans.map(({ from, to, kind: of }) => [from, to, of])).toEqual([
      [null, "2026-06-30", "same"],
      ["2026-07-01", "2027-03-31", "looser"],
      ["2027-04-01", null, "tighter"],
    ]);
  });

  it.for<readonly [string, string, string, string]>([
    [
      "its effect falls",
      "    effect: block\n    stages: [definition, operation]\n    effective: 2026-07-01\n    subject: retention\n    when:\n      - { fact: retention.data, is: video_raw }",
      "    effect: approve\n    stages: [definition, operation]\n    effective: 2026-07-01\n    subject: retention\n    when:\n      - { fact: retention.data, is: video_raw }",
      "looser",
    ],
    [
      "it takes effect later",
      "stages: [definition, operation]\n    effective: 2026-07-01",
      "stages: [definition, operation]\n    effective: 2027-07-01",
      "looser",
    ],
    [
      "it ends",
      "stages: [definition, operation]\n    effective: 2026-07-01",
      "stages: [definition, operation]\n    effective: 2026-07-01\n    until: 2028-01-01",
      "looser",
    ],
    ["a stage is left out", "stages: [definition, operation]", "stages: [operation]", "looser"],
    ["no waiver counts any more", "severity: high", "severity: high\n    waivable: false", "tighter"],
    [
      "systems already deployed get time",
      "severity: high",
      "severity: high\n    transition: { deployed_before: 2026-07-01, until: 2027-07-01, lost_when: [supplier] }",
      "looser",
    ],
    [
      "it asks only in operation",
      "      - { fact: retention.data, is: video_raw }",
      "      - { fact: retention.data, is: video_raw }\n      - { fact: system.stage, is: operation }",
      "looser",
    ],
  ])("is decided where %s", ([, from, to, kind]) => {
    expect(changed([from, to]).kind).toBe(kind);
  });

  it("names the witness in a fragment that can be laid over a manifest", () => {
    const { tighter } = changed(ordinary("P14D"));
    expect(tighter && witnessYaml(tighter.assignment, vocabulary)).toMatchInlineSnapshot(`
      "# retention.sites: ordinary
      data:
        retention:
          - auto_delete: true
            data: video_raw
            justification: "text"
            period: P22D
      "
    `);
  });
});
