import type { PolicyDocument } from "../model/generated/policy.ts";
import type { Basis, Effect, Severity, Stage, Tier } from "../model/rule.ts";

/** A rule in words, put together from its form alone. */
export interface RuleInWords {
  readonly id: string;
  readonly title: string;
  readonly policy: string;
  readonly version: string;
  readonly status: PolicyDocument["status"];
  readonly owner: string;
  readonly severity: Severity;
  readonly why: string;
  readonly help: string | undefined;
  readonly waivable: boolean;
  readonly alternatives: boolean;
  readonly readsCountry: boolean;
  /** `engine` or `checker` where no manifest is asked anything, with the test that holds the rule. */
  readonly keptBy: { readonly by: string; readonly test: string } | undefined;
  readonly transition: string | undefined;
  readonly clauses: readonly ClauseInWords[];
  readonly definitions: readonly DefinitionInWords[];
  readonly parameters: readonly ParameterInWords[];
  readonly basis: readonly Basis[];
}

export interface ClauseInWords {
  readonly id: string | null;
  /** Title of the subject. */
  readonly subject: string;
  /** Whether what should be listed and is not is looked at too, as blank. */
  readonly expectsRows: boolean;
  /** Conditions under which the clause applies; empty: everywhere. */
  readonly appliesWhere: readonly string[];
  /** Exemptions, each a list of conditions that hold together. */
  readonly unless: readonly (readonly string[])[];
  readonly requires: readonly string[];
  readonly due: string | undefined;
  readonly stages: readonly Stage[];
  readonly effects: Readonly<Record<Tier, Effect>>;
  /** `undefined`: in force since ever. */
  readonly effective: string | undefined;
  readonly until: string | undefined;
  /** What to do where it is not met; `undefined` where the rule's help holds. */
  readonly help: string | undefined;
}

export interface DefinitionInWords {
  readonly name: string;
  readonly title: string;
  readonly policy: string;
  readonly means: readonly string[];
}

export interface ParameterInWords {
  readonly name: string;
  /** Id of the policy it stands in: the rule's, or that of a definition the rule rests on. */
  readonly policy: string;
  readonly title: string;
  /** The value in force on the date, `undefined` before the first. */
  readonly value: string | undefined;
  readonly history: readonly {
    readonly from: string;
    readonly value: string;
    readonly state: "past" | "in-force" | "coming";
    readonly basis: Basis;
  }[];
}
