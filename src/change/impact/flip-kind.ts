import type { FlipKind, Standing } from "../../model/impact.ts";

/** How a rule that stood one way at a subject flips when it stands another way; `undefined` where it does not. */
export function flipKind(before: Standing, after: Standing): FlipKind | undefined {
  const [old, now] = [classOf(before), classOf(after)];
  if (old === now) {
    const same = before.outcome === after.outcome && before.effect === after.effect;
    return same && before.state === after.state ? undefined : "changed";
  }
  if (now === "fail") return "newly-failing";
  if (now === "unknown") return "newly-unknown";
  return now === "pass" ? "newly-passing" : "changed";
}

/** What is announced or let through is neither a failure nor a pass. */
function classOf({ outcome, state }: Standing): "pass" | "fail" | "unknown" | "upcoming" | "let-through" {
  if (outcome === "pass") return "pass";
  if (state === "upcoming") return "upcoming";
  return state === "open" ? outcome : "let-through";
}
