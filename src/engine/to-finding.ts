import type { Document, JsonValue } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import { eachOnce, type Language, textIn, textsOf } from "../model/language.ts";
import type { Registry } from "../model/registry.ts";
import type { FactSet, Row } from "../model/row.ts";
import type { RuleSet } from "../model/rule.ts";
import type { FilePlace } from "../model/surroundings.ts";
import type { Turn } from "../model/turn.ts";
import type { AlternativeLimits } from "./alternative-limits.ts";
import { besideInRole, categoriesSought } from "./categories-sought.ts";
import { findingDates } from "./finding-dates.ts";
import { findingHelp } from "./finding-help.ts";
import { findingMessage } from "./finding-words.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Judged } from "./judge-rows.ts";
import { offerAlternatives } from "./offer-alternatives.ts";
import { valueAt } from "./value-at.ts";
import { WORDS } from "./words.ts";

export interface FindingContext {
  /** The file the finding stands in: a manifest, or another that holds the row. */
  readonly document: Document<unknown>;
  /** What `manifest` says: the id of that file's manifest, arrangement, waiver or list. */
  readonly id: string;
  readonly rules: RuleSet;
  readonly registry: Registry;
  /** What the system is, for the choice of alternatives. */
  readonly categories: readonly string[];
  /** What else the manifest says, for the same choice; left out for a row that is no part of one. */
  readonly facts?: () => FactSet;
  /** How many alternatives are named. */
  readonly limits: AlternativeLimits | undefined;
  /** The days on which that is another number. */
  readonly limitTurns: readonly Turn[];
  readonly language: Language;
  /** Whether the days that decide it are named. */
  readonly dated: boolean;
  /** A document of the set by its file. */
  documentIn(file: string): Pick<Document, "locate"> | undefined;
}

/** A finding as the report carries it, open or upcoming; waivers and approvals are applied later. */
export function toFinding(judged: Judged, context: FindingContext): Finding {
  const { clause, row, breach, effect, upcoming } = judged;
  const { document, id, language, rules } = context;
  const { rule } = clause;
  const facts = [...new Set(breach.leaves.map((leaf) => leaf.fact))];
  // What is missing has no place of its own: the key of the block that lacks it stands for it.
  const span = breach.leaves.some((leaf) => leaf.cell.stated)
    ? document.locate(breach.at)
    : blockOf(document, breach.at);
  const alternatives = rule.alternatives ? offered(judged, context) : [];
  const elsewhere = placesElsewhere(judged, document.file);
  return {
    rule: rule.id,
    clause: clause.id,
    title: rule.title(language),
    policy: `${rule.policy}@${rule.version}`,
    severity: rule.severity,
    outcome: breach.outcome,
    effect,
    state: upcoming === null ? "open" : "upcoming",
    manifest: id,
    subject: breach.about.pointer,
    fact: facts[0] ?? null,
    location: place(span),
    related: [
      ...breach.leaves
        .flatMap((leaf) => [leaf.cell.at, ...(leaf.cell.related ?? [])])
        .filter((at, index, all) => at !== breach.at && all.indexOf(at) === index)
        .map((at) => place(document.locate(at))),
      ...elsewhere.flatMap(({ file, at }) => {
        const other = context.documentIn(file);
        return other === undefined ? [] : [place(other.locate(at))];
      }),
    ],
    rests_on: [...new Set(elsewhere.map(({ file }) => file))].sort(),
    message: findingMessage(judged, rules, language),
    why: rule.why(language),
    help: findingHelp(judged, document, rules, language) ?? null,
    basis: rule
      .basis(language)
      .map(({ source, title, provision, verified }) => ({ source, title, provision, verified })),
    missing: [...breach.missing],
    path: eachOnce(breach.leaves.flatMap((leaf) => leaf.cell.path ?? [])).map((step) =>
      textIn(step, language),
    ),
    alternatives: [...alternatives],
    fix: fixOf(judged, document),
    fingerprint: fingerprint({
      rule: rule.id,
      manifest: id,
      subject: subjectOf(breach.about),
      facts,
      // Read by a parser of YAML and accepted by the validator of its kind, so it is a JSON value.
      value: breach.missing.length > 0 ? undefined : valueAt(document.value as JsonValue, breach.at),
    }),
    waiver: null,
    // A list is settled by reading it again, which is nothing a municipality can ask to be spared.
    waivable: rule.waivable && row.subject !== "list",
    upcoming,
    dates: context.dated
      ? [...findingDates(judged, context, rule.alternatives ? offerTurns(judged, context) : [])]
      : [],
  };
}

/** The places in other files that the comparisons rest on, each once, in the order they decided. */
function placesElsewhere({ breach }: Judged, own: string): readonly FilePlace[] {
  const places = breach.leaves.flatMap((leaf) => leaf.cell.elsewhere ?? []);
  const seen = new Set<string>();
  return places.filter(({ file, at }) => {
    const key = `${file} ${at}`;
    if (file === own || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A device is also who made it: what was accepted of one maker is not accepted of the next. */
function subjectOf(row: Row): string {
  const made = row.subject === "device" || row.subject === "placement";
  return [`${row.subject}:${row.key}`, ...(made ? [row.scope("party")?.key ?? ""] : [])].join(" ");
}

function blockOf(document: Document<unknown>, at: string): Finding["location"] {
  const block = document.locate(at);
  const named = document.locateKey(at !== "" ? at : document.kind === "Manifest" ? "/metadata" : "/id");
  return block.line === block.end_line ? block : named;
}

function place({ file, line, column, end_line, end_column }: Finding["location"]): Finding["location"] {
  return { file, line, column, end_line, end_column };
}

/** Others that supply what the company supplies; nothing where the row is about no company. */
function offered({ row, breach }: Judged, context: FindingContext): readonly string[] {
  const { registry, rules, limits, language } = context;
  const party = row.scope("party");
  if (party === undefined) return [];
  const facts = context.facts?.();
  const categories = categoriesSought(row, context.categories, facts);
  const forScore = breach.leaves.some(({ fact }) => fact === "party.trust_score");
  const asked = { registry, asOf: rules.asOf, categories, limits, language };
  return offerAlternatives({ ...asked, refused: party.key, beside: besideInRole(party, facts), forScore });
}

/** The days on which others may be offered. */
function offerTurns({ row }: Judged, context: FindingContext): readonly Turn[] {
  const { registry, limitTurns } = context;
  if (row.scope("party") === undefined) return [];
  const of = registry.supplierTurns(categoriesSought(row, context.categories, context.facts?.()));
  return [
    ...limitTurns,
    ...of.map((turn) => ({ ...turn, what: textsOf((language) => WORDS.alternatives[language]()) })),
  ];
}

/** A splice of the one value that broke the rule; only where it is written, so that nothing else moves. */
function fixOf({ clause, row, breach }: Judged, document: Document<unknown>): Finding["fix"] {
  const fix = clause.fix(row);
  if (fix === undefined || breach.outcome !== "fail") return null;
  const cell = row.cell(fix.fact);
  if (!cell.stated || cell.at !== breach.at) return null;
  const { start, end } = document.locate(cell.at);
  return { start, end, text: fix.text };
}
