import type { Document } from "../model/document.ts";
import type { ManifestDocument } from "../model/generated/manifest.ts";
import type { FindingDate } from "../model/generated/report.ts";
import { type Language, wordingIn } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import type { CompiledRule, Part, RuleSet } from "../model/rule.ts";
import type { Turn } from "../model/turn.ts";
import { isSheltered } from "./binding.ts";
import { byText } from "./by-text.ts";
import { DATE_WORDS } from "./date-words.ts";
import type { Judged } from "./judge-rows.ts";

interface DatesContext {
  readonly document: Document<unknown>;
  readonly rules: RuleSet;
  readonly language: Language;
}

/**
 * The days that make a finding what it is: those of its clause, of what it compares and of what that was arrived
 * at by. Of what could turn it all the same (another clause, the tier, a record beside those it rests on) only the
 * nearest day on either side, and only where no other day lies between; `around` is more of that.
 */
export function findingDates(
  judged: Judged,
  context: DatesContext,
  around: readonly Turn[],
): readonly FindingDate[] {
  const { clause, row, breach } = judged;
  const { rules, language } = context;
  const trace = clause.trace(row);
  const asked = [...trace.when, ...trace.unless].flatMap(({ leaves }) => leaves);
  const own = [
    ...clause.turns(row),
    ...transitionTurns(judged, context.document),
    ...[...asked, ...breach.leaves].flatMap((leaf) => leaf.turns()),
  ];
  const system = row.scope("system");
  const beside = [
    ...around,
    ...clause.rule.turns(),
    ...turnsAtPlace(judged),
    ...(system === undefined
      ? []
      : [...rules.tierTurns(system), ...(system.cell("system.stage").dates ?? [])]),
  ];
  return withDates([], { own, beside, asOf: rules.asOf, language });
}

/**
 * The days on which the clause, or another of its rule that may show in its place, comes out otherwise. What is
 * required beside what is broken counts only where it would be found at the same place.
 */
function turnsAtPlace({ clause, row, breach }: Judged): readonly Turn[] {
  const isMissing = !breach.leaves.some(({ cell }) => cell.stated) || breach.at === row.pointer;
  const meets = (part: Part) =>
    part
      .cells()
      .some(
        ({ at, stated }) => at === breach.at || (!stated && (isMissing || at.startsWith(`${breach.at}/`))),
      );
  const rivals = clause.rule.clauses.filter(({ subject }) => subject === row.subject);
  const looked = rivals.flatMap((rival) => {
    const { when, unless, require } = rival.trace(row);
    const asked = [...when, ...unless];
    if (rival !== clause && ![...asked, ...require].some(meets)) return [];
    // While it is open whether a clause applies, any of what it requires may settle it.
    const open = asked.some(({ truth }) => truth === undefined);
    const required = require.filter(
      (part) => open || (rival === clause && part.truth !== true) || meets(part),
    );
    return [...rival.turns(row), ...[...asked, ...required].flatMap((part) => part.turns())];
  });
  return [...looked, ...(row.turns?.() ?? [])];
}

/** Every day on which one of the clauses of a rule that look at such a row may come out otherwise. */
export function turnsAt({ clauses }: CompiledRule, row: Row): readonly Turn[] {
  const about = clauses.filter(({ subject }) => subject === row.subject);
  const looked = about.flatMap((clause) => {
    const { when, unless, require } = clause.trace(row);
    return [...clause.turns(row), ...[...when, ...unless, ...require].flatMap((part) => part.turns())];
  });
  return [...looked, ...(row.turns?.() ?? [])];
}

interface Added {
  readonly own: readonly Turn[];
  readonly beside?: readonly Turn[];
  readonly asOf: string;
  readonly language: Language;
}

/** Dates with further ones, in order and each once; of those beside only the nearest that no other comes before. */
export function withDates(dates: readonly FindingDate[], added: Added): readonly FindingDate[] {
  const { own, beside = [], asOf, language } = added;
  // Where the nearest day is one of its own, nothing beside the finding comes before it.
  const near = nearest([...dates, ...own, ...beside], asOf);
  for (const { on } of [...dates, ...own]) near.delete(on);
  const named = [...own, ...beside.filter(({ on }) => near.has(on))].map((turn) => inWords(turn, language));
  const all = [...dates, ...named].map((date) => [`${date.on} ${date.reason} ${date.note}`, date] as const);
  return [...new Map(all)].sort(([a], [b]) => byText(a, b)).map(([, date]) => date);
}

/** The last day up to a date, and the first after it. */
function nearest(all: readonly Pick<Turn, "on">[], asOf: string): Set<string> {
  let past = "";
  let next: string | undefined;
  for (const { on } of all) {
    if (on <= asOf) past = on > past ? on : past;
    else if (next === undefined || on < next) next = on;
  }
  return new Set([past, ...(next === undefined ? [] : [next])]);
}

function inWords({ on, reason, begins, what }: Turn, language: Language): FindingDate {
  const named = wordingIn(what, language);
  const [from, until] = DATE_WORDS[reason][language];
  return { on, reason, note: `${begins ? from : until}: ${named}` };
}

/** The end of a transition, where the system is one it shelters. */
function transitionTurns({ clause, row }: Judged, document: Document<unknown>): readonly Turn[] {
  const { id, transition } = clause.rule;
  const system = row.scope("system");
  if (transition === undefined || system === undefined || document.kind !== "Manifest") return [];
  // Its kind says that the validator of manifests has accepted the value.
  const sheltered = isSheltered(transition, system, document.value as ManifestDocument);
  return sheltered ? [{ on: transition.until, reason: "transition", begins: false, what: `\`${id}\`` }] : [];
}
