import type { Effect, Outcome } from "../../model/rule.ts";

/** Effects from the weakest. */
export const EFFECTS: readonly Effect[] = ["note", "warn", "approve", "block"];

/** What is found at a row, as one number: nothing is 0; then by effect, then in force before announced, then fail before unknown. */
export function levelOf(effect: Effect, inForce: boolean, outcome: "fail" | "unknown"): number {
  return 1 + EFFECTS.indexOf(effect) * 4 + (inForce ? 2 : 0) + (outcome === "fail" ? 1 : 0);
}

/** The parts of a level above 0. */
export function partsOf(level: number): {
  readonly effect: Effect;
  readonly upcoming: boolean;
  readonly outcome: Outcome;
} {
  const rest = level - 1;
  return {
    effect: EFFECTS[Math.floor(rest / 4)] ?? "block",
    upcoming: Math.floor(rest / 2) % 2 === 0,
    outcome: rest % 2 === 1 ? "fail" : "unknown",
  };
}
