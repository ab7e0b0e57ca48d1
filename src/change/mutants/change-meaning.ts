import type { Document } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { VocabularyDocument } from "../../model/generated/vocabulary.ts";
import { checkConditions } from "../../rules/check/check-condition.ts";
import { openLibrary } from "../../rules/check/open-library.ts";
import type { CheckedPolicies } from "../../rules/checked-policies.ts";
import { formOf } from "../../rules/compare/rule-form.ts";
import type { MeaningMutant } from "./mutants-of-meanings.ts";

/** Policies in which one meaning is another; or why that is none, or the same. */
export type ChangedMeaning =
  | { readonly ok: true; readonly policies: CheckedPolicies; readonly form: string }
  | { readonly ok: false; readonly reason: string };

/** Puts mutants of the meanings of one policy in the place of what they were made from. */
export function meaningChanger(
  policies: CheckedPolicies,
  documents: readonly Document<PolicyDocument>[],
  vocabulary: VocabularyDocument,
  policy: string,
): (mutant: MeaningMutant) => ChangedMeaning {
  const { scopes } = openLibrary(documents, vocabulary, []);
  const scope = scopes.find(({ document }) => document.value.id === policy);
  if (scope === undefined) throw new Error(`no policy ${policy}`);
  const { subjects } = policies.vocabulary;
  return ({ of, means: written }) => {
    const definition = of.kind === "definition" ? policies.definitions.get(of.name) : undefined;
    const step = of.kind === "step" ? policies.ladder?.find(({ tier }) => tier === of.name) : undefined;
    const before = definition ?? step;
    const subject = subjects.get(definition?.subject ?? "system");
    if (before === undefined || subject === undefined) return { ok: false, reason: "it is not in use" };
    const refusals: string[] = [];
    const report = (_: string, message: string) => void refusals.push(message);
    const place = { subject, list: "definition" } as const;
    const means = checkConditions(written, "", { ...scope, used: new Set(), report }, place);
    const [refusal] = refusals;
    if (means === undefined || refusal !== undefined)
      return { ok: false, reason: refusal ?? "the checker refuses it" };
    const form = formOf(means, [], policies.definitions);
    if (form === formOf(before.means, [], policies.definitions))
      return { ok: false, reason: "it says what it said" };
    const changed =
      definition !== undefined
        ? { definitions: new Map(policies.definitions).set(definition.name, { ...definition, means }) }
        : { ladder: policies.ladder?.map((one) => (one === step ? { ...one, means } : one)) };
    return { ok: true, policies: { ...policies, ...changed }, form };
  };
}
