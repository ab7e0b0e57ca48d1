import type { Effect, Tier } from "../../model/rule.ts";
import type { Subject } from "../vocabulary.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { placeOf, type WrittenClause } from "./written-clause.ts";

/** Checks the effect of a clause and gives it for every tier. */
export function checkEffect(
  written: WrittenClause,
  subject: Subject,
  { report }: PolicyScope,
): Readonly<Record<Tier, Effect>> | undefined {
  const { value, at } = placeOf(written, "effect");
  if (value === undefined) {
    report(written.pointer, "no effect is stated", "write `effect` on the clause or the rule");
    return undefined;
  }
  if (typeof value === "string") return { T1: value, T2: value, T3: value, T4: value };
  if (subject.tierFact !== undefined) return value;
  report(at, `\`${subject.name}\` has no tier`, "write one effect instead of a table");
  return undefined;
}
