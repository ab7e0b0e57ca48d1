import { vocabulary } from "../model/generated/vocabulary-value.ts";
import type { Language } from "../model/language.ts";
import type { Leaf, RuleSet } from "../model/rule.ts";
import type { Judged } from "./judge-manifest.ts";
import { WORDS } from "./words.ts";

/** What was found, both values in it: `video_raw`: retention period: 90 days; the limit is 30 days. */
export function findingMessage({ row, breach }: Judged, rules: RuleSet, language: Language): string {
  const subject = row.subject === "system" ? "" : `\`${row.title}\`: `;
  if (breach.missing.length === 0) {
    return subject + sentences(breach.leaves, language).join(" · ");
  }
  const labels = labelsOf(breach.missing, rules, language);
  if (breach.outcome === "fail") return subject + WORDS.missing[language](labels);
  const steps = [
    ...new Set(breach.leaves.flatMap((leaf) => (leaf.cell.stated ? (leaf.cell.path ?? []) : []))),
  ];
  return (
    subject +
    (steps.length > 0 ? WORDS.because[language](steps.join("; "), labels) : WORDS.undecided[language](labels))
  );
}

/**
 * What to do: what the rule says where a value broke it; to state what is missing where something is; to
 * name the company, or to register it, where everything that is missing would come from the registry.
 */
export function findingHelp(
  { clause, breach }: Judged,
  rules: RuleSet,
  language: Language,
): string | undefined {
  const { help } = clause.rule;
  if (breach.missing.length === 0) return help(language);
  const declared = breach.missing.filter((fact) => !fromRegistry(fact));
  if (declared.length === 0) {
    if (!breach.leaves.some((leaf) => leaf.cell.stated)) return WORDS.nameCompany[language]();
    const resolved = breach.leaves.every(
      (leaf) => leaf.row.scope("party")?.cell("party.resolution").value === "resolved",
    );
    return resolved ? help(language) : WORDS.register[language]();
  }
  const labels = labelsOf(declared, rules, language);
  const none = declared.every((fact) => vocabulary.facts[fact]?.none === true);
  return (none ? WORDS.stateOrNone : WORDS.state)[language](labels);
}

/** Each comparison in words; those of one definition together, so that it is named once. */
function sentences(leaves: readonly Leaf[], language: Language): readonly string[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const name = leaf.within[0] ?? leaf.words("en");
    groups.set(name, [...(groups.get(name) ?? []), leaf]);
  }
  return [...groups.values()].flatMap((group) => {
    const reasons = [...new Set(group.map((leaf) => leaf.reason(language)))];
    return group[0]?.wrap(reasons.join("; "), language) ?? [];
  });
}

function labelsOf(facts: readonly string[], rules: RuleSet, language: Language): string {
  return [...new Set(facts.map((fact) => rules.label(fact, language)))].join(", ");
}

/** Facts about a company come from the registry once the company is named; nobody states them in a manifest. */
function fromRegistry(fact: string): boolean {
  const { tags, from } = vocabulary.facts[fact] ?? {};
  return tags?.includes("vendor") === true || (from === "derived" && /^(party|owner|listing)\./.test(fact));
}
