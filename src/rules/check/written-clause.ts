import type { PolicyClause, PolicyCondition, PolicyRule } from "../../model/generated/policy.ts";

/** A clause with the rule it stands in; a rule without clauses has one that states only its `require`. */
export interface WrittenClause {
  readonly rule: PolicyRule;
  readonly clause: Partial<Omit<PolicyClause, "id" | "require">> & {
    readonly id: string | null;
    readonly require: readonly PolicyCondition[];
  };
  readonly rulePointer: string;
  readonly pointer: string;
}

/** The value of a key and the place it stands at: the clause's, else the rule's. */
export function placeOf<K extends Exclude<keyof PolicyRule & keyof PolicyClause, "id" | "require">>(
  { rule, clause, rulePointer, pointer }: WrittenClause,
  key: K,
): { readonly value: PolicyRule[K] | WrittenClause["clause"][K]; readonly at: string } {
  return clause[key] === undefined
    ? { value: rule[key], at: `${rulePointer}/${key}` }
    : { value: clause[key], at: `${pointer}/${key}` };
}
