import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { Read } from "./reads.ts";
import type { Report } from "./report.ts";

/** Policies about privacy, retention, rights, access and cyber security: they never look at who the supplier is. */
const VENDOR_BLIND = [
  "privacy",
  "data-retention",
  "facial-recognition",
  "ai-systems",
  "data-access",
  "cyber-security",
];

/** Holds what a policy reads to its blindness for who the supplier is. */
export function checkBlindness(policy: PolicyDocument, reads: readonly Read[], report: Report): boolean {
  if (!VENDOR_BLIND.includes(policy.id)) return true;
  const read = reads.find(({ fact }) => fact.vendor || fact.country);
  if (read === undefined) return true;
  const message = `\`${read.fact.name}\` is about the supplier, and policy \`${policy.id}\` never reads that`;
  report(read.pointer, message, "move the rule to another policy, or read a fact of the system");
  return false;
}
