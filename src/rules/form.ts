import type { NestedSubject } from "../model/row.ts";
import type { WrittenDuration } from "../model/time/parse-duration.ts";
import type { FactValue } from "../model/value.ts";
import type { CheckedParameter } from "./checked-policies.ts";
import type { Operator } from "./operators.ts";
import type { Fact } from "./vocabulary.ts";

/**
 * A condition that has been checked: every name is resolved and every literal is a typed value.
 * `pointer` is its place in the policy file.
 */
export type Condition = Comparison | DefinitionTest | AnyOf | Some;

/** `{ fact, OPERATOR: operand }`; no operand for `present` and `stated`. */
export interface Comparison {
  readonly kind: "comparison";
  readonly fact: Fact;
  readonly operator: Operator;
  readonly operand: Operand | undefined;
  readonly pointer: string;
}

/** `{ fact: <definition>, is: true }` or `is: false`, by the definition's name. */
export interface DefinitionTest {
  readonly kind: "definition";
  readonly name: string;
  readonly expected: boolean;
  readonly pointer: string;
}

/** `any: [...]`; no member is itself an `any`. */
export interface AnyOf {
  readonly kind: "any";
  readonly members: readonly Condition[];
  readonly pointer: string;
}

/** `some: { subject, where }`, in definitions of `party`. */
export interface Some {
  readonly kind: "some";
  readonly subject: NestedSubject;
  readonly where: readonly Condition[];
  readonly pointer: string;
}

export type Operand =
  | { readonly kind: "literal"; readonly value: FactValue }
  | { readonly kind: "parameter"; readonly parameter: CheckedParameter; readonly shift: Shift | undefined }
  | { readonly kind: "fact"; readonly fact: Fact; readonly shift: Shift | undefined };

/** `plus:` (sign 1) or `minus:` (sign -1) a duration of months and whole days. */
export interface Shift {
  readonly sign: 1 | -1;
  readonly by:
    | { readonly kind: "literal"; readonly value: WrittenDuration }
    | { readonly kind: "parameter"; readonly parameter: CheckedParameter };
}
