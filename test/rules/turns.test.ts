import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wordingIn } from "../../src/model/language.ts";
import type { Row } from "../../src/model/row.ts";
import type { CompiledClause } from "../../src/model/rule.ts";
import { dayNumber, dayOfNumber } from "../../src/model/time/day-number.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { compileRules } from "../../src/rules/compile-rules.ts";
import { fakeRow } from "./fake-row.ts";
import { ruleFrom } from "./policy-from.ts";
import { vocabulary } from "./test-vocabulary.ts";

const AS_OF = "2026-11-23";

function clauseOn(lines: string, rest = "", asOf = AS_OF): CompiledClause {
  const { policies } = checkPolicies([ruleFrom(lines, rest)], vocabulary);
  const clause = compileRules(policies, { asOf }).rules[0]?.clauses[0];
  if (clause === undefined) throw new Error("the rule has no clause");
  return clause;
}

const tested = (on: string) => fakeRow({ facts: { "system.tested_on": on } });

/** The days on which what a rule requires of a row turns, each with its reason. */
function turnsOf(clause: CompiledClause, row: Row): readonly string[] {
  const turns = clause.trace(row).require.flatMap((part) => part.turns());
  return [...new Set(turns.map(({ on, reason }) => `${on} ${reason}`))].sort();
}

describe("a comparison turns", () => {
  it.for([
    ["in_last: P12M", "2026-02-28", ["2026-02-28 day", "2027-03-01 age"]],
    ["in_last: P1M", "2026-01-31", ["2026-01-31 day", "2026-03-01 age"]],
    ["in_last: P30D", "2026-11-01", ["2026-11-01 day", "2026-12-02 age"]],
    ["in_next: P90D", "2027-06-30", ["2027-04-01 age", "2027-07-01 day"]],
    ["on_or_before: { fact: today }", "2027-01-05", ["2027-01-05 day"]],
    ["before: { fact: today }", "2027-01-05", ["2027-01-06 day"]],
    ["after: { fact: today, minus: P36M }", "2024-05-31", ["2027-05-31 age"]],
    ["on_or_after: 2026-01-01", "2027-01-05", []],
  ] as const)("%s of %s", ([operator, on, days]) => {
    const clause = clauseOn(`require: [{ fact: system.tested_on, ${operator} }]`);
    expect(turnsOf(clause, tested(on))).toEqual(days);
  });

  it("on no day it does not name, and on each it names", () => {
    const operators = [
      "in_last: P1M",
      "in_last: P13M",
      "in_next: P2M",
      "before: { fact: today, minus: P1M }",
    ];
    const day = fc.integer({ min: dayNumber("2027-01-01"), max: dayNumber("2029-12-31") });
    fc.assert(
      fc.property(fc.constantFrom(...operators), day, day, (operator, on, today) => {
        const row = tested(dayOfNumber(on) ?? "");
        const lines = `require: [{ fact: system.tested_on, ${operator} }]`;
        const outcomeOn = (number: number) => clauseOn(lines, "", dayOfNumber(number)).outcome(row);
        const named = turnsOf(clauseOn(lines, "", dayOfNumber(today)), row).map((turn) => turn.slice(0, 10));
        for (const turn of named) {
          expect(outcomeOn(dayNumber(turn))).not.toBe(outcomeOn(dayNumber(turn) - 1));
        }
        const [first, last] = [Math.min(on, today), Math.max(on, today)];
        const isBetween = (turn: string) => dayNumber(turn) > first && dayNumber(turn) <= last;
        if (!named.some(isBetween)) expect(outcomeOn(first)).toBe(outcomeOn(last));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a parameter turns", () => {
  const rest = `parameters:
  longest:
    type: duration
    title: { en: Longest age }
    values:
      - { from: 2026-01-01, value: P12M, basis: { source: proposal } }
      - { from: 2026-07-01, value: P12M, basis: { source: proposal } }
      - { from: 2027-04-01, value: P6M, basis: { source: proposal } }
      - { from: 2028-01-01, value: P3M, basis: { source: proposal } }`;
  const lines = "require: [{ fact: system.tested_on, in_last: { parameter: longest } }]";
  const values = (asOf: string) =>
    turnsOf(clauseOn(lines, rest, asOf), tested("2026-11-01")).filter((turn) => turn.endsWith(" value"));

  it.for([
    ["2025-12-31", ["2026-01-01 value"]],
    ["2026-11-23", ["2026-01-01 value", "2027-04-01 value"]],
    ["2027-04-01", ["2027-04-01 value", "2028-01-01 value"]],
    ["2029-01-01", ["2028-01-01 value"]],
  ] as const)("on %s where the value begins and where another takes over: %j", ([asOf, days]) => {
    expect(values(asOf)).toEqual(days);
  });
});

describe("a clause turns", () => {
  it("on its first day, on the day after its last, and on the day after what it asks is due", () => {
    const clause = clauseOn(
      "effective: 2026-07-01\nuntil: 2027-12-31\ndue: { fact: system.tested_on, plus: P30D }\nrequire: [{ fact: system.personal, is: true }]",
    );
    const said = clause
      .turns(tested("2026-11-01"))
      .map(({ on, reason, begins, what }) => `${on} ${reason} ${begins} ${wordingIn(what, "en")}`);
    expect(said).toEqual([
      "2026-07-01 rule true `TST-01`",
      "2028-01-01 rule false `TST-01`",
      "2026-12-02 due false 2026-12-01 (`TST-01`)",
    ]);
  });
});
