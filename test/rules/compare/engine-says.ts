import { judgeManifest } from "../../../src/engine/judge-manifest.ts";
import { judgeSetRow, SET_SUBJECTS } from "../../../src/engine/judge-set-row.ts";
import type { Assignment, Said } from "../../../src/model/comparison.ts";
import type { Manifest } from "../../../src/model/document.ts";
import type { RuleSet } from "../../../src/model/rule.ts";
import { factsFrom, rowFrom } from "../../../src/rules/compare/row-from.ts";
import type { RuleVersion } from "../../../src/rules/compare/rule-version.ts";
import { compileRules } from "../../../src/rules/compile-rules.ts";

const EFFECTS = ["note", "warn", "approve", "block"];
const compiled = new WeakMap<RuleVersion["set"], Map<string, RuleSet>>();

/** What the real engine says of an assignment: the strictest finding the rule makes of it, if any. */
export function engineSays(
  version: RuleVersion | undefined,
  assignment: Assignment,
  date: string,
): Pick<Said, "effect" | "upcoming" | "waived"> & { readonly outcome: "fail" | "unknown" | null } {
  const nothing = { outcome: null, effect: null, upcoming: false, waived: false };
  if (version === undefined) return nothing;
  const rules = rulesOn(version.set, date);
  const rule = rules.rules.find(({ id }) => id === version.rule.id);
  if (rule === undefined) return nothing;
  const row = rowFrom(assignment);
  const only = { ...rule, clauses: rule.clauses.filter(({ subject }) => subject === row.subject) };
  const isOfSet = SET_SUBJECTS.some((subject) => subject === row.subject);
  const document = { value: { metadata: { changes: assignment.changes ?? null } } };
  const { judged } = isOfSet
    ? // Nothing but the row is read of it.
      judgeSetRow({ row, document: document as never, id: "", municipality: undefined }, [only], date)
    : // Nothing but the list of changes is read of it.
      judgeManifest(document as unknown as Manifest, factsFrom(assignment), { ...rules, rules: [only] });
  const [worst] = judged
    .map(({ breach, effect, upcoming }) => ({ outcome: breach.outcome, effect, upcoming: upcoming !== null }))
    .sort((a, b) => weight(b) - weight(a));
  if (worst === undefined) return nothing;
  return { ...worst, waived: rule.waivable && assignment.waived === true };
}

/** The same as a number: what is found weighs by effect, then in force before announced, then fail before unknown. */
export function weightOf({ effect, upcoming, outcome, waived }: ReturnType<typeof engineSays>): number {
  return effect === null || outcome === null || waived ? 0 : 1 + weight({ effect, upcoming, outcome });
}

function weight({
  effect,
  upcoming,
  outcome,
}: {
  effect: string;
  upcoming: boolean;
  outcome: string;
}): number {
  return EFFECTS.indexOf(effect) * 4 + (upcoming ? 0 : 2) + (outcome === "fail" ? 1 : 0);
}

function rulesOn(set: RuleVersion["set"], date: string): RuleSet {
  const known = compiled.get(set) ?? new Map<string, RuleSet>();
  compiled.set(set, known);
  const rules = known.get(date) ?? compileRules(set.policies, { asOf: date, packs: set.packs ?? {} });
  known.set(date, rules);
  return rules;
}
