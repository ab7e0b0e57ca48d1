import type { PreparedExample } from "../../engine/judge-example.ts";
import type { Truth } from "../../model/value.ts";
import type { CheckedClause, CheckedPolicies, CheckedRule } from "../../rules/checked-policies.ts";
import { type CompileContext, compileCondition } from "../../rules/compile/compile-condition.ts";
import { compileDefinitions } from "../../rules/compile/compile-definitions.ts";
import { cellFinder } from "../../rules/compile/read-fact.ts";
import type { Condition } from "../../rules/form.ts";
import { allTrue, anyTrue } from "../../rules/truth.ts";
import { leafWords } from "../../rules/words/leaf-words.ts";
import { rowsOf } from "./rows-of-clause.ts";

/** One condition of a rule, with what the rule's own examples have shown it to be. */
export interface ConditionSeen {
  readonly list: "when" | "unless" | "require";
  /** Where it stands in the policy file. */
  readonly pointer: string;
  readonly seen: { readonly true: boolean; readonly false: boolean; readonly unknown: boolean };
}

/**
 * Every condition of a rule, alternatives of an `any` each by itself, as it came out over all rows of the
 * examples; those of `require` only where the rule applies.
 */
export function coverageOfRule(
  rule: CheckedRule,
  examples: readonly PreparedExample[],
  policies: CheckedPolicies,
): readonly ConditionSeen[] {
  const seen = new Map<string, { list: ConditionSeen["list"]; truths: Set<Truth> }>();
  const note = (list: ConditionSeen["list"], { pointer }: Condition, truths: readonly Truth[]) => {
    const before = seen.get(pointer) ?? { list, truths: new Set() };
    for (const truth of truths) before.truths.add(truth);
    seen.set(pointer, before);
  };
  const contexts = new Map(examples.map(({ asOf }) => [asOf, contextOn(asOf, policies)]));
  for (const clause of rule.clauses) {
    for (const [list, condition] of conditionsOf(clause)) note(list, condition, []);
    for (const example of examples) {
      const context = contexts.get(example.asOf);
      if (context === undefined) continue;
      for (const row of rowsOf(clause, example)) {
        const test = (condition: Condition) => compileCondition(condition, context).test(row);
        const applies =
          allTrue(clause.when, test) !== false &&
          anyTrue(clause.unless, (conditions) => allTrue(conditions, test)) !== true;
        for (const [list, condition] of conditionsOf(clause)) {
          if (list !== "require" || applies) note(list, condition, [test(condition)]);
        }
      }
    }
  }
  return [...seen].map(([pointer, { list, truths }]) => ({
    list,
    pointer,
    seen: { true: truths.has(true), false: truths.has(false), unknown: truths.has(undefined) },
  }));
}

/** Whether a condition was seen to hold and seen not to hold. */
export function isCovered({ seen }: ConditionSeen): boolean {
  return seen.true && seen.false;
}

function conditionsOf(clause: CheckedClause): readonly (readonly [ConditionSeen["list"], Condition])[] {
  const lists = { when: clause.when, unless: clause.unless.flat(), require: clause.require };
  return (["when", "unless", "require"] as const).flatMap((list) =>
    lists[list].flatMap((condition) =>
      condition.kind === "any"
        ? condition.members.map((member) => [list, member] as const)
        : [[list, condition] as const],
    ),
  );
}

function contextOn(asOf: string, { vocabulary, definitions }: CheckedPolicies): CompileContext {
  const base = { asOf, find: cellFinder(asOf), words: leafWords(vocabulary, definitions, asOf) };
  return { ...base, definition: compileDefinitions(definitions, base) };
}
