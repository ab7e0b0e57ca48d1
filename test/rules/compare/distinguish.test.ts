import { describe, expect, it } from "vitest";
import type { CheckedClause } from "../../../src/rules/checked-policies.ts";
import { distinguish } from "../../../src/rules/compare/distinguish.ts";
import { rowFrom } from "../../../src/rules/compare/row-from.ts";
import { compileRules } from "../../../src/rules/compile-rules.ts";
import { allPolicies } from "./all-policies.ts";

const AS_OF = "2026-11-23";
const policies = allPolicies();
const compiled = compileRules(policies, { asOf: AS_OF });
const clauses = policies.policies.flatMap(({ rules }) =>
  rules.flatMap(({ id, clauses: own }) => own.map((clause, index) => ({ id, index, clause }))),
);

/** A clause without each of its conditions in turn. */
function withoutOne(clause: CheckedClause): readonly CheckedClause[] {
  return (["when", "require"] as const).flatMap((list) =>
    clause[list].map((_, gone) => ({
      ...clause,
      [list]: clause[list].filter((__, index) => index !== gone),
    })),
  );
}

describe("telling two clauses apart", () => {
  it("finds that a clause is the same as itself", () => {
    for (const { clause } of clauses)
      expect(distinguish(clause, { ...clause }, { policies, asOf: AS_OF })).toEqual({ kind: "same" });
  });

  it("finds a case for nearly every condition left out, and the engine confirms what the clause says of it", () => {
    const same: string[] = [];
    let cases = 0;
    for (const { id, index, clause } of clauses) {
      const engine = compiled.rules.find((rule) => rule.id === id)?.clauses[index];
      for (const mutant of withoutOne(clause)) {
        const found = distinguish(clause, mutant, { policies, asOf: AS_OF });
        if (found.kind !== "different") {
          same.push(`${id} ${found.kind}`);
          continue;
        }
        cases += 1;
        expect([id, engine?.outcome(rowFrom(found.assignment))]).toEqual([id, found.first]);
        expect(found.first).not.toBe(found.second);
      }
    }
    expect(cases).toBeGreaterThan(200);
    expect(same.length).toBeLessThan(0.05 * cases);
  });
});
