import { COMMA, eachOnce, type Language, SEMICOLON, textIn, wordingIn } from "../model/language.ts";
import type { Leaf, RuleSet } from "../model/rule.ts";
import { isOneAny } from "./is-one-any.ts";
import type { Judged } from "./judge-rows.ts";
import { WORDS } from "./words.ts";

/** What was found, both values in it: `video_raw`: retention period: 90 days; the limit is 30 days. */
export function findingMessage({ breach }: Judged, rules: RuleSet, language: Language): string {
  const { about } = breach;
  const subject = about.subject === "system" ? "" : `\`${wordingIn(about.title, language)}\`: `;
  if (breach.missing.length === 0) {
    return subject + sentences(breach.leaves, language).join(" · ");
  }
  const between = isOneAny(breach.leaves) ? WORDS.or[language]() : COMMA[language];
  const labels = [...new Set(breach.missing.map((fact) => rules.label(fact, language)))].join(between);
  if (breach.outcome === "fail") return subject + WORDS.missing[language](labels);
  const steps = eachOnce(breach.leaves.flatMap((leaf) => (leaf.cell.stated ? (leaf.cell.path ?? []) : [])));
  if (steps.length === 0) return subject + WORDS.undecided[language](labels);
  const way = steps.map((step) => textIn(step, language)).join(SEMICOLON[language]);
  return subject + WORDS.because[language](way, labels);
}

/** Each comparison in words, and the members of one `any` as what they are: alternatives. */
function sentences(leaves: readonly Leaf[], language: Language): readonly string[] {
  const groups = new Map<object | undefined, Leaf[]>();
  for (const leaf of leaves) {
    const id = leaf.either?.id;
    groups.set(id, [...(groups.get(id) ?? []), leaf]);
  }
  return [...groups].flatMap(([id, group]) => {
    if (id === undefined) return reasons(group, language);
    const members = [...new Set(group.map((leaf) => leaf.either?.member))].map((member) =>
      reasons(
        group.filter(({ either }) => either?.member === member),
        language,
      ).join(SEMICOLON[language]),
    );
    const distinct = [...new Set(members)];
    return distinct.length === 1 ? distinct : WORDS.either[language](distinct);
  });
}

/** What stands in one definition together, so that it is named once. */
function reasons(leaves: readonly Leaf[], language: Language): readonly string[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const name = leaf.within[0] ?? leaf.words("en");
    groups.set(name, [...(groups.get(name) ?? []), leaf]);
  }
  return [...groups.values()].flatMap((group) => {
    const said = [...new Set(group.map((leaf) => leaf.reason(language)))];
    return group[0]?.wrap(said.join(SEMICOLON[language]), language) ?? [];
  });
}
