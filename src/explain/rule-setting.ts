import type { Bundle } from "../engine/bundle.ts";
import type { Language } from "../model/language.ts";
import type { RuleInWords } from "../rules/rule-in-words.ts";
import type { RuleSetting } from "./explain-rule.ts";
import { overlaysOfRule } from "./find-rule.ts";

/** What stands around a rule of a bundle: its pack, the overlays that reach it, the names of stages. */
export function ruleSetting(
  words: RuleInWords,
  bundle: Bundle,
  { asOf, language }: { readonly asOf: string; readonly language: Language },
): RuleSetting {
  return {
    asOf,
    language,
    pack: packOf(words, bundle),
    overlays: overlaysOfRule(words.id, bundle).map(
      ({ file, value: { municipality } }) => `${municipality.name} (${municipality.cbs_code}): ${file}`,
    ),
    stage: bundle.policies.vocabulary.facts.get("system.stage"),
  };
}

function packOf({ policy }: RuleInWords, { policyDocuments, plan }: Bundle): RuleSetting["pack"] {
  const pack = policyDocuments.find(({ value }) => value.id === policy)?.value.pack;
  if (pack === undefined || pack === null) return undefined;
  return { name: pack, setting: plan?.value.packs?.[pack] ?? "binding" };
}
