import { type ExplainSay, explainSay, truthWord } from "../explain/explain-words.ts";
import type { Entry } from "../explain/outline.ts";
import type { Document } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import { type Language, textIn, wordingIn } from "../model/language.ts";
import type { Leaf } from "../model/rule.ts";
import { bindingWords } from "../render/finding-notes.ts";
import { sayIn } from "../render/words.ts";
import type { CheckedPolicies } from "../rules/checked-policies.ts";
import { say as ruleSay } from "../rules/words/say.ts";
import { valueWords } from "../rules/words/value-words.ts";
import type { Decision, RowDecision, Stated } from "./explain-decision.ts";

export interface DecisionPlace {
  /** The file that places are named in. */
  readonly document: Document<unknown>;
  readonly policies: CheckedPolicies;
  readonly language: Language;
}

/** How a rule was decided, clause by clause and row by row, with the comparisons behind each answer. */
export function decisionEntries({ clauses }: Decision, place: DecisionPlace): readonly Entry[] {
  const say = explainSay(place.language);
  return clauses.flatMap(({ id, subject, rows }): readonly Entry[] => [
    {
      text: id === null ? say("each", { subject }) : say("clause", { id, subject }),
      below:
        rows.length === 0
          ? [{ text: say("noRows") }]
          : rows.map((row) => rowEntry(row, { ...place, document: row.document }, say)),
    },
  ]);
}

/** The findings a decision led to, with their fingerprints. */
export function reportedEntry(findings: readonly Finding[], language: Language): Entry {
  const say = explainSay(language);
  const states = {
    open: () => say("stateOpen"),
    upcoming: () => say("stateUpcoming"),
    waived: (waiver: string | null) => say("stateWaived", { waiver: waiver ?? "" }),
    approved: () => say("stateApproved"),
  } as const;
  const lines = findings.map(({ effect, state, waiver, message, fingerprint }) => ({
    text: say("finding", {
      effect: sayIn(language)(effect),
      state: states[state](waiver),
      message,
      fingerprint,
    }),
  }));
  return { text: say("reported"), below: lines.length === 0 ? [{ text: say("nothingReported") }] : lines };
}

function rowEntry(decision: RowDecision, place: DecisionPlace, say: ExplainSay): Entry {
  const { row, outcome, when, unless, require } = decision;
  const excused = outcome === "not-applicable";
  // Where the clause does not apply, only what says so is of interest.
  const asked =
    excused && when.some(({ part }) => part.truth === false)
      ? when.filter(({ part }) => part.truth === false)
      : when;
  const group = (title: string, stated: readonly Stated[]): readonly Entry[] =>
    stated.length === 0 ? [] : [{ text: title, below: stated.map((one) => statedEntry(one, place, say)) }];
  return {
    text: `\`${wordingIn(row.title, place.language)}\`: ${say(outcome)} (${placeOf(row.pointer, place)})`,
    below: [
      ...(excused ? [] : standing(decision, place, say)),
      ...group(say("appliesWhere"), asked),
      ...(excused && asked !== when ? [] : group(say("unless"), unless)),
      ...(excused ? [] : group(say("requires"), require)),
    ],
  };
}

/** Whether the clause binds this row, and what a breach weighs here. */
function standing(
  { outcome, tier, binding, effect }: RowDecision,
  { language }: DecisionPlace,
  say: ExplainSay,
): readonly Entry[] {
  const words = {
    binds: () => say("binds"),
    gone: () => say("gone"),
    "never-due": () => say("neverDue"),
    undecided: () => say("undecidedDue"),
    upcoming: () =>
      (binding.kind === "upcoming" ? bindingWords(binding, sayIn(language)) : undefined) ?? say("binds"),
  } as const;
  const broken = outcome === "fail" || outcome === "unknown";
  if (!broken || binding.kind === "gone" || binding.kind === "never-due")
    return [{ text: words[binding.kind]() }];
  const weight =
    effect === undefined
      ? say("stricter")
      : say(tier === null ? "weighsAlike" : tier === undefined ? "weighsTierless" : "weighs", {
          effect: sayIn(language)(effect),
          tier: tier ?? "",
        });
  return [{ text: words[binding.kind]() }, { text: weight }];
}

function statedEntry({ words, part }: Stated, place: DecisionPlace, say: ExplainSay): Entry {
  const [outermost, ...others] = new Set(part.leaves.map((leaf) => leaf.within[0]));
  // A condition that is a definition names it already.
  const named =
    outermost !== undefined &&
    others.length === 0 &&
    words.startsWith(quoted(titleOf(outermost, place), place));
  return {
    text: `[${say(truthWord(part.truth))}] ${words}`,
    below: withoutRepeats(leafEntries(part.leaves, place, say, named ? 1 : 0), new Set()),
  };
}

/** Steps through the registry that several comparisons share are shown at the first of them. */
function withoutRepeats(entries: readonly Entry[], shown: Set<string>): readonly Entry[] {
  return entries.flatMap(({ text, below = [] }) => {
    if (below.length === 0 && shown.has(text)) return [];
    shown.add(text);
    return [{ text, below: withoutRepeats(below, shown) }];
  });
}

/** The comparisons that decided a condition, under the titles of the definitions they were written in. */
function leafEntries(
  leaves: readonly Leaf[],
  place: DecisionPlace,
  say: ExplainSay,
  depth = 0,
): readonly Entry[] {
  const entries: Entry[] = [];
  for (let at = 0; at < leaves.length; ) {
    const leaf = leaves[at];
    const name = leaf?.within[depth];
    if (leaf === undefined) break;
    if (name === undefined) {
      entries.push(leafEntry(leaf, place, say));
      at += 1;
      continue;
    }
    const rest = leaves.slice(at).findIndex((other) => other.within[depth] !== name);
    const inside = leaves.slice(at, rest === -1 ? undefined : at + rest);
    entries.push({
      text: quoted(titleOf(name, place), place),
      below: leafEntries(inside, place, say, depth + 1),
    });
    at += inside.length;
  }
  return entries;
}

function leafEntry(leaf: Leaf, place: DecisionPlace, say: ExplainSay): Entry {
  const { policies, language } = place;
  const fact = policies.vocabulary.facts.get(leaf.fact);
  const found =
    fact === undefined
      ? say(truthWord(leaf.truth))
      : valueWords(leaf.cell.value, fact, language, leaf.operand);
  const words = sayIn(language);
  const places = [
    ...new Set([leaf.cell.at, ...(leaf.cell.related ?? [])].map((at) => lineOf(at, place))),
  ].join(words("and"));
  const where = say(leaf.cell.stated ? "written" : "notWritten", { places });
  const elsewhere = [...new Set((leaf.cell.elsewhere ?? []).map(({ file }) => file))];
  // Several holders or listings may decide one condition: each says whose value it is.
  const whose =
    leaf.row.subject === "owner" || leaf.row.subject === "listing"
      ? `\`${wordingIn(leaf.row.title, language)}\`: `
      : "";
  return {
    text: `${whose}${titleOf(leaf.fact, place)}: ${found} (${where})`,
    below: [
      ...(leaf.cell.path ?? []).map((step) => ({ text: `${words("path")}: ${textIn(step, language)}` })),
      ...elsewhere.map((file) => ({ text: `${words("restsOn")}: ${file}` })),
    ],
  };
}

function quoted(text: string, { language }: DecisionPlace): string {
  return ruleSay(language, "quoted", { text });
}

function titleOf(name: string, { policies, language }: DecisionPlace): string {
  const definition = policies.definitions.get(name);
  if (definition !== undefined) return textIn(definition.title, language);
  return policies.vocabulary.facts.get(name)?.label[language] ?? name;
}

function placeOf(pointer: string, { document }: DecisionPlace): string {
  const { file, line, column } = document.locate(pointer);
  return `${file}:${line}:${column}`;
}

/** A place in the file the row names. */
function lineOf(pointer: string, { document }: DecisionPlace): string {
  const { line, column } = document.locate(pointer);
  return `${line}:${column}`;
}
