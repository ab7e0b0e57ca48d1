import type { Document, JsonValue } from "../model/document.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";
import { COMMA, type Language, SEMICOLON } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import type { RuleSet } from "../model/rule.ts";
import { blankSources } from "./blank-sources.ts";
import { idField, nameField } from "./company-field.ts";
import { isOneAny } from "./is-one-any.ts";
import type { Judged } from "./judge-rows.ts";
import { valueAt } from "./value-at.ts";
import { WORDS } from "./words.ts";

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
  if (breach.missing.length === 0) return lookUpHelp(judged, language) ?? clause.rule.help(language);
  const gaps = breach.missing.flatMap((fact) => gapsOf(fact, row, rules));
  const declared = gaps.filter(
    (fact) => !isOfRegistry(fact) && (!isOfCompany(fact) || blankSources(fact, row, document) !== undefined),
  );
  if (declared.length === 0) {
    const named = gaps.some(isOfCompany) ? companyHelp(judged, language) : undefined;
    return named ?? clause.rule.help(language);
  }
  const asked = askFor(declared, judged, document, rules, language);
  // A line that should be there and is not: who it is about is known.
  if (row.subject === "access" && !row.written && typeof row.title === "string")
    return WORDS.addAccess[language](row.title, asked);
  const empty = blankList(judged, document);
  return empty === undefined ? asked : asked + WORDS.emptyList[language](empty);
}

/** To state what a manifest states, and to fill in the places that what is derived follows from. */
function askFor(
  facts: readonly string[],
  { row, breach }: Judged,
  document: Document<unknown>,
  rules: RuleSet,
  language: Language,
): string {
  const between = isOneAny(breach.leaves) ? WORDS.or[language]() : COMMA[language];
  const isDerived = (fact: string) => vocabulary.facts[fact]?.from === "derived";
  const listed = (some: readonly string[], words: (label: string, place: string) => string) =>
    [
      ...new Set(
        some.flatMap((fact) => placesOf(fact).map((place) => words(rules.label(fact, language), place))),
      ),
    ].join(between);
  const placesOf = (fact: string) => blankSources(fact, row, document) ?? [placeOf(fact)];
  const stated = facts.filter((fact) => !isDerived(fact));
  const derived = facts.filter(isDerived);
  const none = stated.every((fact) => vocabulary.facts[fact]?.none === true);
  const state = (none ? WORDS.stateOrNone : WORDS.state)[language];
  return [
    ...(stated.length === 0 ? [] : [state(listed(stated, (label, place) => `${label} (\`${place}\`)`))]),
    ...(derived.length === 0
      ? []
      : [WORDS.fillIn[language](listed(derived, (label, place) => `\`${place}\` (${label})`))]),
  ].join(between === COMMA[language] ? SEMICOLON[language] : between);
}

/** Nobody states a tier: the facts that leave it open stand for it. */
function gapsOf(fact: string, row: Row, rules: RuleSet): readonly string[] {
  if (!fact.endsWith(".tier")) return [fact];
  const gaps = rules.tierGaps(row.scope("system") ?? row);
  return gaps.length > 0 ? gaps : [fact];
}

/** Names the field of the company that is not named or not known; `undefined` for one that is known. */
function companyHelp({ row, breach }: Judged, language: Language): string | undefined {
  const [first] = breach.leaves;
  const stated = breach.leaves.find((leaf) => leaf.cell.stated);
  if (stated === undefined) return WORDS.nameCompany[language](nameField(first?.cell.at ?? breach.at, row));
  const known = breach.leaves.every(
    (leaf) =>
      leaf.row.subject !== "device" && leaf.row.scope("party")?.cell("party.resolution").value === "resolved",
  );
  return known ? undefined : WORDS.register[language](idField(stated.cell.at));
}

/** Where the look-up itself did not find the company: what the rule says, with the field it is named in. */
function lookUpHelp({ breach }: Judged, language: Language): string | undefined {
  const [first, ...others] = breach.leaves;
  if (first?.fact !== "party.resolution" || others.length > 0) return undefined;
  return WORDS.register[language](idField(first.cell.at));
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
