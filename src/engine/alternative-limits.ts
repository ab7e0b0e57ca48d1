import type { Turn } from "../model/turn.ts";
import type { CheckedParameter, CheckedPolicies } from "../rules/checked-policies.ts";
import { parameterTurns } from "../rules/compile/parameter-turns.ts";
import { valueAt } from "../rules/value-at.ts";

/** How many alternatives a finding names at the least, and from where, as VEN-13 says. */
export interface AlternativeLimits {
  readonly least: number;
  /** Of these, from one of `partners`. */
  readonly fromPartners: number;
  readonly partners: ReadonlySet<string>;
}

/** The policy the limits stand in. */
const POLICY = "trusted-vendors";
const NAMES = ["alternatives_min", "alternatives_partner_min", "partner_countries"] as const;

/** Reads the limits of a date; `undefined` where the policies do not say them all, and then every alternative is named. */
export function alternativeLimits(policies: CheckedPolicies, asOf: string): AlternativeLimits | undefined {
  const read = (name: (typeof NAMES)[number]): unknown => {
    const parameter = parameterOf(policies, name);
    return parameter && valueAt(parameter, asOf)?.value;
  };
  const least = read("alternatives_min");
  const fromPartners = read("alternatives_partner_min");
  const partners = read("partner_countries");
  return typeof least === "number" && typeof fromPartners === "number" && partners instanceof Set
    ? { least, fromPartners, partners }
    : undefined;
}

/** The days on which one of the limits has another value. */
export function alternativeTurns(policies: CheckedPolicies, asOf: string): readonly Turn[] {
  return NAMES.flatMap((name) => {
    const parameter = parameterOf(policies, name);
    return parameter === undefined ? [] : parameterTurns(parameter, [], asOf);
  });
}

function parameterOf({ policies }: CheckedPolicies, name: string): CheckedParameter | undefined {
  return policies.find(({ document }) => document.value.id === POLICY)?.parameters.get(name);
}
