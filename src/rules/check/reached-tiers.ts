import type { Tier } from "../../model/rule.ts";
import type { CheckedClause } from "../checked-policies.ts";
import type { Subject } from "../vocabulary.ts";
import { allowedValues } from "./allowed-values.ts";

const TIERS: readonly Tier[] = ["T1", "T2", "T3", "T4"];

/** The tiers a clause can have an effect at, as far as its own `when` says so in plain comparisons. */
export function reachedTiers(clause: CheckedClause, subject: Subject): readonly Tier[] {
  return subject.tierFact === undefined ? [] : allowedValues(clause.when, subject.tierFact, TIERS);
}
