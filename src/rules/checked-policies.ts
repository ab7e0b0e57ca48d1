import type { Document } from "../model/document.ts";
import type { PolicyBasis, PolicyDocument, PolicyRule } from "../model/generated/policy.ts";
import type { Texts } from "../model/language.ts";
import type { NestedSubject, SubjectName } from "../model/row.ts";
import type { Effect, Stage, Tier } from "../model/rule.ts";
import type { FactValue } from "../model/value.ts";
import type { Condition, Operand } from "./form.ts";
import type { Fact, FactType, Vocabulary } from "./vocabulary.ts";

/** Policies whose names are resolved and whose rules say what they can say. Rules with a problem are left out. */
export interface CheckedPolicies {
  readonly vocabulary: Vocabulary;
  readonly policies: readonly CheckedPolicy[];
  /** Definitions of all policies by name. */
  readonly definitions: ReadonlyMap<string, CheckedDefinition>;
  /** The tier ladder, T4 first; `undefined` where no policy has one. */
  readonly ladder: readonly LadderStep[] | undefined;
}

export interface CheckedPolicy {
  readonly document: Document<PolicyDocument>;
  readonly parameters: ReadonlyMap<string, CheckedParameter>;
  readonly rules: readonly CheckedRule[];
}

export interface CheckedDefinition {
  readonly name: string;
  readonly subject: SubjectName | NestedSubject;
  readonly title: Texts;
  readonly means: readonly Condition[];
  /** Id of the policy it stands in. */
  readonly policy: string;
  readonly pointer: string;
}

export interface LadderStep {
  readonly tier: "T4" | "T3" | "T2";
  readonly title: Texts | undefined;
  readonly means: readonly Condition[];
}

export interface CheckedParameter {
  readonly name: string;
  /** Id of the policy it stands in. */
  readonly policy: string;
  readonly type: FactType;
  readonly title: Texts;
  /** The fact that words and units are taken from: of `of`, else a bare number, date or duration. */
  readonly of: Fact;
  /** The fact that chooses the row of a table. */
  readonly by: Fact | undefined;
  /** Ascending by `from`. */
  readonly values: readonly DatedValue[];
  readonly pointer: string;
}

export interface DatedValue {
  readonly from: string;
  /** One value, or for a table one for each value of `by`, where needed under `other`. */
  readonly value: FactValue | ReadonlyMap<string, FactValue>;
  readonly basis: PolicyBasis;
}

export interface CheckedRule {
  readonly id: string;
  /** The rule as written, for texts, severity and flags. */
  readonly written: PolicyRule;
  /** Empty where the rule is kept by the program. */
  readonly clauses: readonly CheckedClause[];
  readonly pointer: string;
}

/** One sentence with everything it takes from its rule filled in. */
export interface CheckedClause {
  readonly id: string | null;
  readonly subject: SubjectName | NestedSubject;
  readonly effect: Readonly<Record<Tier, Effect>>;
  /** All stages of the span; empty where the subject has none. */
  readonly stages: readonly Stage[];
  readonly effective: string;
  readonly until: string | null;
  readonly when: readonly Condition[];
  /** Exemptions, of the rule and of the clause; each a list of conditions, and any one exempts. */
  readonly unless: readonly (readonly Condition[])[];
  readonly require: readonly Condition[];
  readonly due: Operand | undefined;
  readonly fix: { readonly fact: Fact; readonly to: Operand } | undefined;
  /** Its own words on what to do; `undefined` where those of the rule hold. */
  readonly help: Texts | undefined;
  readonly pointer: string;
}
