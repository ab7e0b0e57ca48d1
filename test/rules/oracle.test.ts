import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../src/model/document.ts";
import type { PolicyDocument } from "../../src/model/generated/policy.ts";
import type { CompiledClause, RuleSet } from "../../src/model/rule.ts";
import { type FactValue, UNKNOWN } from "../../src/model/value.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { compileRules } from "../../src/rules/compile-rules.ts";
import { arbitraryFacts, arbitraryPolicy, type RowFacts, rowOf } from "./arbitrary-policy.ts";
import { Oracle } from "./oracle.ts";
import { vocabulary } from "./test-vocabulary.ts";

const AS_OF = "2026-11-23";
const RUNS = Number(process.env.BYLAW_RUNS ?? 250);
/** Policies that are enough where two paths of one engine are compared, and not two engines. */
const FEWER = Math.ceil(RUNS / 2);
/** Rows tried on each policy. */
const ROWS = 8;

/** A random policy as a document; positions do not matter here. */
function documentOf(value: object): Document<PolicyDocument> {
  const span = { file: "", line: 1, column: 1, end_line: 1, end_column: 1, start: 0, end: 0 };
  // Generated to the shape of the schema.
  const policy = value as PolicyDocument;
  return {
    file: "random",
    kind: "Policy",
    text: "",
    value: policy,
    locate: () => span,
    locateKey: () => span,
  };
}

/** Every policy the checker accepts, with the rows to try on it. */
function forEachPair(
  check: (
    policy: PolicyDocument,
    clause: CompiledClause,
    values: RowFacts,
    tier: RuleSet["tier"] | undefined,
  ) => void,
  numRuns = RUNS,
) {
  let policies = 0;
  let pairs = 0;
  const rows = fc.array(arbitraryFacts, { minLength: ROWS, maxLength: ROWS });
  fc.assert(
    fc.property(arbitraryPolicy, rows, (written, sets) => {
      const document = documentOf(written);
      const checked = checkPolicies([document], vocabulary);
      // What an unused parameter or a contradiction refuses elsewhere says nothing about this rule.
      const rules = compileRules(checked.policies, { asOf: AS_OF });
      const clause = rules.rules[0]?.clauses[0];
      fc.pre(clause !== undefined);
      policies += 1;
      for (const values of sets) {
        pairs += 1;
        check(document.value, clause, values, checked.policies.ladder && rules.tier);
      }
    }),
    { numRuns, seed: 20261123, maxSkipsPerRun: 100 },
  );
  return `${policies} policies, ${pairs} pairs`;
}

describe("the compiled engine and an evaluator written from the design alone", () => {
  it("agree on outcome, date due and tier of every random policy and row", () => {
    const outcomes = new Map<string, number>();
    const tried = forEachPair((policy, clause, values, tier) => {
      const oracle = new Oracle([policy], vocabulary, AS_OF);
      const [rule] = policy.rules;
      if (rule === undefined) throw new Error("the policy has one rule");
      const row = rowOf(clause.subject, values);
      const expected = oracle.outcome(policy, rule, rule.clauses?.[0], row);
      expect(clause.outcome(row)).toBe(expected);
      expect(clause.due(row)).toBe(oracle.due(policy, rule, rule.clauses?.[0], row));
      if (tier !== undefined) expect(tier(row)).toBe(oracle.tier(row));
      outcomes.set(expected, (outcomes.get(expected) ?? 0) + 1);
    });
    console.info(
      `oracle: ${tried}; ${[...outcomes].map(([outcome, count]) => `${outcome} ${count}`).join(", ")}`,
    );
    expect([...outcomes.keys()].sort()).toEqual(["fail", "not-applicable", "pass", "unknown"]);
  });
});

describe("the explaining path", () => {
  it("comes to the outcome of the fast path, and its comparisons account for it", () => {
    forEachPair((_policy, clause, values) => {
      const row = rowOf(clause.subject, values);
      const trace = clause.trace(row);
      expect(trace.outcome).toBe(clause.outcome(row));
      if (trace.outcome === "fail") expect(trace.require.some(({ truth }) => truth === false)).toBe(true);
      for (const part of [...trace.when, ...trace.unless, ...trace.require]) {
        expect(part.leaves.length).toBeGreaterThan(0);
        if (part.truth === undefined) expect(part.leaves.some(({ truth }) => truth === undefined)).toBe(true);
        for (const leaf of part.leaves)
          for (const language of ["en", "he", "ar"] as const) expect(leaf.words(language)).not.toBe("");
      }
    }, FEWER);
  });
});

describe("filling in a blank", () => {
  it("never undoes an outcome, unless something asks whether it is written; a pass may turn out not to apply", () => {
    const fillings = fc.sample(arbitraryFacts, { numRuns: 40, seed: 7 });
    forEachPair((policy, clause, values) => {
      if (JSON.stringify(policy.rules).match(/"(present|stated)":/)) return;
      const outcome = clause.outcome(rowOf(clause.subject, values));
      if (outcome === "unknown") return;
      for (const filling of fillings.slice(0, 4)) {
        const after = clause.outcome(rowOf(clause.subject, filled(values, filling)));
        expect(outcome === "pass" && after === "not-applicable" ? "pass" : after).toBe(outcome);
      }
    }, FEWER);
  });
});

/** Blanks of the first taken from the second; lists keep their length. */
function filled(values: RowFacts, from: RowFacts): RowFacts {
  const fill = (
    blank: Readonly<Record<string, FactValue>>,
    by: Readonly<Record<string, FactValue>> | undefined,
  ) =>
    Object.fromEntries<FactValue>(
      Object.entries(blank).map(([name, value]) => [
        name,
        value === UNKNOWN ? (by?.[name] ?? UNKNOWN) : value,
      ]),
    );
  return {
    system: fill(values.system, from.system),
    site: fill(values.site, from.site),
    retention: fill(values.retention, from.retention),
    party: fill(values.party, from.party),
    placement: fill(values.placement, from.placement),
    owners: values.owners.map((owner, index) => fill(owner, from.owners[index])),
    listings: values.listings.map((listing, index) => fill(listing, from.listings[index])),
  };
}
