import type { NestedSubject, SubjectName } from "../../model/row.ts";
import type { CheckedDefinition } from "../checked-policies.ts";
import {
  clauseLevel,
  clauseOutcome,
  type LevelContext,
  type SharedContext,
  sentence,
} from "./clause-level.ts";
import { conditionTerms } from "./condition-terms.ts";
import { once } from "./once.ts";
import type { PolicySet, RuleVersion } from "./rule-version.ts";
import type { Term } from "./terms.ts";

/** A clause of one version with what it finds at a row, as a term. */
export interface ClauseLevel {
  /** `RET-01`, or `RET-01(b)` of a rule with several clauses. */
  readonly label: string;
  readonly rule: string;
  readonly subject: SubjectName | NestedSubject;
  readonly level: Term;
  /** The level with what fails above what is unknown, where `level` takes them for one. */
  readonly exact: () => Term;
  readonly outcome: () => Term;
  /** Whether it applies at a row for sure and what it requires holds there, or does not: never unknown. */
  readonly isPassed: () => Term;
  readonly isFailed: () => Term;
}

/** What one version finds, on the day the terms are for. */
export interface VersionLevels {
  readonly clauses: readonly ClauseLevel[];
  /** True where a condition cannot be said in terms; no answer may rest on them. */
  readonly isBeyond: () => boolean;
}

/** The levels of the clauses of some rules of one version; `ladder` works the system's tier out instead of taking it as given. */
export function versionLevels(
  rules: readonly RuleVersion[],
  shared: SharedContext,
  ladder?: PolicySet["policies"]["ladder"],
): VersionLevels {
  const none: ReadonlyMap<string, CheckedDefinition> = new Map();
  const definitions = rules[0]?.set.policies.definitions ?? none;
  const conditions = conditionTerms({ ...shared, definitions, ladder });
  const context: LevelContext = { ...shared, conditions, kept: new Map() };
  const exact = shared.effectsOnly === true ? { ...context, effectsOnly: false } : context;
  const clauses = rules.flatMap((version) =>
    version.rule.clauses.map((clause): ClauseLevel => {
      const { id } = version.rule;
      return {
        label: clause.id === null ? id : `${id}(${clause.id})`,
        rule: id,
        subject: clause.subject,
        level: clauseLevel(clause, version, context),
        exact: once(() => clauseLevel(clause, version, exact)),
        outcome: once(() => clauseOutcome(clause, context)),
        isPassed: once(() => {
          const { applies, required } = sentence(clause, context);
          return shared.terms.all([shared.terms.sure(applies), shared.terms.sure(required)]);
        }),
        isFailed: once(() => sentence(clause, context).fails),
      };
    }),
  );
  return { clauses, isBeyond: () => conditions.isBeyond };
}
