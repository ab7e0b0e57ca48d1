import { comesOutAlike } from "./raw-outcomes.ts";
import type { RunPair } from "./run-pair.ts";

/**
 * Whether it is known of a whole part that every rule that differs comes out as before at every row, by one manifest of
 * each profile. Only where facts are kept, and rules that are everyone's and differ by their conditions are all there
 * is to a change; false says nothing.
 */
export function isPartAlike(pair: RunPair): boolean {
  const { base, before, after, cause, part, turned, waived } = pair;
  const { profiles } = base;
  const overlays = before.bundle.overlays.length + after.bundle.overlays.length;
  const beside = turned.size + waived.size + cause.waivers.length + cause.arrangements.length;
  if (profiles === undefined || overlays + beside > 0) return false;
  if (cause.ladder || cause.registryFiles || cause.plan) return false;
  const conditionsOnly = cause.conditionsOnly();
  return [...cause.rules()].every((rule) => {
    const reads = conditionsOnly.has(rule) ? pair.reads(rule) : undefined;
    if (reads === undefined) return false;
    const found = profiles.in(part, before.rules.asOf, reads, (manifest) => base.facts(before, manifest));
    return [...found].every(([profile, facts]) =>
      comesOutAlike(rule, before.rules, after.rules, facts, profile),
    );
  });
}
