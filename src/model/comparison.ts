import type { NestedSubject, SubjectName } from "./row.ts";
import type { Effect, Outcome, Tier } from "./rule.ts";
import type { FactValue } from "./value.ts";

/** Values of facts by full name; what is not named is blank. */
export type FactValues = Readonly<Record<string, FactValue>>;

/** One thing a rule could look at, as values of the facts concerned. Every other fact is blank. */
export interface Assignment {
  readonly subject: SubjectName | NestedSubject;
  /** Facts of the row and of the rows it belongs to. */
  readonly facts: FactValues;
  /** The rows that hang on its party, where they matter. */
  readonly nested: Readonly<Partial<Record<NestedSubject, readonly FactValues[]>>>;
  /** Kinds of change the manifest lists since the system was deployed; absent where they do not matter. */
  readonly changes?: readonly { readonly kind: string | null; readonly on: string }[] | undefined;
  /** Whether a waiver for the rule is on file; absent where it does not matter. */
  readonly waived?: boolean | undefined;
}

/** What one version of a rule says of an assignment on a date. */
export interface Said {
  readonly outcome: Outcome;
  /** What it does; `null` where nothing is found. */
  readonly effect: Effect | null;
  /** Whether the requirement is only announced, and a finding weighs at most `warn`. */
  readonly upcoming: boolean;
  /** Whether the waiver on file lets it through. */
  readonly waived: boolean;
  /** The rule, and clause where it has several, that weighs most: `RET-01`, `RET-03(b)`; `null` where nothing is found. */
  readonly clause: string | null;
}

/** A case in which two versions differ; both re-evaluate as they stand here. */
export interface Witness {
  readonly date: string;
  readonly assignment: Assignment;
  readonly before: Said;
  readonly after: Said;
}

/** How the later of two versions compares: stricter somewhere and laxer nowhere is `tighter`. */
export type ComparisonKind = "same" | "tighter" | "looser" | "mixed" | "undecided";

/** Why a comparison could not be decided. */
export type UndecidedReason =
  /** More cases than the budget allows. */
  | "budget"
  /** Months set against days: which is longer depends on the months. */
  | "months"
  /** Facts compared with each other in a way that has no finite list of cases. */
  | "facts"
  /** Kept by the program, not by the policy. */
  | "program"
  /** Rows of different kinds that one comparison cannot set side by side. */
  | "rows";

/** How two versions compare over a span of dates; the witnesses are of dates within it. */
export interface Comparison {
  readonly kind: ComparisonKind;
  readonly tighter: Witness | undefined;
  readonly looser: Witness | undefined;
  /** Empty unless the kind is `undecided`. */
  readonly reasons: readonly UndecidedReason[];
}

/** A comparison over the dates from `from` (`null`: from the beginning) up to and including `to` (`null`: without end). */
export interface DatedComparison extends Comparison {
  readonly from: string | null;
  readonly to: string | null;
}

/** How two versions of a rule compare: over all, and over each span of dates in which that is the same. */
export interface RuleComparison extends Comparison {
  readonly rule: string;
  /** In order of time; neighbours differ. */
  readonly spans: readonly DatedComparison[];
}

/** A rule that differs between two sets. */
export interface ChangedRule extends RuleComparison {
  readonly status: "added" | "removed" | "changed";
  /** Rules that are the same in both sets and by themselves keep a direction from showing in the whole. */
  readonly maskedBy: readonly string[];
}

/** A case in which two ladders give different tiers. */
export interface TierWitness {
  readonly date: string;
  readonly assignment: Assignment;
  readonly before: Tier;
  readonly after: Tier;
}

/** How two ladders compare over the cases in which both decide the tier: a higher one is tighter. */
export interface LadderComparison {
  readonly kind: ComparisonKind;
  readonly tighter: TierWitness | undefined;
  readonly looser: TierWitness | undefined;
  readonly reasons: readonly UndecidedReason[];
}

/** What a search through one set of policies says about its rules, by `RULE` or `RULE(clause)`. */
export interface SetExamination {
  /** Never fail on that day; at most unknown, where something is blank. */
  readonly dead: readonly string[];
  /** Never do more than other rules do anyway. */
  readonly shadowed: readonly string[];
  /** Can be met where they apply, but only where another rule blocks. */
  readonly conflicting: readonly string[];
  /** Could not be decided. */
  readonly undecided: readonly string[];
}

/** How two whole sets of policies compare. */
export interface SetComparison {
  /** Rules that differ in what they decide by, by id; a rule may differ and still compare as the same. */
  readonly rules: readonly ChangedRule[];
  /** Number of rules that are the same in both. */
  readonly unchanged: number;
  /** `undefined` where the ladder is the same. */
  readonly ladder: LadderComparison | undefined;
  /** The set as one: what another rule finds anyway does not show. Fail and unknown count alike, by what they do. */
  readonly whole: Comparison;
  readonly spans: readonly DatedComparison[];
}
