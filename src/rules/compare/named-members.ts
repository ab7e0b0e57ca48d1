import type { FactValue } from "../../model/value.ts";
import type { CheckedPolicies } from "../checked-policies.ts";
import type { Condition } from "../form.ts";

const NAMED = new WeakMap<CheckedPolicies, readonly string[]>();

/** Every value that a set of policies names as a member of a list, in conditions or parameters. */
export function namedMembers(policies: CheckedPolicies): readonly string[] {
  const known = NAMED.get(policies);
  if (known !== undefined) return known;
  const parameters = policies.policies.flatMap((policy) => [...policy.parameters.values()]);
  const values = parameters.flatMap((parameter) =>
    parameter.values.flatMap(({ value }) => (value instanceof Map ? [...value.values()] : [value])),
  );
  const conditions = [
    ...policies.policies.flatMap(({ rules }) =>
      rules.flatMap(({ clauses }) =>
        clauses.flatMap(({ when, unless, require }) => [...when, ...unless.flat(), ...require]),
      ),
    ),
    ...[...policies.definitions.values()].flatMap(({ means }) => means),
    ...(policies.ladder ?? []).flatMap(({ means }) => means),
  ];
  const named = [...new Set([...values, ...conditions.flatMap(literalsIn)].flatMap(membersOf))];
  NAMED.set(policies, named);
  return named;
}

function literalsIn(condition: Condition): readonly FactValue[] {
  switch (condition.kind) {
    case "comparison":
      return condition.operand?.kind === "literal" ? [condition.operand.value] : [];
    case "any":
      return condition.members.flatMap(literalsIn);
    case "some":
      return condition.where.flatMap(literalsIn);
    case "definition":
      return [];
  }
}

function membersOf(value: FactValue): readonly string[] {
  if (value instanceof Set) return [...value];
  return typeof value === "string" ? [value] : [];
}
