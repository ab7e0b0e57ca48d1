import { describe, expect, it } from "vitest";
import type { Texts } from "../../src/model/language.ts";
import type { Row } from "../../src/model/row.ts";
import type { CompiledClause, RuleSet } from "../../src/model/rule.ts";
import { type FactValue, NONE, UNKNOWN } from "../../src/model/value.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { type CompileOptions, compileRules } from "../../src/rules/compile-rules.ts";
import { fakeRow } from "./fake-row.ts";
import { policyFrom, ruleFrom } from "./policy-from.ts";
import { vocabulary } from "./test-vocabulary.ts";

const AS_OF = "2026-11-23";
const days = (count: number) => ({ months: 0, seconds: count * 86_400 });
const months = (count: number) => ({ months: count, seconds: 0 });

function rulesOf(document: ReturnType<typeof policyFrom>, options: Partial<CompileOptions> = {}): RuleSet {
  const { policies, problems } = checkPolicies([document], vocabulary);
  expect(problems.map(({ message }) => message)).toEqual([]);
  return compileRules(policies, { asOf: AS_OF, ...options });
}

function clauseOf(
  lines: string,
  rest = "",
  options: Partial<CompileOptions> = {},
  index = 0,
): CompiledClause {
  const clause = rulesOf(ruleFrom(lines, rest), options).rules[0]?.clauses[index];
  if (clause === undefined) throw new Error("the rule has no such clause");
  return clause;
}

const system = (facts: Readonly<Record<string, FactValue>>) => fakeRow({ subject: "system", facts });
const retention = (facts: Readonly<Record<string, FactValue>>) => fakeRow({ subject: "retention", facts });

describe("an operator", () => {
  it.for([
    ["system.personal, is: true", true, "pass"],
    ["system.personal, is: true", false, "fail"],
    ["system.personal, is: true", UNKNOWN, "unknown"],
    ["system.kind, is: none", NONE, "pass"],
    ["system.kind, is: gate", NONE, "fail"],
    ["system.kind, is_not: gate", NONE, "pass"],
    ["system.kind, is_not: none", UNKNOWN, "unknown"],
    ["system.kind, one_of: [none, gate]", NONE, "pass"],
    ["system.kind, none_of: [camera, gate]", "lamp", "pass"],
    ["system.kind, none_of: [camera, gate]", NONE, "pass"],
    ["system.country, one_of: [IL, FR]", "FR", "pass"],
    ["system.level, at_least: middle", "high", "pass"],
    ["system.level, at_least: middle", "low", "fail"],
    ["system.level, at_most: middle", NONE, "fail"],
    ["system.price, at_least: 40", { min: 36, max: 42 }, "unknown"],
    ["system.price, at_least: 36", { min: 36, max: 42 }, "pass"],
    ["system.price, less_than: 36", { min: 36, max: 42 }, "fail"],
    ["system.price, is: 40", { min: 36, max: 42 }, "unknown"],
    ["system.price, is: 50", { min: 36, max: 42 }, "fail"],
    ["system.price, is_not: 50", NONE, "pass"],
    ["system.price, at_most: 50", NONE, "fail"],
    ["system.tested_on, in_last: P12M", "2026-11-23", "pass"],
    ["system.tested_on, in_last: P12M", "2025-11-23", "pass"],
    ["system.tested_on, in_last: P12M", "2025-11-22", "fail"],
    ["system.tested_on, in_last: P12M", "2026-11-24", "fail"],
    ["system.tested_on, in_next: P1M", "2026-11-23", "pass"],
    ["system.tested_on, in_next: P1M", "2026-12-23", "pass"],
    ["system.tested_on, in_next: P1M", "2026-12-24", "fail"],
    ["system.tested_on, in_next: P1M", NONE, "fail"],
    ["system.tested_on, before: 2026-11-23", "2026-11-23", "fail"],
    ["system.tested_on, on_or_before: 2026-11-23", "2026-11-23", "pass"],
    ["system.tested_on, after: 2026-11-23", NONE, "fail"],
    ["system.tested_on, on_or_after: { fact: today, minus: P1M }", "2026-10-23", "pass"],
    ["system.tags, contains: a", new Set(["a"]), "pass"],
    ["system.tags, contains: a", NONE, "fail"],
    ["system.tags, contains_all: [a, b]", new Set(["a"]), "fail"],
    ["system.tags, contains_any: [a, b]", new Set(["b", "c"]), "pass"],
    ["system.tags, contains_none: [a, b]", NONE, "pass"],
    ["system.tags, contains_none: [a, b]", UNKNOWN, "unknown"],
    ["system.tags, contains_only: [a, b]", new Set(["b", "c"]), "fail"],
    ["system.tags, contains_only: [a, b]", NONE, "pass"],
    ["system.tags, is: none", new Set<string>(), "pass"],
    ["system.note, present: true", "text", "pass"],
    ["system.note, present: true", NONE, "fail"],
    ["system.note, present: true", UNKNOWN, "fail"],
    ["system.note, stated: true", NONE, "pass"],
    ["system.note, stated: true", UNKNOWN, "fail"],
  ] as const)("%s", ([condition, value, outcome]) => {
    const clause = clauseOf(`require: [{ fact: ${condition} }]`);
    expect(clause.outcome(system({ [condition.split(",")[0] ?? ""]: value }))).toBe(outcome);
  });
});

describe("months set against days", () => {
  it.for([
    ["at_most: P1M", days(28), "pass"],
    ["at_most: P1M", days(29), "unknown"],
    ["at_most: P1M", days(32), "fail"],
    ["at_most: P30D", months(1), "unknown"],
    ["at_most: P31D", months(1), "pass"],
    ["less_than: P31D", months(1), "unknown"],
    ["at_least: P365D", months(12), "pass"],
    ["at_least: P366D", months(12), "unknown"],
    ["at_most: P12M", months(12), "pass"],
    ["less_than: P1Y", months(12), "fail"],
    ["at_most: P6M90D", { months: 6, seconds: 90 * 86_400 }, "pass"],
    ["is: P30D", months(1), "unknown"],
    ["is: P27D", months(1), "fail"],
  ] as const)("%s is decided only if it is so for every length of a month", ([condition, value, outcome]) => {
    const clause = clauseOf(`subject: retention\nrequire: [{ fact: retention.period, ${condition} }]`);
    expect(clause.outcome(retention({ "retention.period": value }))).toBe(outcome);
  });
});

describe("a rule", () => {
  const lines =
    "when: [{ fact: system.personal, is: true }]\nunless: [{ fact: system.kind, is: lamp }, { fact: system.level, is: low }]\nrequire: [{ fact: system.people, at_most: 5 }]";
  const exempt = { "system.kind": "lamp", "system.level": "low" };
  const bound = { "system.kind": "gate", "system.level": "low" };

  it.for([
    ["does not apply where `when` is false", { "system.personal": false, ...bound }, "not-applicable"],
    [
      "applies where one exemption condition is missing",
      { "system.personal": true, ...bound, "system.people": 6 },
      "fail",
    ],
    ["does not apply to what is exempt", { "system.personal": true, ...exempt }, "not-applicable"],
    ["passes where it may not apply and its requirement holds", { ...bound, "system.people": 5 }, "pass"],
    [
      "is unknown where it may not apply and its requirement is broken",
      { ...bound, "system.people": 6 },
      "unknown",
    ],
    [
      "is unknown where an exemption is undecided",
      { "system.personal": true, "system.kind": "lamp", "system.people": 6 },
      "unknown",
    ],
    ["does not apply where an exemption holds, whatever `when` is", exempt, "not-applicable"],
  ] as const)("%s", ([, facts, outcome]) => {
    const clause = clauseOf(lines);
    expect(clause.outcome(system(facts))).toBe(outcome);
    expect(clause.trace(system(facts)).outcome).toBe(outcome);
  });

  it("hands to its clauses what they do not state, and adds up `when` and `unless`", () => {
    const text = `effect: { T1: note, T2: warn, T3: approve, T4: block }
effective: 2026-07-01
when: [{ fact: system.personal, is: true }]
unless: [{ fact: system.kind, is: lamp }]
clauses:
  - { id: a, require: [{ fact: system.people, at_most: 5 }] }
  - id: b
    effect: warn
    effective: 2027-01-01
    stages: [operation]
    when: [{ fact: system.level, is: high }]
    unless: [{ fact: system.country, is: IL }]
    require: [{ fact: system.people, at_most: 1 }]`;
    const [a, b] = [clauseOf(text), clauseOf(text, "", {}, 1)];
    expect({ id: a.id, effective: a.effective, effect: a.effect("T3"), stages: a.stages.length }).toEqual({
      id: "a",
      effective: "2026-07-01",
      effect: "approve",
      stages: 5,
    });
    expect({ id: b.id, effective: b.effective, effect: b.effect("T3"), stages: b.stages }).toEqual({
      id: "b",
      effective: "2027-01-01",
      effect: "warn",
      stages: ["operation"],
    });
    const facts = {
      "system.personal": true,
      "system.kind": "gate",
      "system.level": "high",
      "system.country": "DE",
      "system.people": 2,
    };
    expect([a, b].map((clause) => clause.outcome(system(facts)))).toEqual(["pass", "fail"]);
    for (const change of [
      { "system.personal": false },
      { "system.level": "low" },
      { "system.kind": "lamp" },
      { "system.country": "IL" },
    ]) {
      expect(b.outcome(system({ ...facts, ...change }))).toBe("not-applicable");
    }
  });

  it("has its strongest effect where the tier is unknown", () => {
    const clause = clauseOf(
      "effect: { T1: note, T2: block, T3: warn, T4: approve }\nrequire: [{ fact: system.people, is: 1 }]",
    );
    expect(clause.effect(undefined)).toBe("block");
  });

  it("spans all stages from the first to the last it lists", () => {
    const clause = clauseOf("stages: [procurement, operation]\nrequire: [{ fact: system.people, is: 1 }]");
    expect(clause.stages).toEqual(["procurement", "deployment", "operation"]);
  });

  it("kept by the program is listed and asks nothing", () => {
    const rules = rulesOf(ruleFrom("effect: note\nkept_by: engine\ntest: test/engine/alternatives.test.ts"));
    expect(rules.rules.map(({ id, clauses }) => [id, clauses.length])).toEqual([["TST-01", 0]]);
  });
});

describe("a pack", () => {
  const document = () => ruleFrom("require: [{ fact: system.people, is: 1 }]", "pack: clean-network");

  it.for([
    ["off", undefined],
    ["advisory", "warn"],
    ["binding", "block"],
  ] as const)("that is %s gives effect %s", ([setting, effect]) => {
    const { rules } = rulesOf(document(), { packs: { "clean-network": setting } });
    expect(rules[0]?.clauses[0]?.effect("T4")).toBe(effect);
  });

  it("the plan does not name is binding", () => {
    expect(rulesOf(document(), { packs: {} }).rules[0]?.clauses[0]?.effect("T4")).toBe("block");
  });
});

it.for(["draft", "deprecated", "withdrawn"])("a policy that is %s judges nothing", (status) => {
  const rules = rulesOf(ruleFrom("require: [{ fact: system.people, is: 1 }]", `status: ${status}`));
  expect(rules.rules).toEqual([]);
});

describe("a parameter", () => {
  const rest = `parameters:
  limit:
    type: duration
    title: { en: Limit }
    by: retention.sites
    values:
      - { from: 2026-07-01, value: { sensitive: P14D, ordinary: P30D }, basis: { source: proposal } }
      - { from: 2027-04-01, value: { sensitive: P14D, ordinary: P21D }, basis: { source: proposal } }`;
  const lines =
    "subject: retention\nrequire: [{ fact: retention.period, at_most: { parameter: limit } }]\nfix: { set: retention.period, to: { parameter: limit } }";

  it.for([
    ["its row", AS_OF, "ordinary", days(25), "pass"],
    ["its row", AS_OF, "sensitive", days(25), "fail"],
    ["every row where the key is blank, and they agree", AS_OF, UNKNOWN, days(40), "fail"],
    ["every row where the key is blank, and they agree", AS_OF, UNKNOWN, days(14), "pass"],
    ["every row where the key is blank, and they differ", AS_OF, UNKNOWN, days(25), "unknown"],
    ["the value that has begun", "2027-04-01", "ordinary", days(25), "fail"],
    ["the value that has begun", "2027-03-31", "ordinary", days(25), "pass"],
    ["nothing before the first date", "2026-06-30", "ordinary", days(1), "unknown"],
  ] as const)("is compared by %s (%s)", ([, asOf, sites, period, outcome]) => {
    const clause = clauseOf(lines, rest, { asOf });
    expect(clause.outcome(retention({ "retention.sites": sites, "retention.period": period }))).toBe(outcome);
  });

  it.for([
    ["sensitive", { fact: "retention.period", text: "P14D" }],
    [UNKNOWN, undefined],
  ] as const)("gives a fix where its row is known", ([sites, fix]) => {
    expect(clauseOf(lines, rest).fix(retention({ "retention.sites": sites }))).toEqual(fix);
  });

  it("read by a tier is met in another row's scope", () => {
    const table = `parameters:
  limit:
    type: duration
    title: { en: Limit }
    by: system.tier
    values: [{ from: 2026-07-01, value: { T4: P6M, other: P12M }, basis: { source: proposal } }]`;
    const clause = clauseOf("require: [{ fact: system.tested_on, in_last: { parameter: limit } }]", table);
    const tested = { "system.tested_on": "2026-01-01" };
    expect(
      (["T4", "T2", UNKNOWN] as const).map((tier) =>
        clause.outcome(system({ ...tested, "system.tier": tier })),
      ),
    ).toEqual(["fail", "pass", "unknown"]);
  });
});

describe("a date due by", () => {
  const clause = () =>
    clauseOf("due: { fact: system.signed_on, plus: P60D }\nrequire: [{ fact: system.note, present: true }]");

  it.for([
    ["is counted from a fact", "2026-11-01", "2026-12-31"],
    ["never comes where it is counted from `none`", NONE, "none"],
    ["is unknown where it is counted from a blank", UNKNOWN, "unknown"],
  ] as const)("%s", ([, signed, due]) => {
    expect(clause().due(system({ "system.signed_on": signed }))).toBe(due);
  });

  it("is absent where the rule has none", () => {
    expect(clauseOf("require: [{ fact: system.people, is: 1 }]").due(system({}))).toBeUndefined();
  });
});

describe("a definition", () => {
  const rest = `definitions:
  party.controlled:
    title: { en: Under such control }
    means:
      - some: { subject: owner, where: [{ fact: owner.control, at_least: 50 }, { fact: owner.flags, at_least: 2 }] }
  party.risky:
    title: { en: Risky }
    means: [{ any: [{ fact: party.controlled, is: true }, { fact: party.score, less_than: 12 }] }]`;
  const clause = () =>
    clauseOf("subject: party\neffect: warn\nrequire: [{ fact: party.risky, is: false }]", rest);
  const owner = (control: FactValue, flags: FactValue, path: readonly Texts[] = []) =>
    fakeRow({
      subject: "owner",
      key: "holder",
      facts: { "owner.control": control, "owner.flags": flags },
      paths: { "owner.flags": path },
    });
  const party = (score: FactValue, ...nested: Row[]) =>
    fakeRow({ subject: "party", facts: { "party.score": score }, nested });

  it.for([
    ["holds where one row meets all conditions", party(20, owner(10, 4), owner(60, 2)), "fail"],
    ["does not hold where no one row meets all", party(20, owner(10, 4), owner(60, 1)), "pass"],
    ["does not hold over an empty list", party(20), "pass"],
    ["is undecided where a row may meet all", party(20, owner({ min: 40, max: 60 }, 3)), "unknown"],
    ["holds through another alternative, whatever is blank", party(5, owner(UNKNOWN, UNKNOWN)), "fail"],
  ] as const)("%s", ([, row, outcome]) => {
    expect(clause().outcome(row)).toBe(outcome);
  });

  it("is worked out once for each row", () => {
    let reads = 0;
    const row = party(20);
    const counted: Row = {
      ...row,
      cell: (fact) => {
        reads += 1;
        return row.cell(fact);
      },
    };
    const rules = rulesOf(
      ruleFrom(
        "subject: party\neffect: warn\nclauses: [{ id: a, require: [{ fact: party.risky, is: false }] }, { id: b, require: [{ fact: party.risky, is: false }] }]",
        rest,
      ),
    );
    for (const one of rules.rules[0]?.clauses ?? []) one.outcome(counted);
    expect(reads).toBe(1);
  });

  it("is traced to the facts that decided it, with the way to them", () => {
    const row = party(20, owner(10, 4), owner(60, 3, [{ en: "Maker controlled by Holder" }]));
    const [part] = clause().trace(row).require;
    expect(
      part?.leaves.map(({ fact, truth, within, cell }) => ({ fact, truth, within, path: cell.path })),
    ).toEqual([
      { fact: "owner.control", truth: true, within: ["party.risky", "party.controlled"], path: undefined },
      {
        fact: "owner.flags",
        truth: true,
        within: ["party.risky", "party.controlled"],
        path: [{ en: "Maker controlled by Holder" }],
      },
    ]);
    expect(part?.leaves.map((leaf) => leaf.words("en"))).toEqual([
      "“Risky”: yes (control: 60%, at least 50%)",
      "“Risky”: yes (legal flags: 3, at least 2)",
    ]);
  });

  it("that rests on nothing stands for itself in a trace", () => {
    const alone = clauseOf(
      "subject: party\neffect: warn\nrequire: [{ fact: party.controlled, is: true }]",
      rest.replace(/ {2}party.risky.*/s, ""),
    );
    const [part] = alone.trace(party(20)).require;
    expect(part?.leaves.map((leaf) => [leaf.fact, leaf.words("en")])).toEqual([
      ["party.controlled", "“Under such control”: no"],
    ]);
  });

  it("is read from the row a placement belongs to", () => {
    const placed = clauseOf(
      "subject: placement\neffect: warn\nrequire: [{ fact: party.risky, is: false }]",
      rest,
    );
    expect(placed.outcome(fakeRow({ subject: "placement", scope: [party(5)] }))).toBe("fail");
    expect(placed.outcome(fakeRow({ subject: "placement" }))).toBe("unknown");
  });
});

describe("a trace of an unknown outcome names what would decide it", () => {
  it.for([
    ["the fact itself", "require: [{ fact: system.people, at_most: 3 }]", {}, ["system.people"]],
    [
      "the other fact",
      "require: [{ fact: system.tested_on, before: { fact: system.signed_on } }]",
      { "system.tested_on": "2026-01-01" },
      ["system.signed_on"],
    ],
    [
      "both",
      "require: [{ fact: system.tested_on, before: { fact: system.signed_on } }]",
      {},
      ["system.tested_on", "system.signed_on"],
    ],
    [
      "each undecided alternative",
      "require: [{ any: [{ fact: system.people, at_most: 3 }, { fact: system.kind, is: gate }] }]",
      { "system.people": 9 },
      ["system.kind"],
    ],
  ] as const)("%s", ([, lines, facts, missing]) => {
    const [part] = clauseOf(lines).trace(system(facts)).require;
    expect(part?.leaves.filter(({ truth }) => truth === undefined).map(({ fact }) => fact)).toEqual(missing);
  });

  it("the key of a table", () => {
    const rest =
      "parameters:\n  limit:\n    type: integer\n    title: { en: Limit }\n    by: system.level\n    values: [{ from: 2026-07-01, value: { high: 1, other: 9 }, basis: { source: proposal } }]";
    const clause = clauseOf("require: [{ fact: system.people, at_most: { parameter: limit } }]", rest);
    const [part] = clause.trace(system({ "system.people": 5 })).require;
    expect(part?.leaves.map((leaf) => [leaf.fact, leaf.words("en")])).toEqual([
      ["system.level", "level: not given"],
    ]);
  });
});

describe("the tier ladder", () => {
  const { tier } = rulesOf(
    policyFrom(`tiers:
  T4: { means: [{ fact: system.level, is: high }] }
  T3: { means: [{ fact: system.personal, is: true }] }
  T2: { means: [{ fact: system.kind, is_not: none }] }
rules: []`),
  );
  const low: Readonly<Record<string, FactValue>> = {
    "system.level": "low",
    "system.personal": false,
    "system.kind": NONE,
  };

  it.for([
    ["the highest step that holds", { ...low, "system.level": "high", "system.personal": true }, "T4"],
    ["a lower step where the higher do not hold", { ...low, "system.personal": true }, "T3"],
    ["T1 where none holds", low, "T1"],
    [
      "nothing where a higher step is undecided",
      { ...low, "system.level": UNKNOWN, "system.personal": true },
      undefined,
    ],
    ["the highest, whatever is blank below it", { "system.level": "high" }, "T4"],
  ] as const)("gives %s", ([, facts, expected]) => {
    expect(tier(system(facts))).toBe(expected);
    expect(tier(fakeRow({ subject: "site", scope: [system(facts)] }))).toBe(expected);
  });
});

it("labels facts and definitions in each language", () => {
  const rules = rulesOf(
    policyFrom(
      "definitions:\n  system.big:\n    title: { en: Big, he: גדול }\n    means: [{ fact: system.people, more_than: 9 }]\nrules: []",
    ),
  );
  expect(["system.people", "system.big", "system.nothing"].map((name) => rules.label(name, "he"))).toEqual([
    "people in the data (he)",
    "גדול",
    "system.nothing",
  ]);
});
