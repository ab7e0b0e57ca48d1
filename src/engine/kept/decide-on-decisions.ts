import type { WaiverDocument } from "../../model/generated/waiver.ts";

/** Whether one of some waivers and standing approvals is for another: these hold parts of a set together that nothing else does. */
export function decideOnDecisions(decisions: readonly Pick<WaiverDocument, "id" | "manifest">[]): boolean {
  const ids = new Set(decisions.map(({ id }) => id));
  return decisions.some(({ manifest }) => ids.has(manifest));
}
