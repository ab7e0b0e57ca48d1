import type { Document, JsonValue } from "../model/document.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";
import { COMMA, eachOnce, type Language, SEMICOLON, textIn, wordingIn } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import type { Leaf, RuleSet } from "../model/rule.ts";
import type { Judged } from "./judge-rows.ts";
import { valueAt } from "./value-at.ts";
import { WORDS } from "./words.ts";

/** What was found, both values in it: `video_raw`: retention period: 90 days; the limit is 30 days. */
export function findingMessage({ breach }: Judged, rules: RuleSet, language: Language): string {
  const { about } = breach;
  const subject = about.subject === "system" ? "" : `\`${wordingIn(about.title, language)}\`: `;
  if (breach.missing.length === 0) {
    return subject + sentences(breach.leaves, language).join(" · ");
  }
  const labels = labelsOf(breach.missing, rules, language);
  if (breach.outcome === "fail") return subject + WORDS.missing[language](labels);
  const steps = eachOnce(breach.leaves.flatMap((leaf) => (leaf.cell.stated ? (leaf.cell.path ?? []) : [])));
  if (steps.length === 0) return subject + WORDS.undecided[language](labels);
  const way = steps.map((step) => textIn(step, language)).join(SEMICOLON[language]);
  return subject + WORDS.because[language](way, labels);
}

/**
 * What to do: what the rule says where a value broke it, or where what is missing is no statement but known by the
 * registry; what to state, and where, where something is missing; to name the company, or to register it, where all
 * that is missing would be known of it.
 */
export function findingHelp(
  judged: Judged,
  document: Document<unknown>,
  rules: RuleSet,
  language: Language,
): string | undefined {
  const { clause, row, breach } = judged;
  if (breach.missing.length === 0) return clause.rule.help(language);
  const gaps = breach.missing.flatMap((fact) => gapsOf(fact, row, rules));
  const declared = gaps.filter((fact) => !isOfCompany(fact) && !isOfRegistry(fact));
  if (declared.length === 0) {
    const named = gaps.some(isOfCompany) ? companyHelp(judged, language) : undefined;
    return named ?? clause.rule.help(language);
  }
  const asked = askFor(declared, rules, language);
  const empty = blankList(judged, document);
  return empty === undefined ? asked : asked + WORDS.emptyList[language](empty);
}

/** To state what a manifest states, and to fill in the places that what is derived follows from. */
function askFor(facts: readonly string[], rules: RuleSet, language: Language): string {
  const isDerived = (fact: string) => vocabulary.facts[fact]?.from === "derived";
  const listed = (some: readonly string[], words: (label: string, place: string) => string) =>
    [...new Set(some.map((fact) => words(rules.label(fact, language), placeOf(fact))))].join(COMMA[language]);
  const stated = facts.filter((fact) => !isDerived(fact));
  const derived = facts.filter(isDerived);
  const none = stated.every((fact) => vocabulary.facts[fact]?.none === true);
  const state = (none ? WORDS.stateOrNone : WORDS.state)[language];
  return [
    ...(stated.length === 0 ? [] : [state(listed(stated, (label, place) => `${label} (\`${place}\`)`))]),
    ...(derived.length === 0
      ? []
      : [WORDS.fillIn[language](listed(derived, (label, place) => `\`${place}\` (${label})`))]),
  ].join(SEMICOLON[language]);
}

/** Nobody states a tier: the facts that leave it open stand for it. */
function gapsOf(fact: string, row: Row, rules: RuleSet): readonly string[] {
  if (!fact.endsWith(".tier")) return [fact];
  const gaps = rules.tierGaps(row.scope("system") ?? row);
  return gaps.length > 0 ? gaps : [fact];
}

/** Names the field of the company that is not named or not known; `undefined` for one that is known. */
function companyHelp({ row, breach }: Judged, language: Language): string | undefined {
  const ofDevice = row.subject === "device" || row.subject === "placement";
  if (!breach.leaves.some((leaf) => leaf.cell.stated)) {
    return WORDS.nameCompany[language](ofDevice ? "manufacturer_as_written" : "name_as_written");
  }
  const known = breach.leaves.every(
    (leaf) => leaf.row.scope("party")?.cell("party.resolution").value === "resolved",
  );
  return known ? undefined : WORDS.register[language](ofDevice ? "manufacturer" : "vendor");
}

/** The list a row is a guess about, where all of it is blank: one that is empty is written `[]`. */
function blankList({ row, breach }: Judged, document: Document<unknown>): string | undefined {
  const list = LISTS[row.subject];
  if (list === undefined || row.written || !breach.missing.includes(list.guessed)) return undefined;
  const written = valueAt(document.value as JsonValue, `/${list.path.replaceAll(".", "/")}`);
  return written === undefined || written === null ? list.path : undefined;
}

/** Lists that may be empty, and the fact that is blank only where the row itself is a guess. */
const LISTS: Partial<Record<Row["subject"], { readonly path: string; readonly guessed: string }>> = {
  app: { path: "supply_chain.mobile_apps", guessed: "app.store" },
  retention: { path: "data.retention", guessed: "retention.data" },
  interface: { path: "system.interfaces", guessed: "interface.recipient" },
};

/** Each comparison in words; those of one definition together, so that it is named once. */
function sentences(leaves: readonly Leaf[], language: Language): readonly string[] {
  const groups = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const name = leaf.within[0] ?? leaf.words("en");
    groups.set(name, [...(groups.get(name) ?? []), leaf]);
  }
  return [...groups.values()].flatMap((group) => {
    const reasons = [...new Set(group.map((leaf) => leaf.reason(language)))];
    return group[0]?.wrap(reasons.join(SEMICOLON[language]), language) ?? [];
  });
}

function labelsOf(facts: readonly string[], rules: RuleSet, language: Language): string {
  return [...new Set(facts.map((fact) => rules.label(fact, language)))].join(COMMA[language]);
}

function placeOf(fact: string): string {
  const { from, at } = vocabulary.facts[fact] ?? {};
  return at ?? from ?? fact;
}

/** What the registry says beside facts about a company: no manifest can state it. */
function isOfRegistry(fact: string): boolean {
  return vocabulary.facts[fact]?.registry === true;
}

/** Facts about a company come from the registry once the company is named; nobody states them in a manifest. */
function isOfCompany(fact: string): boolean {
  return /\.(vendor|name_as_written|manufacturer|brand)$/.test(placeOf(fact));
}
