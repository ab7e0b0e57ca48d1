import type { Language } from "./language.ts";
import type { Cell, NestedSubject, Row, SubjectName } from "./row.ts";
import type { Turn } from "./turn.ts";
import type { FactValue, Truth } from "./value.ts";

export type Effect = "block" | "approve" | "warn" | "note";
export type Tier = "T1" | "T2" | "T3" | "T4";
export type Stage = "definition" | "procurement" | "deployment" | "operation" | "decommissioning";
export type Severity = "critical" | "high" | "medium" | "low";

/** One comparison as it came out at one row, kept only where an outcome has to be explained. */
export interface Leaf {
  readonly fact: string;
  readonly operator: string;
  /** The operand on the run's date, parameters and tables looked up; `undefined` for `present` and `stated`. */
  readonly operand: FactValue | undefined;
  readonly row: Row;
  readonly cell: Cell;
  readonly truth: Truth;
  /** The definition this comparison was written in, if any, outermost first. */
  readonly within: readonly string[];
  /** The outermost `any` of what is required that it is part of, and which of its members it belongs to. */
  readonly either?: Either;
  /** The comparison in words, with both values: `retention period: 90 days; the limit is 30 days`. */
  words(language: Language): string;
  /** The same without naming the definition it was written in. */
  reason(language: Language): string;
  /** Names the outermost definition and how it came out, with a reason for it; the reason alone outside of one. */
  wrap(reason: string, language: Language): string;
  /** The days on which the comparison, or what it compares, is no longer what it was. */
  turns(): readonly Turn[];
}

/** A member of an `any` that did not hold; `id` is the same object for all members of the one `any`. */
export interface Either {
  readonly id: object;
  readonly member: number;
}

/** One top-level condition of a `require`, `when` or `unless` list, with the comparisons that decided it. */
export interface Part {
  readonly truth: Truth;
  /** The comparisons that decided it: those that failed, or those that are unknown. */
  readonly leaves: readonly Leaf[];
  /** All cells it looks at, those that did not decide it included. */
  cells(): readonly Cell[];
  /** The days on which anything it looks at turns. */
  turns(): readonly Turn[];
}

/** How a clause came out at one row, in full. */
export interface Trace {
  readonly outcome: Outcome;
  readonly when: readonly Part[];
  readonly unless: readonly Part[];
  readonly require: readonly Part[];
}

export type Outcome = "pass" | "fail" | "unknown" | "not-applicable";

/** The basis of a rule or value: a key of the policy's sources, and the place in it. */
export interface Basis {
  readonly source: string;
  readonly provision: string | null;
  readonly verified: boolean;
  /** Title of the source; for `proposal` the words for "this policy's own choice". */
  readonly title: string;
}

export interface Transition {
  readonly deployed_before: string;
  readonly until: string;
  readonly lost_when: readonly string[];
}

/** One sentence of a rule, compiled for one date. A rule without clauses has one, with `id: null`. */
export interface CompiledClause {
  readonly rule: CompiledRule;
  readonly id: string | null;
  readonly subject: SubjectName | NestedSubject;
  readonly stages: readonly Stage[];
  readonly effective: string;
  readonly until: string | null;
  /** Effect of a fail at a tier; `undefined` tier: the strongest of the table. */
  effect(tier: Tier | undefined): Effect;
  /** The outcome at one row, `when`, `unless` and `require` combined; nothing is explained. */
  outcome(row: Row): Outcome;
  trace(row: Row): Trace;
  /** The date until which an unmet requirement is only announced: a date, `none` (never due), `unknown`; `undefined` where the clause has no `due`. */
  due(row: Row): string | "none" | "unknown" | undefined;
  /** The days from which and until which the clause itself binds at this row. */
  turns(row: Row): readonly Turn[];
  /** The value a fix would write at this row, as manifest text; `undefined` where the rule has no fix. */
  fix(row: Row): { readonly fact: string; readonly text: string } | undefined;
  /** What to do: the clause's own words, else the rule's. */
  help(language: Language): string | undefined;
}

export interface CompiledRule {
  readonly id: string;
  readonly policy: string;
  readonly version: string;
  /** Reviewer group that owns the policy. */
  readonly owner: string;
  readonly pack: string | null;
  readonly severity: Severity;
  readonly waivable: boolean;
  readonly alternatives: boolean;
  readonly readsCountry: boolean;
  readonly transition: Transition | undefined;
  readonly clauses: readonly CompiledClause[];
  /** The days on which the values it compares with rest on something else. */
  turns(): readonly Turn[];
  title(language: Language): string;
  why(language: Language): string;
  help(language: Language): string | undefined;
  basis(language: Language): readonly Basis[];
}

/** All active rules of a set of policies, with parameters looked up for one date. */
export interface RuleSet {
  readonly asOf: string;
  readonly rules: readonly CompiledRule[];
  /** The tier ladder, read against a row's own facts; `undefined` truth where it cannot be decided. */
  tier(row: Row): Tier | undefined;
  /** The facts that leave the tier of a row open; empty where it is decided. */
  tierGaps(row: Row): readonly string[];
  /** The days on which what the tier of a row is decided by turns. */
  tierTurns(row: Row): readonly Turn[];
  /** Label of a fact in a language, from the vocabulary. */
  label(fact: string, language: Language): string;
}
