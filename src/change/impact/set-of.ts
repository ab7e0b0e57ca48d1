import type { Bundle } from "../../engine/bundle.ts";
import type { PolicySet } from "../../rules/compare/rule-version.ts";

/** The set of policies of a bundle, for everyone or as a municipality has them. */
export function setOf({ policies, plan, policiesIn }: Bundle, municipality?: string): PolicySet {
  const own = municipality === undefined ? policies : policiesIn(municipality);
  return { policies: own, packs: plan?.value.packs };
}
