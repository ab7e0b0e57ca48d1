import { describe, expect, it } from "vitest";
import type { SetComparison } from "../../../src/model/comparison.ts";
import { checkPolicies } from "../../../src/rules/check-policies.ts";
import { compareSets } from "../../../src/rules/compare/compare-sets.ts";
import { rowFrom } from "../../../src/rules/compare/row-from.ts";
import { type PolicySet, ruleVersions } from "../../../src/rules/compare/rule-version.ts";
import { compileRules } from "../../../src/rules/compile-rules.ts";
import { policyFrom } from "../policy-from.ts";
import { vocabulary } from "../test-vocabulary.ts";
import { engineSays, weightOf } from "./engine-says.ts";

const TODAY = "2026-11-23";

interface Written {
  readonly id: string;
  readonly lines: string;
}

function rule({ id, lines }: Written): string {
  const body = lines
    .trim()
    .split("\n")
    .map((line) => `    ${line.trim()}`)
    .join("\n");
  const stages = /stages:|kept_by:/.test(lines) ? "" : "    stages: [definition, decommissioning]\n";
  const effect = /effect:|kept_by:/.test(lines) ? "" : "    effect: block\n";
  return `  - id: ${id}\n    title: { en: Rule }\n    why: { en: Because }\n    severity: high\n${effect}${stages}${body}`;
}

function set(rules: readonly Written[], head = "", packs?: PolicySet["packs"]): PolicySet {
  const document = policyFrom(`${head}\nrules:\n${rules.map(rule).join("\n")}`);
  const { policies, problems } = checkPolicies([document], vocabulary);
  expect(problems.map(({ message }) => message)).toEqual([]);
  return { policies, packs };
}

/** Compares two sets, and asks the engine about every witness of the whole. */
function compare(before: PolicySet, after: PolicySet): SetComparison {
  const comparison = compareSets(before, after, { today: TODAY });
  for (const [direction, sign] of [
    ["tighter", 1],
    ["looser", -1],
  ] as const) {
    const witness = comparison.whole[direction];
    if (witness === undefined || comparison.ladder !== undefined) continue;
    const [old = 0, now = 0] = [before, after].map((one) =>
      Math.max(
        0,
        ...[...ruleVersions(one).values()].map((version) =>
          Math.ceil(weightOf(engineSays(version, witness.assignment, witness.date)) / 2),
        ),
      ),
    );
    expect(Math.sign(now - old)).toBe(sign);
  }
  return comparison;
}

const people = (most: number, more = "") => ({
  id: "TST-01",
  lines: `require:\n- { fact: system.people, at_most: ${most} }${more}`,
});
const stricter = { id: "TST-02", lines: "require:\n- { fact: system.people, at_most: 50 }" };
const weaker = { id: "TST-02", lines: "effect: warn\nrequire:\n- { fact: system.people, at_most: 50 }" };
const elsewhere = { id: "TST-02", lines: "require:\n- { fact: system.personal, is: false }" };

describe("two sets of policies", () => {
  it("are the same where nothing they decide by differs", () => {
    expect(compare(set([people(100), stricter]), set([people(100), stricter]))).toMatchObject({
      rules: [],
      unchanged: 2,
      ladder: undefined,
      whole: { kind: "same" },
    });
  });

  it.for<readonly [string, Written | undefined, string, readonly string[]]>([
    ["no other rule", undefined, "looser", []],
    ["another rule about something else", elsewhere, "looser", []],
    ["another rule that only warns", weaker, "looser", []],
    ["another rule that blocks anyway", stricter, "same", ["TST-02"]],
  ])("beside %s, show or hide that a limit rises", ([, other, whole, maskedBy]) => {
    const more = other === undefined ? [] : [other];
    const comparison = compare(set([people(100), ...more]), set([people(200), ...more]));
    expect(comparison.whole.kind).toBe(whole);
    expect(comparison.rules).toMatchObject([{ rule: "TST-01", status: "changed", kind: "looser", maskedBy }]);
  });

  it("let one changed rule make up for another", () => {
    const [before, after] = [set([people(100), people2(200)]), set([people(200), people2(100)])];
    expect(compare(before, after)).toMatchObject({
      rules: [{ kind: "looser" }, { kind: "tighter" }],
      whole: { kind: "same" },
    });
  });

  it("say which rule is new and which is gone", () => {
    expect(compare(set([people(100)]), set([elsewhere]))).toMatchObject({
      rules: [
        { rule: "TST-01", status: "removed", kind: "looser" },
        { rule: "TST-02", status: "added", kind: "tighter" },
      ],
      whole: { kind: "mixed" },
    });
  });

  it("count a pack that is switched", () => {
    const packed = (state: "off" | "advisory" | "binding") =>
      set([people(100)], "pack: extra", { extra: state });
    expect(compare(packed("off"), packed("advisory")).whole.kind).toBe("tighter");
    expect(compare(packed("binding"), packed("advisory")).whole.kind).toBe("looser");
    expect(compare(packed("binding"), packed("off")).rules).toMatchObject([{ status: "removed" }]);
  });

  it("follow the rows a row belongs to", () => {
    const line = (days: number) => ({
      id: "TST-01",
      lines: `subject: retention\nrequire:\n- { fact: retention.period, at_most: P${days}D }`,
    });
    const none = { id: "TST-02", lines: "require:\n- { fact: system.people, at_most: 0 }" };
    const kept = {
      id: "TST-02",
      lines: "subject: retention\nrequire:\n- { fact: retention.period, at_most: P10D }",
    };
    expect(compare(set([line(30), none]), set([line(45), none])).whole.kind).toBe("looser");
    expect(compare(set([line(30), kept]), set([line(45), kept])).whole.kind).toBe("same");
  });

  it("hide a change only on the days on which the hiding rule asks for more", () => {
    const tested = (span: string) => ({
      id: "TST-01",
      lines: `require:\n- { fact: system.tested_on, in_last: ${span} }`,
    });
    const since = {
      id: "TST-02",
      lines: 'require:\n- { fact: system.tested_on, on_or_after: "2026-11-20" }',
    };
    const { spans } = compare(set([tested("P30D"), since]), set([tested("P60D"), since]));
    // Until the fixed day lies more than 30 days back, nothing before it would have done anyway.
    expect(spans.map(({ from, kind }) => [from, kind])).toEqual([
      [null, "same"],
      ["2026-12-21", "looser"],
    ]);
  });

  it("are undecided where a rule is kept by the program from now on", () => {
    const kept = { id: "TST-01", lines: "kept_by: engine\ntest: test/some.test.ts" };
    const [before, after] = [set([people(100)]), set([{ ...kept }])];
    expect(compare(before, after).whole).toMatchObject({ kind: "undecided", reasons: ["program"] });
  });
});

describe("two tier ladders", () => {
  const ladder = (people: number) =>
    `tiers:
  T4: { means: [{ fact: system.personal, is: true }] }
  T3: { means: [{ fact: system.people, more_than: ${people} }] }
  T2: { means: [{ fact: system.kind, is: camera }] }`;
  const byTier = {
    id: "TST-01",
    lines:
      "effect: { T1: note, T2: warn, T3: block, T4: block }\nrequire:\n- { fact: system.level, is: high }",
  };

  it("are tighter where a step takes in more, and make the set tighter through the effects", () => {
    const [before, after] = [set([byTier], ladder(1000)), set([byTier], ladder(100))];
    const comparison = compare(before, after);
    expect(comparison.ladder).toMatchObject({ kind: "tighter", tighter: { after: "T3" }, looser: undefined });
    const { tighter } = comparison.ladder ?? {};
    if (tighter === undefined) throw new Error("a tier that rises has a case");
    const tiers = [before, after].map(({ policies }) =>
      compileRules(policies, { asOf: tighter.date }).tier(rowFrom(tighter.assignment)),
    );
    expect(tiers).toEqual([tighter.before, tighter.after]);
    expect(comparison.rules).toEqual([]);
    expect(comparison.whole.kind).toBe("tighter");
    expect(comparison.whole.tighter?.after).toMatchObject({ effect: "block", clause: "TST-01" });
  });

  it("change nothing where no effect depends on the tier", () => {
    const flat = { id: "TST-01", lines: "effect: warn\nrequire:\n- { fact: system.level, is: high }" };
    const comparison = compare(set([flat], ladder(1000)), set([flat], ladder(100)));
    expect(comparison.ladder?.kind).toBe("tighter");
    expect(comparison.whole.kind).toBe("same");
  });
});

function people2(most: number): Written {
  return { ...people(most), id: "TST-02" };
}
