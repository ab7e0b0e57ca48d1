import { NONE } from "../../model/value.ts";
import type { CheckedClause } from "../checked-policies.ts";
import { STAGES } from "../stages.ts";
import type { Fact } from "../vocabulary.ts";
import { CHANGES, changeTokens } from "./circumstances.ts";
import type { LevelContext } from "./clause-level.ts";
import type { RuleVersion } from "./rule-version.ts";
import { FALSE, type Term } from "./terms.ts";

/** A stage that is known and lies outside the clause's span. */
export function outOfStage(
  { stages }: CheckedClause,
  { terms, conditions, vocabulary, kept }: LevelContext,
): Term {
  const key = stages.join();
  const known = kept.get(key);
  if (known !== undefined) return known;
  const fact = vocabulary.facts.get("system.stage");
  const outside = STAGES.filter((stage) => !stages.includes(stage));
  if (fact === undefined || stages.length === 0 || outside.length === 0) return FALSE;
  const term = terms.sure(conditions.ask(fact, "one_of", { kind: "value", value: new Set<string>(outside) }));
  kept.set(key, term);
  return term;
}

/** The levels a clause comes to by when it is due. */
export interface DueLevels {
  readonly never: Term;
  readonly unknown: Term;
  readonly later: Term;
  readonly now: Term;
}

/** The level that follows from the date a clause is due by. */
export function whenDue({ due: operand }: CheckedClause, context: LevelContext, levels: DueLevels): Term {
  const { terms, conditions } = context;
  const today = context.vocabulary.facts.get("today") ?? TODAY;
  if (operand === undefined) return levels.now;
  return conditions.overRows(
    operand,
    (right) => {
      if (right.kind === "value" && right.value === NONE) return levels.never;
      const later = conditions.ask(today, "on_or_before", right);
      const known = terms.choose(
        terms.sure(later),
        levels.later,
        terms.choose(terms.sure(terms.not(later)), levels.now, levels.unknown),
      );
      if (right.kind === "value") return known;
      return terms.choose(
        terms.sure(conditions.ask(right.fact, "is", { kind: "value", value: NONE })),
        levels.never,
        known,
      );
    },
    // A date that differs from row to row is unknown; of `none`, every row says never.
    (rows) => {
      const [first] = rows;
      if (first?.kind !== "fact") return levels.unknown;
      return terms.choose(
        terms.sure(conditions.ask(first.fact, "is", { kind: "value", value: NONE })),
        levels.never,
        levels.unknown,
      );
    },
  );
}

/** Stands for the day of the run where a vocabulary does not name it. */
const TODAY: Fact = {
  name: "today",
  subject: undefined,
  type: "date",
  values: [],
  open: "no",
  unit: undefined,
  none: false,
  range: false,
  vendor: false,
  country: false,
  label: { en: "today", he: "today", ar: "today" },
  yes: undefined,
  no: undefined,
  valueLabels: new Map(),
};

/** Deployed before the day named, with nothing changed since that ends the shelter. */
export function inTransition(
  { rule }: RuleVersion,
  { terms, atoms, conditions, vocabulary, transitionDays }: LevelContext,
): Term {
  const { transition } = rule.written;
  const deployed = vocabulary.facts.get("system.deployed_on");
  if (transition === undefined || deployed === undefined || atoms.today >= transition.until) return FALSE;
  const { deployed_before, lost_when = [] } = transition;
  const ending = changeTokens(lost_when, deployed_before, transitionDays);
  return terms.all([
    terms.sure(conditions.ask(deployed, "before", { kind: "value", value: deployed_before })),
    terms.sure(terms.not(conditions.ask(CHANGES, "contains_any", { kind: "value", value: ending }))),
  ]);
}
