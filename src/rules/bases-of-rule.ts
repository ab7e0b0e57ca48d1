import type { PolicyBasis, PolicyDocument } from "../model/generated/policy.ts";
import type { Language } from "../model/language.ts";
import type { Basis } from "../model/rule.ts";
import type { CheckedRule } from "./checked-policies.ts";
import { parametersOf } from "./parameters-of.ts";
import { valueAt } from "./value-at.ts";
import { basisWords } from "./words/basis-words.ts";

/** What a rule rests on, and on a date the values it compares with; each source and place once. */
export function basesOfRule(
  rule: CheckedRule,
  policy: PolicyDocument,
  asOf: string,
  language: Language,
): readonly Basis[] {
  const values = parametersOf(rule).flatMap((parameter) => valueAt(parameter, asOf)?.basis ?? []);
  const bases = [...(rule.written.basis ?? []), ...values].map((basis: PolicyBasis) =>
    basisWords(basis, policy, language),
  );
  return [...new Map(bases.map((basis) => [`${basis.source} ${basis.provision}`, basis])).values()];
}
