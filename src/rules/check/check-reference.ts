import type { PolicyReference } from "../../model/generated/policy.ts";
import type { Operand } from "../form.ts";
import type { OperandKind } from "../operators.ts";
import type { Fact } from "../vocabulary.ts";
import { checkFit } from "./check-fit.ts";
import { checkShift } from "./check-shift.ts";
import { findParameter } from "./find-parameter.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { readableFact } from "./readable-fact.ts";
import { hasWholeDays } from "./whole-days.ts";

/** Checks a parameter or fact that stands in place of a literal, and the duration it is moved by. */
export function checkReference(
  raw: PolicyReference,
  fact: Fact,
  wanted: OperandKind,
  pointer: string,
  scope: PolicyScope,
  readable: ReadonlySet<string>,
): Operand | undefined {
  const { report } = scope;
  if ((raw.parameter === undefined) === (raw.fact === undefined)) {
    report(pointer, "an operand is a literal, one `parameter` or one `fact`", "name exactly one of them");
    return undefined;
  }
  const shift = checkShift(raw, fact, wanted, pointer, scope, readable);
  if (shift === "wrong") return undefined;
  if (raw.parameter !== undefined) {
    const parameter = findParameter(raw.parameter, `${pointer}/parameter`, scope, readable);
    if (parameter === undefined) return undefined;
    const days = wanted !== "duration" || hasWholeDays(parameter, `${pointer}/parameter`, scope);
    return checkFit(parameter.of, fact, wanted, `${pointer}/parameter`, scope) && days
      ? { kind: "parameter", parameter, shift }
      : undefined;
  }
  const other = readableFact(raw.fact ?? "", `${pointer}/fact`, scope, readable);
  if (other === undefined) return undefined;
  if (other.kind === "definition") {
    report(`${pointer}/fact`, `\`${raw.fact}\` is a definition and cannot be compared with`, "name a fact");
    return undefined;
  }
  if (other.fact === fact && wanted === "same") {
    report(`${pointer}/fact`, `\`${fact.name}\` is compared with itself`, "compare it with another value");
    return undefined;
  }
  if (wanted === "duration") {
    report(
      `${pointer}/fact`,
      "a window of days cannot be read from a fact",
      "write a duration or a parameter",
    );
    return undefined;
  }
  return checkFit(other.fact, fact, wanted, `${pointer}/fact`, scope)
    ? { kind: "fact", fact: other.fact, shift }
    : undefined;
}
