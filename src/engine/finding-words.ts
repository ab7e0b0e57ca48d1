import { vocabulary } from "../model/generated/vocabulary-value.ts";
import type { Language } from "../model/language.ts";
import type { RuleSet } from "../model/rule.ts";
import type { Judged } from "./judge-manifest.ts";
import { WORDS } from "./words.ts";

/** What was found, both values in it: `video_raw`: retention period: 90 days; the limit is 30 days. */
export function findingMessage({ row, breach }: Judged, rules: RuleSet, language: Language): string {
  const subject = row.subject === "system" ? "" : `\`${row.title}\`: `;
  if (breach.missing.length === 0) {
    const said = breach.leaves.map((leaf) => leaf.words(language));
    return subject + [...new Set(said)].join(" · ");
  }
  const labels = labelsOf(breach.missing, rules, language);
  if (breach.outcome === "fail") return subject + WORDS.missing[language](labels);
  const steps = [...new Set(breach.leaves.flatMap((leaf) => (leaf.cell.stated ? (leaf.cell.path ?? []) : [])))];
  return subject + (steps.length > 0 ? WORDS.because[language](steps.join("; "), labels) : WORDS.undecided[language](labels));
}

/**
 * What to do: what the rule says where a value broke it; to state what is missing where something is; to
 * name the company, or to register it, where everything that is missing would come from the registry.
 */
export function findingHelp({ clause, breach }: Judged, rules: RuleSet, language: Language): string | undefined {
  const { help } = clause.rule;
  if (breach.missing.length === 0) return help(language);
  const declared = breach.missing.filter((fact) => !fromRegistry(fact));
  if (declared.length === 0) {
    const named = breach.leaves.some((leaf) => leaf.cell.stated);
    return (named ? WORDS.register : WORDS.nameCompany)[language]();
  }
  const labels = labelsOf(declared, rules, language);
  const none = declared.every((fact) => vocabulary.facts[fact]?.none === true);
  return (none ? WORDS.stateOrNone : WORDS.state)[language](labels);
}

function labelsOf(facts: readonly string[], rules: RuleSet, language: Language): string {
  return [...new Set(facts.map((fact) => rules.label(fact, language)))].join(", ");
}

/** Facts about a company come from the registry once the company is named; nobody states them in a manifest. */
function fromRegistry(fact: string): boolean {
  const { tags, from } = vocabulary.facts[fact] ?? {};
  return tags?.includes("vendor") === true || (from === "derived" && /^(party|owner|listing)\./.test(fact));
}
