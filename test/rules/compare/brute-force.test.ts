import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Document } from "../../../src/model/document.ts";
import type { PolicyDocument, PolicyRule } from "../../../src/model/generated/policy.ts";
import { checkPolicies } from "../../../src/rules/check-policies.ts";
import { compareDay } from "../../../src/rules/compare/compare-day.ts";
import { type RuleVersion, ruleVersions } from "../../../src/rules/compare/rule-version.ts";
import { vocabulary } from "../test-vocabulary.ts";
import { arbitraryPair } from "./arbitrary-pair.ts";
import { bruteForce, TODAY } from "./brute-force.ts";
import { engineSays, weightOf } from "./engine-says.ts";

const PAIRS = Number(process.env.BYLAW_PAIRS ?? 10_000);

/** Both rules checked together, under ids of their own; `undefined` where the checker refuses one. */
function versionsOf(before: PolicyRule, after: PolicyRule): readonly [RuleVersion, RuleVersion] | undefined {
  const span = { file: "", line: 1, column: 1, end_line: 1, end_column: 1, start: 0, end: 0 };
  // Put together to the shape of the schema.
  const value = {
    apiVersion: "bylaw/v1",
    kind: "Policy",
    id: "random",
    version: "1.0.0",
    status: "active",
    jurisdiction: "IL",
    owner: "reviewers",
    title: { en: "Random" },
    changes: [{ version: "1.0.0", date: "2026-07-01", summary: { en: "First" } }],
    sources: {},
    rules: [before, { ...after, id: "TST-02" }],
  } as unknown as PolicyDocument;
  const document: Document<PolicyDocument> = {
    file: "random",
    kind: "Policy",
    text: "",
    value,
    locate: () => span,
    locateKey: () => span,
  };
  const { policies } = checkPolicies([document], vocabulary);
  const versions = ruleVersions({ policies });
  const [old, now] = [versions.get("TST-01"), versions.get("TST-02")];
  return old === undefined || now === undefined ? undefined : [old, now];
}

describe("the comparison and a brute force that tries every case", () => {
  it(`agree on ${PAIRS} random pairs of rules, and every witness re-evaluates as claimed through the real engine`, () => {
    const kinds = new Map<string, number>();
    let pairs = 0;
    let witnesses = 0;
    fc.assert(
      fc.property(arbitraryPair, ([before, after]) => {
        const versions = versionsOf(before, after);
        fc.pre(versions !== undefined);
        const [old, now] = versions;
        pairs += 1;
        const comparison = compareDay({
          before: old,
          after: now,
          vocabulary: old.set.policies.vocabulary,
          today: TODAY,
          budget: { left: 50_000 },
        });
        expect(comparison.kind).toBe(bruteForce(before, after, TODAY));
        kinds.set(comparison.kind, (kinds.get(comparison.kind) ?? 0) + 1);
        for (const direction of ["tighter", "looser"] as const) {
          const witness = comparison[direction];
          if (witness === undefined) continue;
          witnesses += 1;
          const said = [old, now].map((version) => engineSays(version, witness.assignment, witness.date));
          const [first = 0, second = 0] = said.map(weightOf);
          expect(Math.sign(second - first)).toBe(direction === "tighter" ? 1 : -1);
          for (const [index, claimed] of [witness.before, witness.after].entries()) {
            const { effect, upcoming, outcome } = claimed;
            const found = effect === null ? null : outcome;
            expect({ effect, upcoming, outcome: found }).toEqual({
              effect: said[index]?.effect,
              upcoming: said[index]?.upcoming,
              outcome: said[index]?.outcome,
            });
          }
        }
      }),
      { numRuns: PAIRS, seed: 20261123, maxSkipsPerRun: 100 },
    );
    const counts = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ");
    console.info(`brute force: ${pairs} pairs, ${witnesses} witnesses; ${counts}`);
    expect([...kinds.keys()].sort()).toEqual(["looser", "mixed", "same", "tighter"]);
  }, 240_000);
});
