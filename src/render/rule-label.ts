import type { Finding } from "../model/generated/report.ts";

/** The name of a rule in a report: `RET-01`, with its clause `GOV-03(b)`. */
export function ruleLabel({ rule, clause }: Pick<Finding, "rule" | "clause">): string {
  return clause === null ? rule : `${rule}(${clause})`;
}
