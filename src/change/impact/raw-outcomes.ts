import { rowsOf } from "../../engine/judge-manifest.ts";
import { onceFor } from "../../facts/once-for.ts";
import type { FactSet } from "../../model/row.ts";
import type { CompiledRule, Outcome, RuleSet } from "../../model/rule.ts";

/**
 * Whether a rule of two sets comes out alike at every row; false where one of them does not have it. Facts with one
 * profile, where it is known, are tried once for each pair of versions.
 */
export function comesOutAlike(
  id: string,
  before: RuleSet,
  after: RuleSet,
  facts: FactSet,
  profile: number | undefined,
): boolean {
  const [old, now] = [ruleIn(before, id), ruleIn(after, id)];
  if (old === undefined || now === undefined) return false;
  if (profile === undefined) return areAlike(old, now, facts);
  const tried = triedWith(now);
  const answers = tried.get(old) ?? new Map<number, boolean>();
  tried.set(old, answers);
  const found = answers.get(profile) ?? areAlike(old, now, facts);
  answers.set(profile, found);
  return found;
}

/** By the later version and the earlier one, how the facts of each profile came out. */
const triedWith = onceFor((_: CompiledRule) => new Map<CompiledRule, Map<number, boolean>>());

function areAlike(old: CompiledRule, now: CompiledRule, facts: FactSet): boolean {
  const [earlier, later] = [rawOutcomes(old, facts), rawOutcomes(now, facts)];
  return earlier.length === later.length && earlier.every((outcome, index) => outcome === later[index]);
}

/** How the clauses of a rule come out at every row they look at, whatever their dates and effects. */
function rawOutcomes(rule: CompiledRule, facts: FactSet): readonly Outcome[] {
  const known = KEPT.get(facts) ?? new Map<CompiledRule, readonly Outcome[]>();
  KEPT.set(facts, known);
  const found =
    known.get(rule) ??
    rule.clauses.flatMap((clause) => rowsOf(clause, facts).map((row) => clause.outcome(row)));
  known.set(rule, found);
  return found;
}

/** Kept as long as the facts are: of the earlier set they are asked for again with every change tried. */
const KEPT = new WeakMap<FactSet, Map<CompiledRule, readonly Outcome[]>>();

const BY_ID = new WeakMap<RuleSet, ReadonlyMap<string, CompiledRule>>();

function ruleIn(set: RuleSet, id: string): CompiledRule | undefined {
  const known = BY_ID.get(set) ?? new Map(set.rules.map((rule) => [rule.id, rule]));
  BY_ID.set(set, known);
  return known.get(id);
}
