import type { PolicyReference } from "../../model/generated/policy.ts";
import type { FactValue } from "../../model/value.ts";
import type { Operand } from "../form.ts";
import { type OperandKind, type Operator, operandKind } from "../operators.ts";
import type { Fact } from "../vocabulary.ts";
import { checkReference } from "./check-reference.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { readElement, readElements, readLiteral } from "./read-literal.ts";
import { wholeDays } from "./whole-days.ts";

/** Checks what stands on the right of an operator against the fact on its left, and the names it uses. */
export function checkOperand(
  raw: unknown,
  fact: Fact,
  operator: Operator,
  pointer: string,
  scope: PolicyScope,
  readable: ReadonlySet<string>,
): Operand | undefined {
  const wanted = operandKind(operator);
  if (isReference(raw)) return checkReference(raw, fact, wanted, pointer, scope, readable);
  const value = literal(raw, fact, operator, wanted, pointer, scope);
  return value === undefined ? undefined : { kind: "literal", value };
}

function isReference(raw: unknown): raw is PolicyReference {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

function literal(
  raw: unknown,
  fact: Fact,
  operator: Operator,
  wanted: OperandKind,
  pointer: string,
  { report }: PolicyScope,
): FactValue | undefined {
  if (wanted === "elements") {
    const results = Array.isArray(raw) ? readElements(raw, fact) : [];
    for (const [index, result] of results.entries()) {
      if (!result.ok) report(`${pointer}/${index}`, result.message, result.help);
    }
    const values = results.flatMap((result) => (result.ok ? [String(result.value)] : []));
    return values.length > 0 && values.length === results.length ? new Set(values) : undefined;
  }
  if (wanted === "duration") return wholeDays(raw, pointer, report);
  const result =
    wanted === "element"
      ? readElement(raw, fact)
      : readLiteral(raw, fact, operator === "is" || operator === "is_not");
  if (result.ok) return result.value;
  report(pointer, result.message, result.help);
  return undefined;
}
