import type { Turn } from "../model/turn.ts";
import type { Duration, FactValue } from "../model/value.ts";
import type { CheckedPolicies, CheckedPolicy } from "../rules/checked-policies.ts";
import { parameterTurns } from "../rules/compile/parameter-turns.ts";
import { valueAt } from "../rules/value-at.ts";

/** How long and how often exceptions may last on a date, as the governance policy says. */
interface WaiverLimits {
  readonly waiver: Duration;
  readonly approval: Duration;
  /** Times a waiver or standing approval may be renewed. */
  readonly renewals: number;
  /** How long before its end one is announced to end. */
  readonly notice: Duration;
}

/** The limits of a date; or what of them the policies do not say, and then no waiver counts. */
export type FoundLimits =
  | { readonly ok: true; readonly limits: WaiverLimits }
  | { readonly ok: false; readonly missing: readonly string[] };

/** The policy the limits stand in. */
const POLICY = "governance";
const NAMES = ["waiver_max", "approval_max", "renewals_max", "expiry_notice"] as const;

/** Reads the limits for waivers and standing approvals from the parameters of the governance policy. */
export function waiverLimits(policies: CheckedPolicies, asOf: string): FoundLimits {
  const active = activePolicy(policies);
  const missing: string[] = [];
  const read = <T>(name: (typeof NAMES)[number], is: (value: unknown) => value is T): T | undefined => {
    const parameter = active?.parameters.get(name);
    const value = parameter && valueAt(parameter, asOf)?.value;
    if (is(value)) return value;
    missing.push(`${POLICY}.${name}`);
    return undefined;
  };
  const waiver = read("waiver_max", isDuration);
  const approval = read("approval_max", isDuration);
  const renewals = read("renewals_max", isCount);
  const notice = read("expiry_notice", isDuration);
  return waiver === undefined || approval === undefined || renewals === undefined || notice === undefined
    ? { ok: false, missing }
    : { ok: true, limits: { waiver, approval, renewals, notice } };
}

/** The days on which one of the limits has another value. */
export function limitTurns(policies: CheckedPolicies, asOf: string): readonly Turn[] {
  return NAMES.flatMap((name) => {
    const parameter = activePolicy(policies)?.parameters.get(name);
    return parameter === undefined ? [] : parameterTurns(parameter, [], asOf);
  });
}

function activePolicy({ policies }: CheckedPolicies): CheckedPolicy | undefined {
  const policy = policies.find(({ document }) => document.value.id === POLICY);
  return policy?.document.value.status === "active" ? policy : undefined;
}

function isDuration(value: unknown): value is Duration {
  return typeof value === "object" && value !== null && "months" in value && "seconds" in value;
}

function isCount(value: unknown): value is FactValue & number {
  return typeof value === "number";
}
