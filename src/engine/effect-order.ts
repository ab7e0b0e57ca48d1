import type { Effect } from "../model/rule.ts";

const ORDER: readonly Effect[] = ["note", "warn", "approve", "block"];

/** 0 for `note` up to 3 for `block`. */
export function effectRank(effect: Effect): number {
  return ORDER.indexOf(effect);
}

export function atMost(effect: Effect, limit: Effect): Effect {
  return effectRank(effect) <= effectRank(limit) ? effect : limit;
}
