import { distance } from "fastest-levenshtein";
import type { Bundle } from "../engine/bundle.ts";
import type { OverlayDocument } from "../model/generated/overlay.ts";
import type { Language } from "../model/language.ts";
import { describeRule } from "../rules/describe-rule.ts";
import { parametersBehind } from "../rules/parameters-behind.ts";
import type { RuleInWords } from "../rules/rule-in-words.ts";

interface RuleSought {
  /** In any case. */
  readonly id: string;
  readonly language: Language;
  readonly date: string;
  /** Whose overlays count, by CBS code; left out, those of nobody, but for a rule that only an overlay has. */
  readonly municipality?: string;
}

/** A rule of the policies or of an overlay in words; `undefined` where none has it. */
export function findRule(
  { id, language, date, municipality }: RuleSought,
  bundle: Bundle,
): RuleInWords | undefined {
  const known = ruleIds(bundle).find((candidate) => candidate.toLowerCase() === id.toLowerCase());
  if (known === undefined) return undefined;
  const added = bundle.overlays.find(({ value }) => value.rules?.some((rule) => rule.id === known));
  const code = added?.value.municipality.cbs_code ?? municipality;
  const policies = code === undefined ? bundle.policies : bundle.policiesIn(code);
  const words = describeRule(policies, known, language, date);
  // A version names the overlay that changes the rule.
  const compiled = bundle.rulesOn(date, code).rules.find((rule) => rule.id === known);
  return words && { ...words, version: compiled?.version ?? words.version };
}

/** The three rules with the most similar ids. */
export function nearestRules(id: string, bundle: Bundle): readonly string[] {
  const far = (candidate: string) => distance(candidate, id.toUpperCase());
  return [...ruleIds(bundle)].sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1)).slice(0, 3);
}

/** The overlays whose values reach a rule, with their files. */
export function overlaysOfRule(
  id: string,
  { overlays, policiesIn }: Bundle,
): readonly { readonly file: string; readonly value: OverlayDocument }[] {
  return overlays.filter(({ value }) => {
    const { policies, definitions } = policiesIn(value.municipality.cbs_code);
    const rule = policies.flatMap(({ rules }) => rules).find((candidate) => candidate.id === id);
    const parameters = rule === undefined ? [] : parametersBehind(rule, definitions);
    return parameters.some(
      ({ policy, name }) => policy === value.policy && Object.hasOwn(value.parameters ?? {}, name),
    );
  });
}

function ruleIds({ policies, addedRules }: Bundle): readonly string[] {
  const ids = policies.policies.flatMap(({ rules }) => rules.map((rule) => rule.id));
  return [...ids, ...addedRules.map(({ id }) => id)];
}
