import type { PreparedExample } from "../../engine/judge-example.ts";
import type { Row } from "../../model/row.ts";
import type { CheckedClause } from "../../rules/checked-policies.ts";

/** The rows a clause looks at in an example: of its manifest, and of the files beside it. */
export function rowsOf({ subject }: CheckedClause, { judgeable }: PreparedExample): readonly Row[] {
  if (judgeable === undefined) return [];
  const { facts, rows } = judgeable;
  if (subject === "owner" || subject === "listing") {
    return facts.rows("party").flatMap((party) => party.nested(subject));
  }
  return [...facts.rows(subject), ...rows.map(({ row }) => row).filter((row) => row.subject === subject)];
}
