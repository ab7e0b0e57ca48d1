import type { CheckedDefinition } from "../checked-policies.ts";
import { definitionsIn } from "../definitions-in.ts";
import type { Condition } from "../form.ts";
import type { RuleVersion } from "./rule-version.ts";

type Definitions = ReadonlyMap<string, CheckedDefinition>;

/** By the definitions a rule reads, and the rule. */
const FORMS = new WeakMap<Definitions, WeakMap<RuleVersion["rule"], string>>();

/**
 * Everything a version of a rule decides by, as one text: two versions with one form say the same of
 * every case on every day. Texts, places, bases and names of parameters are no part of it.
 */
export function ruleForm({ set, rule, advisory }: RuleVersion): string {
  const { definitions } = set.policies;
  const forms = FORMS.get(definitions) ?? new WeakMap<RuleVersion["rule"], string>();
  FORMS.set(definitions, forms);
  let form = forms.get(rule);
  if (form === undefined) {
    const { transition, waivable = true, kept_by, test } = rule.written;
    const clauses = rule.clauses.map(({ id, fix, help, ...clause }) => clause);
    const decides = [clauses, transition, waivable, kept_by, test];
    form = formOf(decides, rule.clauses.flatMap(conditionsOf), definitions);
    forms.set(rule, form);
  }
  return `${advisory} ${form}`;
}

/** A part of a policy as one text, with the definitions that some conditions in it use. */
export function formOf(part: unknown, conditions: readonly Condition[], definitions: Definitions): string {
  return JSON.stringify([part, usedDefinitions(conditions, definitions)], plain);
}

function conditionsOf({
  when,
  unless,
  require,
}: RuleVersion["rule"]["clauses"][number]): readonly Condition[] {
  return [...when, ...unless.flat(), ...require];
}

function usedDefinitions(
  conditions: readonly Condition[],
  definitions: Definitions,
): readonly (readonly [string, readonly Condition[]])[] {
  const used = new Map<string, readonly Condition[]>();
  const add = (list: readonly Condition[]): void => {
    for (const name of definitionsIn(list)) {
      const definition = definitions.get(name);
      if (definition === undefined || used.has(name)) continue;
      used.set(name, definition.means);
      add(definition.means);
    }
  };
  add(conditions);
  return [...used];
}

/** Values JSON has no form for, and facts and parameters by what matters of them. */
function plain(key: string, value: unknown): unknown {
  if (key === "pointer" || key === "title" || key === "basis" || key === "policy") return undefined;
  if (typeof value === "symbol") return value.toString();
  if (value instanceof Set) return [...value].sort();
  if (value instanceof Map) return [...value];
  if (typeof value !== "object" || value === null) return value;
  if ((key === "fact" || key === "by" || key === "of") && "name" in value) return value.name;
  if (key === "parameter" && "values" in value && "by" in value)
    return { values: value.values, by: value.by };
  return value;
}
