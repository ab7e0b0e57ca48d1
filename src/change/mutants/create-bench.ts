import type { RuleComparison } from "../../model/comparison.ts";
import type { Document } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { VocabularyDocument } from "../../model/generated/vocabulary.ts";
import type { CompiledRule } from "../../model/rule.ts";
import { checkNeutrality } from "../../rules/check/check-neutrality.ts";
import { checkParameter } from "../../rules/check/check-parameter.ts";
import { checkRule } from "../../rules/check/check-rule.ts";
import { openLibrary } from "../../rules/check/open-library.ts";
import type { CheckedPolicies, CheckedRule } from "../../rules/checked-policies.ts";
import { compareAlone, compileAlone } from "./alone.ts";
import type { Mutant } from "./mutant.ts";

/** What the checker of the rule language says of a mutant. */
type Checked =
  | { readonly ok: true; readonly rule: CheckedRule }
  | { readonly ok: false; readonly refusal: string };

/** Checks and compiles one rule at a time, beside policies that were checked once. */
export interface Bench {
  check(mutant: Mutant): Checked;
  compile(rule: CheckedRule, asOf: string): CompiledRule;
  /** How the second compares with the first over every case and every day. */
  compare(before: CheckedRule, after: CheckedRule): RuleComparison;
}

/** A bench for the rules of one policy of a set. */
export function createBench(
  policies: CheckedPolicies,
  documents: readonly Document<PolicyDocument>[],
  vocabulary: VocabularyDocument,
  policy: string,
): Bench {
  const { scopes } = openLibrary(documents, vocabulary, []);
  const scope = scopes.find(({ document }) => document.value.id === policy);
  if (scope === undefined) throw new Error(`no policy ${policy}`);
  const { document } = scope;
  const placed = (rule: CheckedRule) => ({ policies, policy: scope, rule });
  return {
    check({ rule: id, written, parameter }) {
      const refusals: string[] = [];
      const report = (_: string, message: string) => void refusals.push(message);
      const parameters = new Map(scope.parameters);
      if (parameter !== undefined) {
        const { name } = parameter;
        const value = {
          ...document.value,
          parameters: { ...document.value.parameters, [name]: parameter.written },
        };
        const checked = checkParameter(name, { ...document, value }, policies.vocabulary, report);
        if (checked !== undefined) parameters.set(name, checked);
      }
      const index = document.value.rules.findIndex((rule) => rule.id === id);
      const rule = checkRule(written, `/rules/${index}`, { ...scope, parameters, used: new Set(), report });
      const sound =
        rule !== undefined &&
        checkNeutrality(rule, document.value, policies.vocabulary, policies.definitions, report);
      const [refusal] = refusals;
      if (sound && refusal === undefined) return { ok: true, rule };
      return { ok: false, refusal: refusal ?? "the checker refuses it" };
    },
    compare: (before, after) => compareAlone(placed(before), placed(after)),
    compile: (rule, asOf) => compileAlone(placed(rule), asOf),
  };
}
