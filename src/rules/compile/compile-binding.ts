import type { Row } from "../../model/row.ts";
import type { CompiledClause } from "../../model/rule.ts";
import { dayAfter } from "../../model/time/day-after.ts";
import type { Turn } from "../../model/turn.ts";
import { NONE } from "../../model/value.ts";
import type { CheckedClause } from "../checked-policies.ts";
import type { CompileContext } from "./compile-condition.ts";
import { compileOperand, singleValue } from "./compile-operand.ts";

/** When what a clause of a rule asks is due at a row, and the days from which and until which it binds there. */
export function compileBinding(
  { id, due: written, effective, until }: CheckedClause,
  rule: string,
  { asOf, find }: CompileContext,
): Pick<CompiledClause, "due" | "turns"> {
  const name = id === null ? `\`${rule}\`` : `\`${rule}(${id})\``;
  const inForce = (): readonly Turn[] => [
    { on: effective, reason: "rule", begins: true, what: name },
    ...(until === null ? [] : endsAfter(until, "rule", name)),
  ];
  if (written === undefined) return { due: () => undefined, turns: inForce };
  const operand = compileOperand(written, asOf, find);
  const due = (row: Row) => {
    const value = singleValue(operand.values(row));
    if (value === NONE) return "none";
    return typeof value === "string" ? value : "unknown";
  };
  return {
    due,
    turns: (row) => {
      const day = due(row);
      const over = day === "none" || day === "unknown" ? [] : endsAfter(day, "due", `${day} (${name})`);
      return [...inForce(), ...operand.turns(row), ...over];
    },
  };
}

function endsAfter(last: string, reason: Turn["reason"], what: string): readonly Turn[] {
  const on = dayAfter(last);
  return on === undefined ? [] : [{ on, reason, begins: false, what }];
}
