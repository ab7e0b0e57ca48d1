import { type Binding, bindingOf } from "../engine/binding.ts";
import { judgeManifest } from "../engine/judge-manifest.ts";
import { tierOf } from "../engine/tier-of.ts";
import type { Manifest } from "../model/document.ts";
import type { FactSet, Row } from "../model/row.ts";
import type { CompiledClause, CompiledRule, Effect, Outcome, Part, RuleSet, Tier } from "../model/rule.ts";
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
  readonly outcome: Outcome;
  readonly tier: Tier | undefined;
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

/** Puts together how one rule was decided, from the traces of its clauses and their words. */
export function decisionOf(
  rule: CompiledRule,
  inWords: RuleInWords,
  {
    manifest,
    facts,
    rules,
  }: { readonly manifest: Manifest; readonly facts: FactSet; readonly rules: RuleSet },
): Decision {
  const { judged } = judgeManifest(manifest, facts, { ...rules, rules: [rule] });
  return {
    clauses: rule.clauses.map((clause, index) => {
      const words = inWords.clauses[index];
      return {
        id: clause.id,
        subject: words?.subject ?? clause.subject,
        rows: rowsOf(clause, facts).map((row) => {
          const weights = judged.filter((one) => one.clause === clause && one.row === row);
          return {
            ...tracedRow(clause, words, row),
            tier: tierOf(row, facts),
            binding: bindingOf(clause, row, facts, manifest.value, rules.asOf),
            effect: weights[0]?.effect,
          };
        }),
      };
    }),
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
