import type { Finding, Verdict } from "../model/generated/report.ts";

/** `fail` with any open block, else `needs-approval` with any open approve, else `pass`. */
export function verdictOf(findings: readonly Pick<Finding, "state" | "effect">[]): Verdict {
  const open = findings.filter((finding) => finding.state === "open");
  if (open.some((finding) => finding.effect === "block")) return "fail";
  return open.some((finding) => finding.effect === "approve") ? "needs-approval" : "pass";
}
