import type { Document, JsonValue } from "../model/document.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";
import { COMMA, type Language, SEMICOLON } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import type { RuleSet } from "../model/rule.ts";
import { blankListsOf } from "./blank-lists-of.ts";
import { blankSources } from "./blank-sources.ts";
import { idField, nameField } from "./company-field.ts";
import { isOneAny } from "./is-one-any.ts";
import type { Judged } from "./judge-rows.ts";
import { isBlankAt, pointerOf, valueAt } from "./value-at.ts";
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
  if (breach.missing.length === 0) return lookUpHelp(judged, document, language) ?? clause.help(language);
  if (breach.missing.every((fact) => fact === "waiver.allowed")) return WORDS.unknownRule[language]();
  const gaps = breach.missing.flatMap((fact) => gapsOf(fact, judged, document, rules));
  const declared = gaps.filter(
    (fact) => !isOfRegistry(fact) && (!isOfCompany(fact) || blankSources(fact, row, document) !== undefined),
  );
  if (declared.length === 0) {
    const named = gaps.some(isOfCompany) ? companyHelp(judged, document, language) : undefined;
    return named ?? clause.help(language);
  }
  const ask = (facts: readonly string[]) => askFor(facts, judged, document, rules, language);
  const asked = ask(declared);
  // A line that should be there and is not: who it is about is known.
  const inLine = declared.filter((fact) => fact.startsWith("access."));
  if (inLine.length > 0 && !row.written && typeof row.title === "string") {
    const line = WORDS.addAccess[language](row.title, ask(inLine));
    const beside = declared.filter((fact) => !inLine.includes(fact));
    return beside.length === 0 ? line : [line, ask(beside)].join(SEMICOLON[language]);
  }
  const empty = blankList(judged, declared, document);
  return empty === undefined ? asked : asked + WORDS.emptyList[language](empty);
}

/** To state what a manifest states, to correct what it contradicts, and to fill in the places that what else is derived follows from. */
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
  // What is stated and open all the same, beside other places, is contradicted there.
  const isContradicted = (fact: string) =>
    breach.leaves.some((leaf) => leaf.fact === fact && leaf.cell.stated && leaf.cell.related !== undefined);
  const contradicted = facts.filter((fact) => isDerived(fact) && isContradicted(fact));
  const derived = facts.filter((fact) => isDerived(fact) && !isContradicted(fact));
  const named = (label: string, place: string) => `\`${place}\` (${label})`;
  const none = stated.every((fact) => vocabulary.facts[fact]?.none === true);
  const state = (none ? WORDS.stateOrNone : WORDS.state)[language];
  return [
    ...(stated.length === 0 ? [] : [state(listed(stated, (label, place) => `${label} (\`${place}\`)`))]),
    ...(contradicted.length === 0 ? [] : [WORDS.correct[language](listed(contradicted, named))]),
    ...(derived.length === 0 ? [] : [WORDS.fillIn[language](listed(derived, named))]),
  ].join(between === COMMA[language] ? SEMICOLON[language] : between);
}

/** Nobody states a tier: the facts that leave it open stand for it, but for what follows from another of them. */
function gapsOf(
  fact: string,
  { row }: Judged,
  document: Document<unknown>,
  rules: RuleSet,
): readonly string[] {
  if (!fact.endsWith(".tier")) return [fact];
  const system = row.scope("system") ?? row;
  const gaps = rules.tierGaps(system);
  const asked = new Set(gaps.map((gap) => vocabulary.facts[gap]?.from));
  const left = gaps.filter(
    (gap) => !blankSources(gap, system, document)?.some((source) => asked.has(source)),
  );
  return left.length > 0 ? left : [fact];
}

/** Names the field of the company that is not named or not known; `undefined` for one that is known. */
function companyHelp(
  { row, breach }: Judged,
  document: Document<unknown>,
  language: Language,
): string | undefined {
  const [first] = breach.leaves;
  const stated = breach.leaves.find((leaf) => leaf.cell.stated);
  if (stated === undefined) {
    const lists = blankListsOf(row, document).map((list) => `\`${list.replace(/^\./, "")}\``);
    return lists.length > 0
      ? WORDS.listThem[language](lists.join(COMMA[language]))
      : WORDS.nameCompany[language](nameField(first?.cell.at ?? breach.at, row));
  }
  const known = breach.leaves.every(
    (leaf) =>
      leaf.row.subject !== "device" && leaf.row.scope("party")?.cell("party.resolution").value === "resolved",
  );
  return known ? undefined : WORDS.register[language](idField(stated.cell.at));
}

/** Where the look-up did not find the company: to register it, or, where an id is written and speaks of another, to choose. */
function lookUpHelp(
  { row, breach }: Judged,
  document: Document<unknown>,
  language: Language,
): string | undefined {
  const [first, ...others] = breach.leaves;
  if (first?.fact !== "party.resolution" || others.length > 0) return undefined;
  const field = idField(first.cell.at);
  const id = valueAt(document.value as JsonValue, `${row.pointer}/${field}`);
  const contradicted = first.cell.value === "ambiguous" && typeof id === "string";
  return (contradicted ? WORDS.settle : WORDS.register)[language](field);
}

/** The list a row is a guess about, or one a fact follows from, where all of it is blank: one that is empty is written `[]`. */
function blankList(
  { row, breach }: Judged,
  declared: readonly string[],
  document: Document<unknown>,
): string | undefined {
  const list = LISTS[row.subject];
  const isGuess =
    list !== undefined &&
    !row.written &&
    (list.guessed === undefined || breach.missing.includes(list.guessed));
  const [only, ...others] = isGuess
    ? [list.path]
    : declared.flatMap((fact) => blankSources(fact, row.scope("system") ?? row, document) ?? []);
  if (only === undefined || others.length > 0) return undefined;
  if (!isGuess && !Object.values(LISTS).some(({ path }) => path === only)) return undefined;
  return isBlankAt(document.value as JsonValue, pointerOf(only)) ? only : undefined;
}

/** Lists that may be empty, and, where lines can be expected of them, the fact that is blank only where the row itself is a guess. */
const LISTS: Partial<Record<Row["subject"], { readonly path: string; readonly guessed?: string }>> = {
  app: { path: "supply_chain.mobile_apps", guessed: "app.store" },
  retention: { path: "data.retention", guessed: "retention.data" },
  interface: { path: "system.interfaces", guessed: "interface.recipient" },
  finance: { path: "supply_chain.foreign_finance" },
  incident: { path: "operation.incidents" },
  use: { path: "data.secondary_uses" },
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
