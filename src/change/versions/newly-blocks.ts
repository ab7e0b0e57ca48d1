import type { RuleComparison } from "../../model/comparison.ts";
import type { Effect, Tier } from "../../model/rule.ts";
import type { CheckedClause } from "../../rules/checked-policies.ts";
import { compareRule } from "../../rules/compare/compare-rule.ts";
import type { RuleVersion } from "../../rules/compare/rule-version.ts";

/** The first day on which a rule blocks what its earlier version did not, `isSure` where that is decided. */
export interface NewlyBlocks {
  readonly on: string;
  readonly isSure: boolean;
}

/**
 * Finds that day from a date on; `undefined` where there is none. Both versions are compared with a clause added
 * that asks for approval of everything, so that only what blocks, and is in force, still tells them apart.
 */
export function newlyBlocks(
  before: RuleVersion | undefined,
  after: RuleVersion | undefined,
  since: string,
): NewlyBlocks | undefined {
  if (after === undefined || after.advisory || !mayBlock(after) || keptByProgram(before, after))
    return undefined;
  const subjects = [before, after].flatMap(
    (version) => version?.rule.clauses.map(({ subject }) => subject) ?? [],
  );
  const floors = [...new Set(subjects)].map(floor);
  const context = { vocabulary: after.set.policies.vocabulary, today: since, since };
  const compared = compareRule(withFloors(before, after, floors), withFloors(after, after, floors), context);
  const [first] = [...startsOf(compared, since), ...noLongerWaivable(before, after, since)].sort((a, b) =>
    a.on < b.on ? -1 : 1,
  );
  return first;
}

function mayBlock({ rule }: RuleVersion): boolean {
  return rule.clauses.some(({ effect }) => Object.values(effect).includes("block"));
}

function keptByProgram(before: RuleVersion | undefined, { rule }: RuleVersion): boolean {
  return rule.written.kept_by !== undefined || before?.rule.written.kept_by !== undefined;
}

function startsOf({ spans }: RuleComparison, since: string): readonly NewlyBlocks[] {
  return spans
    .filter(({ kind }) => kind !== "same" && kind !== "looser")
    .map(({ from, kind }) => ({ on: from ?? since, isSure: kind !== "undecided" }));
}

/** Where a waiver no longer helps, everyone who has one is blocked from the day the rule is in force. */
function noLongerWaivable(
  before: RuleVersion | undefined,
  { rule }: RuleVersion,
  since: string,
): readonly NewlyBlocks[] {
  if (before === undefined || before.rule.written.waivable === false || rule.written.waivable !== false)
    return [];
  const first = rule.clauses.map(({ effective }) => effective).sort()[0] ?? since;
  return [{ on: first < since ? since : first, isSure: true }];
}

/** A version with what it does left as it is, beside clauses that find something everywhere. */
function withFloors(
  version: RuleVersion | undefined,
  like: RuleVersion,
  floors: readonly CheckedClause[],
): RuleVersion {
  const { set, policy, rule, advisory } = version ?? like;
  const own = version === undefined ? [] : rule.clauses;
  const clauses = advisory ? own.map(asAdvisory) : own;
  const { transition: _, ...written } = rule.written;
  return {
    set,
    policy,
    advisory: false,
    rule: {
      ...rule,
      written: { ...(version === undefined ? written : rule.written), waivable: true },
      clauses: [...clauses, ...floors],
    },
  };
}

function floor(subject: CheckedClause["subject"]): CheckedClause {
  return {
    id: null,
    subject,
    effect: { T1: "approve", T2: "approve", T3: "approve", T4: "approve" },
    stages: [],
    effective: "0001-01-01",
    until: null,
    when: [],
    unless: [],
    // Of no members none holds.
    require: [{ kind: "any", members: [], pointer: "" }],
    due: undefined,
    fix: undefined,
    help: undefined,
    pointer: "",
  };
}

/** In an advisory pack nothing weighs more than a warning. */
function asAdvisory(clause: CheckedClause): CheckedClause {
  const capped = (effect: Effect): Effect => (effect === "note" ? "note" : "warn");
  const { T1, T2, T3, T4 } = clause.effect;
  const effect: Record<Tier, Effect> = { T1: capped(T1), T2: capped(T2), T3: capped(T3), T4: capped(T4) };
  return { ...clause, effect };
}
