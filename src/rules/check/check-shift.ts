import type { PolicyShift } from "../../model/generated/policy.ts";
import type { Shift } from "../form.ts";
import type { OperandKind } from "../operators.ts";
import type { Fact } from "../vocabulary.ts";
import { findParameter } from "./find-parameter.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { hasWholeDays, wholeDays } from "./whole-days.ts";

/** Checks `plus:` or `minus:` beside a reference to a date; `wrong` where it was refused. */
export function checkShift(
  raw: { readonly plus?: PolicyShift; readonly minus?: PolicyShift },
  fact: Fact,
  wanted: OperandKind,
  pointer: string,
  scope: PolicyScope,
  readable: ReadonlySet<string>,
): Shift | "wrong" | undefined {
  if (raw.plus === undefined && raw.minus === undefined) return undefined;
  const [key, sign] = raw.plus === undefined ? (["minus", -1] as const) : (["plus", 1] as const);
  const at = `${pointer}/${key}`;
  if (raw.plus !== undefined && raw.minus !== undefined) {
    scope.report(pointer, "both `plus` and `minus` move this date", "write one of them");
    return "wrong";
  }
  if (fact.type !== "date" || wanted !== "same") {
    scope.report(
      at,
      `only dates move by \`${key}\`; \`${fact.name}\` is no date`,
      `remove \`${key}\``,
      "key",
    );
    return "wrong";
  }
  const by = raw[key];
  if (typeof by === "string") {
    const value = wholeDays(by, at, scope.report);
    return value === undefined ? "wrong" : { sign, by: { kind: "literal", value } };
  }
  const parameter =
    by === undefined ? undefined : findParameter(by.parameter, `${at}/parameter`, scope, readable);
  if (parameter === undefined) return "wrong";
  if (parameter.type !== "duration") {
    scope.report(
      `${at}/parameter`,
      `\`${parameter.name}\` is no duration`,
      "name a parameter of type `duration`",
    );
    return "wrong";
  }
  return hasWholeDays(parameter, `${at}/parameter`, scope)
    ? { sign, by: { kind: "parameter", parameter } }
    : "wrong";
}
