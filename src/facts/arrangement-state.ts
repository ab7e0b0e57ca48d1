import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import { dayAfter } from "../model/time/day-after.ts";
import type { Turn } from "../model/turn.ts";

/** The keys whose answers cannot hold together, the ones a fact is read from first. */
export type Contradiction = readonly ("signed_on" | "exit_on" | "active")[];

/**
 * What an arrangement says of its signature, its end and whether it is in force that cannot all be so on a
 * date; empty where it holds together. What is blank contradicts nothing.
 */
export function contradictionOf(
  { active, signed_on: signed, exit_on: exit }: ArrangementDocument,
  asOf: string,
): Contradiction {
  const neverSigned = signed === "none" || (signed && signed > asOf);
  if (exit && exit !== "none" && signed && (signed === "none" || exit < signed)) {
    return ["signed_on", "exit_on"];
  }
  if (active === true && neverSigned) return ["signed_on", "active"];
  if (active === true && exit && exit !== "none" && exit < asOf) return ["exit_on", "active"];
  if (active === false && !neverSigned && exit && (exit === "none" || exit >= asOf))
    return ["exit_on", "active"];
  return [];
}

/** The days from which and until which an arrangement is in force. */
export function arrangementTurns({
  signed_on: signed,
  exit_on: exit,
  partner,
}: ArrangementDocument): readonly Turn[] {
  const over = exit && exit !== "none" ? dayAfter(exit) : undefined;
  const turn = (on: string, begins: boolean): Turn => ({
    on,
    reason: "arrangement",
    begins,
    what: partner.name,
  });
  return [
    ...(signed && signed !== "none" ? [turn(signed, true)] : []),
    ...(over === undefined ? [] : [turn(over, false)]),
  ];
}
