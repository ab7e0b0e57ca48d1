import type { Operand } from "../form.ts";
import type { Subject } from "../vocabulary.ts";
import { checkOperand } from "./check-operand.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { placeOf, type WrittenClause } from "./written-clause.ts";

/** Checks the date a requirement is due by; `wrong` where it was refused. */
export function checkDue(
  written: WrittenClause,
  subject: Subject,
  scope: PolicyScope,
): Operand | "wrong" | undefined {
  const { value, at } = placeOf(written, "due");
  if (value === undefined) return undefined;
  const day = scope.library.vocabulary.facts.get("today");
  if (day === undefined) throw new Error("vocabulary: `today` is missing");
  return checkOperand(value, day, "before", at, scope, subject.scope) ?? "wrong";
}
