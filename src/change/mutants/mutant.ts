import type { PolicyParameter, PolicyRule } from "../../model/generated/policy.ts";

/** A rule with one thing in it changed, which the rule's own examples have to notice. */
export interface Mutant {
  readonly rule: string;
  /** Where in the policy file the change was made. */
  readonly pointer: string;
  /** What was changed, in words: `at_most` became `less_than`. */
  readonly change: string;
  /** The rule as changed. */
  readonly written: PolicyRule;
  /** The parameter as changed, where a limit of the rule was moved in it. */
  readonly parameter: { readonly name: string; readonly written: PolicyParameter } | undefined;
}
