import { FAULT_KINDS, type FaultKind, type FaultTarget } from "../../src/standin/faults.ts";
import type { DeliveryPlan } from "../../src/standin/webhook-state.ts";
import type { Random } from "./random.ts";

/** How often what goes wrong, as probabilities. */
export interface Weather {
  readonly fault: number;
  readonly kill: number;
}

/** What became of a request: a fault, or the death of whoever sent it, before or after it took effect. */
export type Strike = { readonly fault: FaultKind } | { readonly kill: "before" | "after" } | undefined;

const GRAPHQL: readonly FaultKind[] = ["graphql-error", "graphql-rate-limited"];
const CUT_TREE: FaultKind = "truncated-tree";

/** Decides about one request. Every kind can strike every request it can happen to. */
export function strike(
  random: Random,
  { fault, kill }: Weather,
  { path }: Pick<FaultTarget, "path">,
): Strike {
  const drawn = random.number();
  if (drawn < kill) return { kill: random.pick(["before", "after"]) };
  if (drawn >= kill + fault) return undefined;
  const kinds = FAULT_KINDS.filter((kind) => {
    if (GRAPHQL.includes(kind)) return path === "/graphql";
    if (kind === CUT_TREE) return path.includes("/git/trees/");
    // Of a team, 404 is how GitHub says that somebody is no member: an answer and no fault.
    return kind !== "404" || !path.includes("/memberships/");
  });
  return { fault: kinds[random.between(0, kinds.length - 1)] ?? "500" };
}

/** What becomes of an event: half are dropped, some come twice, and some come late and in another order. */
export function fate(random: Random): DeliveryPlan {
  const drawn = random.number();
  if (drawn < 0.25) return "lose";
  if (drawn < 0.5) return "drop";
  if (drawn < 0.6) return "duplicate";
  return drawn < 0.75 ? "hold" : "deliver";
}
