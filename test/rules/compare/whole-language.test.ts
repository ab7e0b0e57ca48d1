import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { judgeManifest } from "../../../src/engine/judge-manifest.ts";
import type { Document, Manifest } from "../../../src/model/document.ts";
import type { PolicyDocument } from "../../../src/model/generated/policy.ts";
import { checkPolicies } from "../../../src/rules/check-policies.ts";
import { compareDay } from "../../../src/rules/compare/compare-day.ts";
import { compareRule } from "../../../src/rules/compare/compare-rule.ts";
import { type RuleVersion, ruleVersions } from "../../../src/rules/compare/rule-version.ts";
import { compileRules } from "../../../src/rules/compile-rules.ts";
import { arbitraryFacts, policyAbout, type RowFacts, rowOf, SUBJECTS } from "../arbitrary-policy.ts";
import { vocabulary } from "../test-vocabulary.ts";
import { engineSays, weightOf } from "./engine-says.ts";

const AS_OF = "2026-11-23";
const RUNS = Number(process.env.BYLAW_RUNS ?? 120);
/** Rows tried on each pair. */
const ROWS = 12;

function versionOf(written: object): RuleVersion | undefined {
  const span = { file: "", line: 1, column: 1, end_line: 1, end_column: 1, start: 0, end: 0 };
  // Generated to the shape of the schema.
  const value = written as PolicyDocument;
  const document: Document<PolicyDocument> = {
    file: "random",
    kind: "Policy",
    text: "",
    value,
    locate: () => span,
    locateKey: () => span,
  };
  const { policies } = checkPolicies([document], vocabulary);
  return ruleVersions({ policies }).get("TST-01");
}

type Written = { readonly definitions: object; readonly rules: readonly Readonly<Record<string, unknown>>[] };

/** The first policy with one part of it taken from the second. */
function withPart(policy: Written, other: Written, part: string): object {
  if (part === "all") return other;
  if (part in policy.definitions) {
    const definitions = { ...policy.definitions, [part]: other.definitions[part as never] };
    return { ...policy, definitions };
  }
  return { ...policy, rules: [{ ...policy.rules[0], [part]: other.rules[0]?.[part] }] };
}

const parts = [
  "when",
  "unless",
  "require",
  "clauses",
  "due",
  "system.first",
  "party.second",
  "party.third",
  "all",
];
const pairs = fc
  .constantFrom(...SUBJECTS)
  .chain((subject) => fc.tuple(policyAbout(subject), policyAbout(subject), fc.constantFrom(...parts)));

describe("the comparison over the whole language", () => {
  it("gives witnesses that the engine confirms, and no random case contradicts it", () => {
    const kinds = new Map<string, number>();
    let witnesses = 0;
    const rows = fc.array(arbitraryFacts, { minLength: ROWS, maxLength: ROWS });
    fc.assert(
      fc.property(pairs, rows, ([policy, other, part], sets) => {
        const [old, now] = [versionOf(policy), versionOf(withPart(policy as never, other as never, part))];
        fc.pre(old !== undefined && now !== undefined);
        const { vocabulary: indexed } = old.set.policies;
        const over = compareRule(old, now, { vocabulary: indexed, today: AS_OF });
        for (const { tighter, looser } of [over, ...over.spans])
          for (const [direction, witness] of [
            [1, tighter],
            [-1, looser],
          ] as const) {
            if (witness === undefined) continue;
            witnesses += 1;
            const [first = 0, second = 0] = [old, now].map((version) =>
              weightOf(engineSays(version, witness.assignment, witness.date)),
            );
            expect(Math.sign(second - first)).toBe(direction);
          }
        const day = compareDay({
          before: old,
          after: now,
          vocabulary: indexed,
          today: AS_OF,
          budget: { left: 50_000 },
        });
        kinds.set(day.kind, (kinds.get(day.kind) ?? 0) + 1);
        for (const values of sets) {
          const [first, second] = [old, now].map((version) => weightAt(version, values));
          const difference = Math.sign((second ?? 0) - (first ?? 0));
          if (day.kind === "same") expect(difference).toBe(0);
          if (day.kind === "tighter") expect(difference).toBeGreaterThanOrEqual(0);
          if (day.kind === "looser") expect(difference).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: RUNS, seed: 20261123, maxSkipsPerRun: 200 },
    );
    const counts = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ");
    console.info(`whole language: ${witnesses} witnesses; ${counts}`);
    for (const kind of ["same", "tighter", "looser", "mixed"]) expect(kinds.get(kind)).toBeGreaterThan(0);
  }, 240_000);
});

function weightAt({ set, rule: { clauses } }: RuleVersion, values: RowFacts): number {
  const rules = compileRules(set.policies, { asOf: AS_OF });
  const [clause] = clauses;
  const row = rowOf(clause?.subject ?? "system", values);
  const facts = { system: rowOf("system", values), rows: () => [row] };
  const manifest = { value: { metadata: { changes: null } } };
  // Nothing but the list of changes is read of it.
  const { judged } = judgeManifest(manifest as unknown as Manifest, facts, rules);
  return Math.max(
    0,
    ...judged.map(({ breach, effect, upcoming }) =>
      weightOf({ outcome: breach.outcome, effect, upcoming: upcoming !== null, waived: false }),
    ),
  );
}
