import type { Document } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import { type WaiverCourt, waiverStanding } from "./waiver-standing.ts";

/**
 * Marks findings that a waiver or standing approval in force covers, and those whose owning group has
 * approved. Only open findings change; nothing is removed.
 */
export function applyWaivers(
  findings: readonly Finding[],
  court: WaiverCourt,
  approvedGroups: ReadonlySet<string>,
): readonly Finding[] {
  return findings.map((finding) => {
    if (finding.state !== "open") return finding;
    const rule = court.rules.rules.find((candidate) => candidate.id === finding.rule);
    if (rule === undefined) return finding;
    const waiver = court.all.find(
      (candidate) => covers(candidate, finding) && waiverStanding(candidate, court).kind === "in-force",
    );
    if (waiver !== undefined) {
      return {
        ...finding,
        state: waiver.kind === "Approval" ? "approved" : "waived",
        waiver: waiver.value.id,
      };
    }
    const approved = finding.effect === "approve" && approvedGroups.has(rule.owner);
    return approved ? { ...finding, state: "approved" } : finding;
  });
}

/** A waiver is for exactly one finding; a standing approval only for one whose effect is `approve`. */
export function covers(waiver: Document<WaiverDocument>, finding: Finding): boolean {
  const { rule, manifest, finding: mark } = waiver.value;
  if (rule !== finding.rule || manifest !== finding.manifest || mark !== finding.fingerprint) return false;
  return waiver.kind === "Waiver" ? finding.waivable !== false : finding.effect === "approve";
}
