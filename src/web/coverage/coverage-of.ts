import type { Objective } from "../../model/generated/plan.ts";
import { listedRules } from "../rules/listed-rule.ts";
import type { SiteContext } from "../site-context.ts";

/** How far a function is reached by an objective that names it. */
export type Coverage = "covered" | "planned" | "gap";

/** How far the policies and rules of today serve an objective. */
export function coverageOf(
  { policies = [], measured_by }: Objective,
  context: SiteContext,
): Coverage {
  const serving = listedRules(context).filter(({ policy }) => policies.includes(policy.document.value.id));
  if (serving.length === 0) return "gap";
  const isInForce = serving.some(({ state }) => state === "in-force" || state === "program");
  return isInForce && measured_by !== undefined ? "covered" : "planned";
}

/** The best that any objective reaches; a gap where none names the function. */
export function bestOf(coverages: readonly Coverage[]): Coverage {
  return (["covered", "planned"] as const).find((one) => coverages.includes(one)) ?? "gap";
}
