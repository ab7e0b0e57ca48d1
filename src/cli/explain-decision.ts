import { type Binding, bindingByDate, bindingOf } from "../engine/binding.ts";
import { judgeManifest } from "../engine/judge-manifest.ts";
import { judgeSetRow } from "../engine/judge-set-row.ts";
import { tierOf } from "../engine/tier-of.ts";
import type { Document, Manifest } from "../model/document.ts";
import type { FactSet, Row } from "../model/row.ts";
import type { CompiledClause, CompiledRule, Effect, Outcome, Part, RuleSet, Tier } from "../model/rule.ts";
import type { SetRow } from "../model/surroundings.ts";
import type { ClauseInWords, RuleInWords } from "../rules/rule-in-words.ts";

/** One decision of one rule about one manifest: how every clause came out at every row it looks at. */
export interface Decision {
  readonly clauses: readonly {
    readonly id: string | null;
    readonly subject: string;
    readonly rows: readonly RowDecision[];
  }[];
}

export interface RowDecision {
  readonly row: Row;
  /** The file the row stands in: the manifest, or for an arrangement, waiver, list or concentration its own. */
  readonly document: Document<unknown>;
  readonly outcome: Outcome;
  /** `undefined` where it is undecided, `null` for a row that has none. */
  readonly tier: Tier | undefined | null;
  readonly binding: Binding;
  /** What the strongest breach here weighs; `undefined` where nothing is reported at this row and clause. */
  readonly effect: Effect | undefined;
  readonly when: readonly Stated[];
  readonly unless: readonly Stated[];
  readonly require: readonly Stated[];
}

/** A condition in words beside how it came out. */
export interface Stated {
  readonly words: string;
  readonly part: Part;
}

/** Puts together how one rule was decided, from the traces of its clauses and their words. `beside` are the rows of other files it looks at. */
export function decisionOf(
  rule: CompiledRule,
  inWords: RuleInWords,
  {
    manifest,
    facts,
    rules,
    beside,
  }: {
    readonly manifest: Manifest;
    readonly facts: FactSet;
    readonly rules: RuleSet;
    readonly beside: readonly SetRow[];
  },
): Decision {
  const { judged } = judgeManifest(manifest, facts, { ...rules, rules: [rule] });
  return {
    clauses: rule.clauses.map((clause, index) => {
      const words = inWords.clauses[index];
      const here = rowsOf(clause, facts).map((row) => ({
        ...tracedRow(clause, words, row),
        document: manifest,
        tier: tierOf(row, facts),
        binding: bindingOf(clause, row, facts, manifest.value, rules.asOf),
        effect: judged.find((one) => one.clause === clause && one.row === row)?.effect,
      }));
      const there = beside
        .filter(({ row }) => row.subject === clause.subject)
        .map((setRow) => besideRow(clause, words, setRow, rules.asOf));
      return { id: clause.id, subject: words?.subject ?? clause.subject, rows: [...here, ...there] };
    }),
  };
}

function besideRow(
  clause: CompiledClause,
  words: ClauseInWords | undefined,
  setRow: SetRow,
  asOf: string,
): RowDecision {
  const { row, document } = setRow;
  const { judged } = judgeSetRow(setRow, [clause.rule], asOf);
  return {
    ...tracedRow(clause, words, row),
    document,
    tier: null,
    binding: bindingByDate(clause, row, asOf),
    effect: judged.find((one) => one.clause === clause)?.effect,
  };
}

function tracedRow(clause: CompiledClause, words: ClauseInWords | undefined, row: Row) {
  const trace = clause.trace(row);
  return {
    row,
    outcome: trace.outcome,
    when: stated(trace.when, words?.appliesWhere),
    unless: stated(trace.unless, words?.unless.flat()),
    require: stated(trace.require, words?.requires),
  };
}

/** Traces and words are both in the order of the policy. */
function stated(parts: readonly Part[], words: readonly string[] = []): readonly Stated[] {
  return parts.map((part, index) => ({ part, words: words[index] ?? "" }));
}

function rowsOf(clause: CompiledClause, facts: FactSet): readonly Row[] {
  const { subject } = clause;
  if (subject !== "owner" && subject !== "listing") return facts.rows(subject);
  return facts.rows("party").flatMap((party) => party.nested(subject));
}
