import type { CheckedClause } from "../rules/checked-policies.ts";
import type { PageSetting } from "./page-setting.ts";
import { code } from "./prose.ts";

/** One line where all clauses of a rule say the same, else a list with a line for each clause. */
export function byClause(
  clauses: readonly CheckedClause[],
  rule: string,
  { language }: PageSetting,
  lineOf: (clause: CheckedClause) => string,
): string {
  const lines = clauses.map(lineOf);
  if (new Set(lines).size === 1) return lines[0] ?? "";
  return clauses.map(({ id }, index) => `- ${code(`${rule}(${id})`, language)} ${lines[index]}`).join("\n");
}
