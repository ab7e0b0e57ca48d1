import type { SetSubject } from "../../facts/set-rows.ts";
import type { DeclaredMeasure, Measure } from "../../model/generated/plan.ts";
import type { FactSet, Row, SubjectName } from "../../model/row.ts";
import type { CompiledClause, Outcome, RuleSet, Tier } from "../../model/rule.ts";
import type { SetRow } from "../../model/surroundings.ts";
import { SET_SUBJECTS } from "../judge-set-row.ts";
import { tierOf } from "../tier-of.ts";
import { percent } from "./coverage-part.ts";
import type { SeenSystem } from "./seen-system.ts";

/** What an indicator is computed from. */
export interface Measured {
  readonly systems: readonly Pick<SeenSystem, "facts">[];
  readonly rules: RuleSet;
  /** Rows of subjects that are no part of one manifest. */
  setRows(subject: SetSubject): readonly SetRow[];
  /** Local authorities that declared anything, in per cent of all. */
  readonly declared: number | null;
}

/**
 * The number an indicator has now, as docs/plan.md says: by what is written in each row on the day, whatever
 * its stage and whatever was waived. `null` where there is nothing to measure.
 */
export function measure(by: Measure, of: Measured): number | null {
  return "declared_by" in by ? of.declared : measuredBy(by, tallyOf(by, of));
}

/** To how many rows something applies that an indicator looks at, and in how many it is not kept. */
export interface MeasureTally {
  readonly applicable: number;
  readonly open: number;
}

/** Counts the rows of some systems for an indicator. Tallies of systems apart add up to that of all. */
export function tallyOf(by: CountedMeasure, of: Omit<Measured, "declared">): MeasureTally {
  const applicable = measuredOutcomes(by, of).filter((outcome) => outcome !== "not-applicable");
  return { applicable: applicable.length, open: applicable.filter((outcome) => outcome !== "pass").length };
}

/** The number that a tally of all systems comes to. */
export function measuredBy(by: CountedMeasure, { applicable, open }: MeasureTally): number | null {
  if ("count_of" in by) return open;
  return applicable === 0 ? null : percent(applicable - open, applicable);
}

/** An indicator that counts rows. */
export type CountedMeasure = Exclude<Measure, DeclaredMeasure>;

/** How each row that an indicator looks at comes out, in the order of systems and rows. */
export function measuredOutcomes(by: CountedMeasure, of: Omit<Measured, "declared">): readonly Outcome[] {
  const subject = "share_of" in by ? by.share_of : by.count_of;
  const rules = "share_of" in by ? by.passing : by.failing;
  const clauses = of.rules.rules.filter(({ id }) => rules.includes(id)).flatMap((rule) => rule.clauses);
  return isSetSubject(subject)
    ? of.setRows(subject).map(({ row }) => worst(clausesAbout(clauses, subject), () => [row]))
    : of.systems.flatMap((system) => outcomesIn(system.facts, subject, clauses, by.tiers));
}

function isSetSubject(subject: SubjectName): subject is SetSubject {
  return SET_SUBJECTS.some((one) => one === subject);
}

function outcomesIn(
  facts: FactSet,
  subject: SubjectName,
  clauses: readonly CompiledClause[],
  tiers: readonly Tier[] | undefined,
): readonly Outcome[] {
  const counts = (row: Row) => tiers === undefined || tiers.includes(tierOf(row, facts) ?? "T4");
  if (subject === "system") {
    return counts(facts.system) ? [worst(clauses, (clause) => rowsOf(clause, facts))] : [];
  }
  const about = clausesAbout(clauses, subject);
  return facts
    .rows(subject)
    .filter(counts)
    .map((row) => worst(about, () => [row]));
}

function clausesAbout(clauses: readonly CompiledClause[], subject: string): readonly CompiledClause[] {
  return clauses.filter((clause) => clause.subject === subject);
}

function rowsOf({ subject }: CompiledClause, facts: FactSet): readonly Row[] {
  if (subject !== "owner" && subject !== "listing") return facts.rows(subject);
  return facts.rows("party").flatMap((party) => party.nested(subject));
}

const RANK: readonly Outcome[] = ["not-applicable", "pass", "unknown", "fail"];

function worst(
  clauses: readonly CompiledClause[],
  rows: (clause: CompiledClause) => readonly Row[],
): Outcome {
  const outcomes = clauses.flatMap((clause) => rows(clause).map((row) => clause.outcome(row)));
  return RANK[Math.max(0, ...outcomes.map((outcome) => RANK.indexOf(outcome)))] ?? "not-applicable";
}
