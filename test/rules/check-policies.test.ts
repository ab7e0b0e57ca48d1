import { describe, expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import type { PolicyDocument } from "../../src/model/generated/policy.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { policyFrom, ruleFrom } from "./policy-from.ts";
import { vocabulary } from "./test-vocabulary.ts";

/** Each problem as its message and the text of the file it points at. */
function problemsOf(...documents: readonly Document<PolicyDocument>[]): readonly string[] {
  return checkPolicies(documents, vocabulary).problems.map(({ message, location, help, stage, kind }) => {
    expect({ stage, kind }).toEqual({ stage: "language", kind: "Policy" });
    expect(help).toMatch(/^[a-z]/);
    expect(`${message}${help}`).not.toMatch(/[?]|\.$|invalid|please/);
    const document = documents.find(({ file }) => file === location.file);
    const line = document?.text.split("\n")[location.line - 1] ?? "";
    const end = location.line === location.end_line ? location.end_column - 1 : undefined;
    return `${line.slice(location.column - 1, end)} → ${message}`;
  });
}

const LIMIT = `
parameters:
  limit: { type: duration, title: { en: Limit }, values: [{ from: 2026-07-01, value: P30D, basis: { source: proposal } }] }
`;

describe("a condition is refused", () => {
  it.for([
    [
      "with an unknown fact",
      "require: [{ fact: system.pepole, at_most: 3 }]",
      "system.pepole → unknown fact `system.pepole`; one with a similar name exists: `system.people`",
    ],
    [
      "with a fact out of scope",
      "require: [{ fact: retention.period, at_most: P3D }]",
      "retention.period → `retention.period` is out of scope; in scope are `system.*`",
    ],
    [
      "with an unknown parameter",
      "subject: retention\nrequire: [{ fact: retention.period, at_most: { parameter: lmit } }]",
      "lmit → unknown parameter `lmit`",
    ],
    [
      "with an unknown value",
      "require: [{ fact: system.kind, is: camra }]",
      "camra → unknown value of `system.kind`: `camra`; one with a similar name exists: `camera`",
    ],
    [
      "with an unknown value in a list",
      "require: [{ fact: system.kind, one_of: [gate, doors] }]",
      "doors → unknown value of `system.kind`: `doors`",
    ],
    [
      "with a country that is none",
      "require: [{ fact: system.country, one_of: [IL, Germany] }]",
      "Germany → `Germany` does not fit `system.country`, which is a country code of two capital letters",
    ],
    [
      "with an operator the type has not",
      "require: [{ fact: system.kind, at_most: gate }]",
      "at_most → `system.kind` has type `enum` and no operator `at_most`",
    ],
    [
      "with a number for a boolean",
      "require: [{ fact: system.personal, is: 1 }]",
      "1 → `1` does not fit `system.personal`, which is true or false",
    ],
    [
      "with a fraction for a whole number",
      "require: [{ fact: system.people, at_most: 1.5 }]",
      "1.5 → `1.5` does not fit `system.people`, which is a whole number",
    ],
    [
      "with a date that does not parse",
      "require: [{ fact: system.tested_on, after: soon }]",
      "soon → `soon` does not fit `system.tested_on`, which is a date, `YYYY-MM-DD`",
    ],
    [
      "with a duration that does not parse",
      "subject: retention\nrequire: [{ fact: retention.period, at_most: 30 days }]",
      "30 days → `30 days` does not fit `retention.period`, which is a duration such as `P30D`",
    ],
    [
      "with a window of hours",
      "require: [{ fact: system.tested_on, in_last: PT36H }]",
      "PT36H → `PT36H` is no whole number of days, and dates have no clock",
    ],
    [
      "with `none` for a fact that has none",
      "require: [{ fact: system.people, is: none }]",
      "none → `system.people` is never `none`",
    ],
    [
      "with the size of `none`",
      "require: [{ fact: system.level, at_least: none }]",
      "none → `none` has no size and no place in an order",
    ],
    [
      "with a set equal to one value",
      "require: [{ fact: system.tags, is: a }]",
      "a → `system.tags` is a set and equals no single value",
    ],
    [
      "with two operators",
      "require: [{ fact: system.people, at_most: 5, at_least: 2 }]",
      "{ fact: system.people, at_most: 5, at_least: 2 } → a fact is compared by one operator; found `at_most` and `at_least`",
    ],
    [
      "with no operator",
      "require: [{ fact: system.people }]",
      "{ fact: system.people } → a fact is compared by one operator; found none",
    ],
    [
      "with a fact beside `any`",
      "require: [{ fact: system.people, any: [{ fact: system.people, is: 1 }, { fact: system.people, is: 2 }] }]",
      "{ fact: system.people, any: [{ fact: system.people, is: 1 }, { fact: system.people, is: 2 }] } → a condition is a `fact` with an operator, or `any`, or `some`",
    ],
    [
      "with `any` inside `any`",
      "require:\n  - any:\n      - any: [{ fact: system.people, is: 1 }, { fact: system.people, is: 2 }]\n      - { fact: system.people, is: 3 }",
      "any → `any` stands inside another `any`",
    ],
    [
      "with `some` outside a definition",
      "subject: party\nrequire: [{ some: { subject: owner, where: [{ fact: owner.flags, is: 1 }] } }]",
      "{ some: { subject: owner, where: [{ fact: owner.flags, is: 1 }] } } → `some` stands only in definitions of `party`, not inside another `some`",
    ],
    [
      "with `present` in `when`",
      "when: [{ fact: system.note, present: true }]\nrequire: [{ fact: system.personal, is: true }]",
      "present → `present` stands in `require` only, so that a blank never switches a rule off",
    ],
    [
      "with `stated` in `unless`",
      "unless: [{ fact: system.note, stated: true }]\nrequire: [{ fact: system.personal, is: true }]",
      "stated → `stated` stands in `require` only, so that a blank never switches a rule off",
    ],
    [
      "with a fact of another type",
      "require: [{ fact: system.tested_on, before: { fact: system.people } }]",
      "system.people → `system.people` (integer) cannot be compared with `system.tested_on` (date)",
    ],
    [
      "with a fact of another unit",
      "require: [{ fact: system.people, at_most: { fact: system.price } }]",
      "system.price → `system.price` is in `percent` and `system.people` in `people`",
    ],
    [
      "with a number moved by a duration",
      "require: [{ fact: system.people, at_most: { fact: system.people, plus: P1D } }]",
      "plus → only dates move by `plus`; `system.people` is no date",
    ],
    [
      "with a date moved both ways",
      "require: [{ fact: system.tested_on, before: { fact: system.signed_on, plus: P1D, minus: P1D } }]",
      "{ fact: system.signed_on, plus: P1D, minus: P1D } → both `plus` and `minus` move this date",
    ],
    [
      "twice in one list",
      "require: [{ fact: system.people, at_most: 3 }, { fact: system.people, at_most: 3 }]",
      "{ fact: system.people, at_most: 3 } → this condition stands twice in one list",
    ],
    [
      "that always holds",
      "require: [{ fact: system.stage, one_of: [definition, procurement, deployment, operation, decommissioning] }]",
      "{ fact: system.stage, one_of: [definition, procurement, deployment, operation, decommissioning] } → this condition always holds",
    ],
    [
      "that can never hold",
      "require: [{ fact: system.tier, less_than: T1 }]",
      "{ fact: system.tier, less_than: T1 } → this condition can never hold",
    ],
    [
      "that contradicts another",
      "require: [{ fact: system.people, more_than: 3 }, { fact: system.people, less_than: 4 }]",
      "{ fact: system.people, less_than: 4 } → the conditions on `system.people` can never hold together",
    ],
    [
      "that contradicts another by date",
      "require: [{ fact: system.tested_on, after: 2026-01-01 }, { fact: system.tested_on, on_or_before: 2026-01-01 }]",
      "{ fact: system.tested_on, on_or_before: 2026-01-01 } → the conditions on `system.tested_on` can never hold together",
    ],
    [
      "that contradicts another on a set",
      "require: [{ fact: system.tags, contains: a }, { fact: system.tags, contains_only: [b, c] }]",
      "{ fact: system.tags, contains_only: [b, c] } → the conditions on `system.tags` can never hold together",
    ],
    [
      "that a set can never meet beside another",
      "require: [{ fact: system.tags, contains: a }, { fact: system.tags, contains_none: [a] }]",
      "{ fact: system.tags, contains_none: [a] } → the conditions on `system.tags` can never hold together",
    ],
    [
      "that no duration meets",
      "subject: retention\nrequire: [{ fact: retention.period, less_than: PT0S }]",
      "{ fact: retention.period, less_than: PT0S } → this condition can never hold",
    ],
    [
      "that no duration in months meets beside another",
      "subject: retention\nrequire: [{ fact: retention.period, at_least: P2M }, { fact: retention.period, less_than: P2M }]",
      "{ fact: retention.period, less_than: P2M } → the conditions on `retention.period` can never hold together",
    ],
    [
      "that no duration in days meets beside another",
      "subject: retention\nrequire: [{ fact: retention.period, more_than: P30D }, { fact: retention.period, at_most: P30D }]",
      "{ fact: retention.period, at_most: P30D } → the conditions on `retention.period` can never hold together",
    ],
    [
      "that compares a fact with itself",
      "require: [{ fact: system.people, at_most: { fact: system.people } }]",
      "system.people → `system.people` is compared with itself",
    ],
    [
      "where alternatives cover everything",
      "require: [{ any: [{ fact: system.personal, is: true }, { fact: system.personal, is: false }] }]",
      "{ fact: system.personal, is: false } → one of the conditions on `system.personal` always holds",
    ],
  ] as const)("%s", ([, lines, problem]) => {
    expect(problemsOf(ruleFrom(lines))).toEqual([problem]);
    expect(checkPolicies([ruleFrom(lines)], vocabulary).policies.policies[0]?.rules).toEqual([]);
  });

  it("with the near miss of a parameter stated", () => {
    const lines =
      "subject: retention\nrequire: [{ fact: retention.period, at_most: { parameter: limt } }, { fact: retention.period, at_least: { parameter: limit } }]";
    expect(problemsOf(ruleFrom(lines, LIMIT))).toEqual([
      "limt → unknown parameter `limt`; one with a similar name exists: `limit`",
    ]);
  });
});

describe("a condition is accepted", () => {
  it.for([
    [
      "between two limits",
      "require: [{ fact: system.people, more_than: 3 }, { fact: system.people, less_than: 5 }]",
    ],
    ["on a value beyond an open list", "require: [{ fact: system.country, one_of: [IL, FR] }]"],
    [
      "on `none`",
      "require: [{ fact: system.kind, one_of: [none, gate] }, { fact: system.tags, is_not: none }]",
    ],
    [
      "on a date moved by months",
      "require: [{ fact: system.tested_on, before: { fact: system.signed_on, minus: P1M } }]",
    ],
    [
      "on months and days, which no calendar decides",
      "subject: retention\nrequire: [{ fact: retention.period, at_least: P1M }, { fact: retention.period, at_most: P20D }]",
    ],
    [
      "between durations",
      "subject: retention\nrequire: [{ fact: retention.period, more_than: P3D }, { fact: retention.period, at_most: P30D }]",
    ],
    [
      "on a set from both sides",
      "require: [{ fact: system.tags, contains: a }, { fact: system.tags, contains_none: [b] }]",
    ],
    ["on `today`", "require: [{ fact: system.tested_on, before: { fact: today, minus: P1M } }]"],
    [
      "with alternatives that leave a gap",
      "require: [{ any: [{ fact: system.people, less_than: 3 }, { fact: system.people, more_than: 3 }] }]",
    ],
  ] as const)("%s", ([, lines]) => {
    expect(problemsOf(ruleFrom(lines))).toEqual([]);
  });
});

describe("a rule is refused", () => {
  const personal = "require: [{ fact: system.personal, is: true }]";

  it.for([
    [
      "without an effect",
      `effect: block\nclauses: [{ id: a, ${personal} }, { id: a, require: [{ fact: system.people, is: 1 }] }]`,
      "a → clause `a` stands twice",
    ],
    [
      "about an unknown subject",
      `subject: retentions\n${personal}`,
      "retentions → unknown subject `retentions`; one with a similar name exists: `retention`",
    ],
    [
      "with a table of effects where there is no tier",
      "subject: arrangement\neffect: { T1: note, T2: note, T3: warn, T4: block }\nrequire: [{ fact: arrangement.listed, is: false }]",
      "{ T1: note, T2: note, T3: warn, T4: block } → `arrangement` has no tier",
    ],
    [
      "with stages in the wrong order",
      `stages: [operation, definition]\n${personal}`,
      "[operation, definition] → `operation` does not come before `definition`",
    ],
    [
      "whose `when` no stage of its span meets",
      `stages: [operation]\nwhen: [{ fact: system.stage, is: definition }]\n${personal}`,
      "require → no stage reaches this: its stages are `operation`, and `when` asks for others",
    ],
    [
      "that ends before it begins",
      `effective: 2027-01-01\nuntil: 2026-12-31\n${personal}`,
      "2026-12-31 → `2026-12-31` is before the rule takes effect on `2027-01-01`",
    ],
    [
      "with a basis that does not exist",
      `${personal}\nbasis: [{ source: edpb }]`,
      "edpb → unknown source `edpb`",
    ],
    [
      "kept by the program without a test",
      "effect: note\nkept_by: engine",
      "engine → `TST-01` names no test that holds it",
    ],
    [
      "with two bodies",
      `${personal}\nkept_by: engine\ntest: test/x.test.ts`,
      "{ en: Test rule } → `TST-01` has `require` and `kept_by`",
    ],
    [
      "that sets a set in its fix",
      `${personal}\nfix: { set: system.tags, to: a }`,
      "system.tags → `system.tags` is not one value of the manifest",
    ],
    [
      "that says in its fix that something is done",
      `${personal}\nfix: { set: system.personal, to: true }`,
      "system.personal → `system.personal` is no limit: writing it would state that something is done",
    ],
    [
      "with a date due by that is no date",
      `due: { fact: system.people }\n${personal}`,
      "system.people → `system.people` (integer) cannot be compared with `today` (date)",
    ],
  ] as const)("%s", ([name, lines, problem]) => {
    const [found = ""] = problemsOf(ruleFrom(lines));
    if (name === "with two bodies") expect(found.split(" → ")[1]).toBe(problem.split(" → ")[1]);
    else expect(found).toBe(problem);
  });

  it("where clause and rule ask for opposites", () => {
    const lines = `when: [{ fact: system.personal, is: true }]\nclauses:\n  - id: a\n    when: [{ fact: system.personal, is: false }]\n    require: [{ fact: system.people, is: 1 }]`;
    expect(problemsOf(ruleFrom(lines))).toEqual([
      "{ fact: system.personal, is: false } → the conditions on `system.personal` can never hold together",
    ]);
  });

  it("when its id stands in another policy", () => {
    const one = ruleFrom(personal);
    const two = ruleFrom(personal, "id: other-policy");
    expect(problemsOf(one, two)).toEqual(["TST-01 → rule `TST-01` stands in policy `test-policy` already"]);
  });

  it("once, though several clauses take the condition over", () => {
    const lines =
      "when: [{ fact: system.undeclared, is: true }]\nclauses:\n  - { id: a, require: [{ fact: system.people, is: 1 }] }\n  - { id: b, require: [{ fact: system.people, is: 2 }] }";
    expect(problemsOf(ruleFrom(lines))).toEqual(["system.undeclared → unknown fact `system.undeclared`"]);
  });
});

describe("a parameter is refused", () => {
  const use = "subject: retention\nrequire: [{ fact: retention.period, at_most: { parameter: limit } }]";
  const values = (value: string, more = "") =>
    `parameters:\n  limit:\n    type: duration\n    title: { en: Limit }\n${more}    values: [{ from: 2026-07-01, value: ${value}, basis: { source: proposal } }]`;

  it.for([
    [
      "that nothing uses",
      "require: [{ fact: system.personal, is: true }]",
      values("P30D"),
      "limit → nothing uses the parameter `limit`",
    ],
    [
      "that says the engine reads it where it does not",
      use,
      values("P30D", "    read_by: engine\n"),
      "read_by → the engine reads no parameter `limit` of policy `test-policy`",
    ],
    [
      "whose value does not parse",
      use,
      values("30D"),
      "30D → `30D` does not fit `limit`, which is a duration such as `P30D`",
    ],
    [
      "that is a table without `by`",
      use,
      values("{ sensitive: P1D, ordinary: P2D }"),
      "{ sensitive: P1D, ordinary: P2D } → a table needs `by`",
    ],
    [
      "that has `by` and is no table",
      use,
      values("P1D", "    by: retention.sites\n"),
      "P1D → one row for each value of `retention.sites` is missing",
    ],
    [
      "that lacks a row",
      use,
      values("{ sensitive: P1D }", "    by: retention.sites\n"),
      "{ sensitive: P1D } → the table has no row for `ordinary`",
    ],
    [
      "with a row of no value",
      use,
      values("{ sensitve: P1D, other: P2D }", "    by: retention.sites\n"),
      "sensitve → unknown value of `retention.sites`: `sensitve`; one with a similar name exists: `sensitive`",
    ],
    [
      "with a row that is never used",
      use,
      values("{ sensitive: P1D, ordinary: P2D, other: P3D }", "    by: retention.sites\n"),
      "other → row `other` is never used: every value has a row",
    ],
    [
      "with a table read by a number",
      use,
      values("{ other: P1D }", "    by: system.people\n"),
      "system.people → `system.people` has no list of values to choose a row by",
    ],
    ["with an unknown unit", use, values("P1D", "    unit: poeple\n"), "poeple → only numbers have a unit"],
    [
      "with `of` where it has no use",
      use,
      values("P1D", "    of: system.kind\n"),
      "system.kind → a parameter of type `duration` takes no `of`",
    ],
  ] as const)("%s", ([, lines, rest, problem]) => {
    expect(problemsOf(ruleFrom(lines, rest))[0]).toBe(problem);
  });

  it("with values that do not follow each other", () => {
    const rest = `parameters:
  limit:
    type: duration
    title: { en: Limit }
    values:
      - { from: 2026-07-01, value: P30D, basis: { source: proposal } }
      - { from: 2026-01-01, value: P20D, basis: { source: proposal } }`;
    expect(problemsOf(ruleFrom(use, rest))).toEqual([
      "2026-01-01 → `2026-01-01` does not follow `2026-07-01`",
    ]);
  });

  it("read by a fact that is out of scope where it is used", () => {
    const rest = values("{ sensitive: P1D, ordinary: P2D }", "    by: retention.sites\n");
    const lines = "require: [{ fact: system.tested_on, in_last: { parameter: limit } }]";
    expect(problemsOf(ruleFrom(lines, rest))).toEqual([
      "limit → the table `limit` is read by `retention.sites`, which is out of scope here",
    ]);
  });

  it("of another policy", () => {
    const owner = policyFrom(
      `id: owner-policy\n${LIMIT.trim()}\nrules:\n  - id: OWN-01\n    title: { en: Own }\n    why: { en: Own }\n    severity: low\n    effect: note\n    stages: [operation]\n    subject: retention\n    require: [{ fact: retention.period, at_most: { parameter: limit } }]`,
    );
    expect(problemsOf(owner, ruleFrom(use))).toEqual([
      "limit → `limit` is a parameter of policy `owner-policy`",
    ]);
  });
});

describe("a parameter", () => {
  const declared = (type: string, value: string, more = "") =>
    `parameters:\n  limit: { type: ${type}, title: { en: Limit }, ${more}values: [{ from: 2026-07-01, value: ${value}, basis: { source: proposal } }] }`;
  const use = (condition: string) => `require: [{ fact: ${condition}: { parameter: limit } }]`;

  it.for([
    ["a whole number for a number", use("system.price, at_most"), declared("integer", "5")],
    ["a value of the same enum", use("system.kind, is"), declared("enum", "gate", "of: system.kind, ")],
    [
      "a value of the same order",
      use("system.tier, at_least"),
      declared("ordered", "T3", "of: placement.tier, "),
    ],
    ["a set for one of an enum", use("system.kind, one_of"), declared("set", "[gate]", "of: system.kind, ")],
    ["a set for a set", use("system.tags, contains_any"), declared("set", "[a]", "of: system.tags, ")],
    ["a value for a member", use("system.tags, contains"), declared("enum", "a", "of: system.tags, ")],
    [
      "a set of countries",
      use("system.country, one_of"),
      declared("set", "[IL, FR]", "of: system.country, "),
    ],
    ["a window", use("system.tested_on, in_last"), declared("duration", "P6M")],
    [
      "a table read by a country",
      use("system.people, at_most"),
      "parameters:\n  limit: { type: integer, title: { en: Limit }, by: system.country, values: [{ from: 2026-07-01, value: { IL: 5, FR: 3, other: 1 }, basis: { source: proposal } }] }",
    ],
  ] as const)("fits as %s", ([, lines, rest]) => {
    expect(problemsOf(ruleFrom(lines, rest))).toEqual([]);
  });

  it.for([
    [
      "a date for a number",
      use("system.people, at_most"),
      declared("date", "2026-01-01"),
      "(date) cannot be compared with `system.people` (integer)",
    ],
    [
      "a value of another enum",
      use("system.kind, is"),
      declared("enum", "company", "of: party.kind, "),
      "(enum) cannot be compared with `system.kind` (enum)",
    ],
    [
      "a number for an enum",
      use("system.kind, is"),
      declared("integer", "5"),
      "(integer) cannot be compared with `system.kind` (enum)",
    ],
    [
      "a set for one value",
      use("system.kind, is"),
      declared("set", "[gate]", "of: system.kind, "),
      "(set) cannot be compared with `system.kind` (enum)",
    ],
    [
      "one value for a set",
      use("system.tags, contains_any"),
      declared("enum", "a", "of: system.tags, "),
      "(enum) cannot be compared with `system.tags` (set)",
    ],
    [
      "a set of other values",
      use("system.tags, contains_any"),
      declared("set", "[gate]", "of: system.kind, "),
      "(set) cannot be compared with `system.tags` (set)",
    ],
    [
      "a set for a member",
      use("system.tags, contains"),
      declared("set", "[a]", "of: system.tags, "),
      "(set) cannot be compared with `system.tags` (set)",
    ],
    [
      "a date for a window",
      use("system.tested_on, in_last"),
      declared("date", "2026-01-01"),
      "(date) is no duration",
    ],
  ] as const)("does not fit as %s", ([, lines, rest, problem]) => {
    expect(problemsOf(ruleFrom(lines, rest))).toEqual([`limit → \`limit\` ${problem}`]);
  });

  it("with hours does not move a date", () => {
    const lines =
      "require: [{ fact: system.tested_on, before: { fact: system.signed_on, plus: { parameter: limit } } }]";
    expect(problemsOf(ruleFrom(lines, declared("duration", "PT36H")))).toEqual([
      "limit → `limit` is no whole number of days, and dates have no clock",
    ]);
  });

  it("that is a table has no row for what is no country", () => {
    const rest =
      "parameters:\n  limit: { type: integer, title: { en: Limit }, by: system.country, values: [{ from: 2026-07-01, value: { IL: 5, France: 3, other: 1 }, basis: { source: proposal } }] }";
    expect(problemsOf(ruleFrom(use("system.people, at_most"), rest))[0]).toBe(
      "France → unknown value of `system.country`: `France`",
    );
  });
});

describe("a definition is refused", () => {
  const rule = "subject: party\neffect: warn\nrequire: [{ fact: party.risky, is: false }]";
  const means = (text: string) =>
    `definitions:\n  party.risky:\n    title: { en: Risky }\n    means: [${text}]\n`;

  it.for([
    [
      "that is circular",
      `${means("{ fact: party.odd, is: true }")}  party.odd:\n    title: { en: Odd }\n    means: [{ fact: party.risky, is: true }]`,
      "party.odd → the definition is circular: `party.odd` reads `party.risky` reads `party.odd`",
    ],
    [
      "that reads itself",
      means("{ fact: party.risky, is: true }"),
      "party.risky → the definition is circular: `party.risky` reads `party.risky`",
    ],
    [
      "with `some` inside `some`",
      means(
        "{ some: { subject: owner, where: [{ some: { subject: owner, where: [{ fact: owner.flags, is: 1 }] } }] } }",
      ),
      "{ some: { subject: owner, where: [{ fact: owner.flags, is: 1 }] } } → `some` stands only in definitions of `party`, not inside another `some`",
    ],
    [
      "with `present`",
      means("{ fact: party.kind, present: true }"),
      "present → `present` stands in `require` only, so that a blank never switches a rule off",
    ],
    [
      "compared by size",
      means("{ fact: party.kind, is: company }") +
        "  party.odd:\n    title: { en: Odd }\n    means: [{ fact: party.risky, one_of: [a] }]",
      "[a] → `party.risky` is a definition: it is true or false",
    ],
  ] as const)("%s", ([, rest, problem]) => {
    expect(problemsOf(ruleFrom(rule, rest))).toEqual([problem]);
  });

  it("that has the name of a fact", () => {
    const rest =
      "definitions:\n  party.kind:\n    title: { en: Kind }\n    means: [{ fact: party.score, less_than: 12 }]";
    expect(problemsOf(ruleFrom("require: [{ fact: system.personal, is: true }]", rest))).toEqual([
      "party.kind → `party.kind` is a fact of the vocabulary",
    ]);
  });

  it("when an active rule reads one of a draft policy", () => {
    const draft = policyFrom(
      `id: draft-policy\nstatus: draft\n${means("{ fact: party.score, less_than: 12 }")}rules: []`,
    );
    expect(problemsOf(draft, ruleFrom(rule)).map((problem) => problem.split(" → ")[1])).toEqual([
      "`party.risky` is defined by policy `draft-policy`, which is `draft`",
    ]);
  });
});

describe("what a rule may know of a supplier", () => {
  const lowScore =
    "definitions:\n  party.risky:\n    title: { en: Risky }\n    means: [{ fact: party.score, less_than: 12 }]\n";
  const reads = (id: string) =>
    ruleFrom(
      "subject: party\neffect: warn\nrequire: [{ fact: party.risky, is: false }]",
      `id: ${id}\n${lowScore}`,
    );

  it.for(["privacy", "data-retention", "facial-recognition", "ai-systems", "data-access", "cyber-security"])(
    "is nothing in policy %s, through a definition too",
    (id) => {
      expect(problemsOf(reads(id))).toContainEqual(
        `{ fact: party.score, less_than: 12 } → \`party.score\` is about the supplier, and policy \`${id}\` never reads that`,
      );
    },
  );

  it("is anything the registry says in the policy on suppliers", () => {
    expect(problemsOf(reads("trusted-vendors"))).toEqual([]);
  });

  it("never blocks at T1", () => {
    expect(
      problemsOf(ruleFrom("subject: party\neffect: block\nrequire: [{ fact: party.score, at_least: 12 }]")),
    ).toEqual([
      "{ fact: party.score, at_least: 12 } → effect `block` at T1 rests on `party.score`, which is about the supplier (VEN-14)",
    ]);
  });

  it.for([
    ["a table warns at T1", "effect: { T1: warn, T2: block, T3: block, T4: block }"],
    ["`when` asks for a higher tier", "when: [{ fact: system.tier, at_least: T3 }]"],
  ] as const)("may block above T1 where %s", ([, line]) => {
    const lines = `subject: party\n${line}\nrequire: [{ fact: party.score, at_least: 12 }]`;
    expect(problemsOf(ruleFrom(lines))).toEqual([]);
  });

  it("is not excused at a placement by the tier of the whole system", () => {
    const lines =
      "subject: placement\nwhen: [{ fact: system.tier, is: T4 }]\nrequire: [{ fact: party.score, at_least: 12 }]";
    expect(problemsOf(ruleFrom(lines))).toHaveLength(1);
  });

  it.for(["is: false", "is_not: true"])("is never the country alone (%s), whatever the tier", (test) => {
    const lines = `subject: party\neffect: warn\nreads_country: true\nwhen: [{ fact: system.tier, is: T4 }]\nrequire: [{ fact: party.home, ${test} }]`;
    expect(problemsOf(ruleFrom(lines))).toEqual([
      `{ fact: party.home, ${test} } → \`party.home\` is all this reads: no rule rests on a supplier's country alone (VEN-14)`,
    ]);
  });

  it.for([
    [
      "missing",
      "subject: party\neffect: warn\nwhen: [{ fact: party.kind, is: company }]\nrequire: [{ fact: party.home, is: false }]",
      "{ fact: party.home, is: false } → `party.home` depends on a supplier's country, and `TST-01` does not say so",
    ],
    [
      "idle",
      "reads_country: true\nrequire: [{ fact: system.personal, is: false }]",
      "reads_country → `TST-01` says `reads_country` and reads no supplier's country",
    ],
  ] as const)("is marked by `reads_country`, which is refused when %s", ([, lines, problem]) => {
    expect(problemsOf(ruleFrom(lines))).toEqual([problem]);
  });
});

describe("the tier ladder", () => {
  const ladder = (t4: string) => `
tiers:
  T4: { means: [${t4}] }
  T3: { means: [{ fact: system.personal, is: true }] }
  T2: { means: [{ fact: system.kind, is_not: none }] }
rules: []`;

  it("reads no tier and nothing about a supplier", () => {
    expect(problemsOf(policyFrom(ladder("{ fact: system.tier, is: T4 }")))).toEqual([
      "{ fact: system.tier, is: T4 } → `system.tier` is what the ladder decides",
    ]);
  });

  it("stands in one policy", () => {
    const two = policyFrom(`id: second-policy${ladder("{ fact: system.level, is: high }")}`);
    expect(problemsOf(policyFrom(ladder("{ fact: system.level, is: high }")), two)).toEqual([
      "tiers → policy `test-policy` has a tier ladder already",
    ]);
  });
});
