import { type Language, textIn } from "../model/language.ts";
import type { CheckedParameter, CheckedPolicies } from "./checked-policies.ts";
import type { ParameterInWords } from "./rule-in-words.ts";
import { valueAt } from "./value-at.ts";
import { basisWords } from "./words/basis-words.ts";
import { parameterValueWords } from "./words/condition-words.ts";

/** Puts a parameter into words for a date: its value, and every value it had, has or will have, with what each rests on. */
export function describeParameter(
  parameter: CheckedParameter,
  { policies }: CheckedPolicies,
  language: Language,
  asOf: string,
): ParameterInWords {
  const sources = policies.find(({ document }) => document.value.id === parameter.policy)?.document.value;
  const words = (value: CheckedParameter["values"][number]["value"]) =>
    parameterValueWords(value, parameter, parameter.of, language);
  const current = valueAt(parameter, asOf);
  return {
    name: parameter.name,
    policy: parameter.policy,
    title: textIn(parameter.title, language),
    value: current && words(current.value),
    history: parameter.values.map((dated) => ({
      from: dated.from,
      value: words(dated.value),
      state: dated === current ? "in-force" : dated.from > asOf ? "coming" : "past",
      basis: basisWords(dated.basis, sources, language),
    })),
  };
}
