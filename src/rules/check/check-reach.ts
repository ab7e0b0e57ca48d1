import type { Stage } from "../../model/rule.ts";
import type { CheckedClause } from "../checked-policies.ts";
import type { Subject } from "../vocabulary.ts";
import { allowedValues } from "./allowed-values.ts";
import type { PolicyScope } from "./policy-scope.ts";

/** Refuses a clause whose `when` leaves no stage of its span. */
export function checkReach(clause: CheckedClause, subject: Subject, { report }: PolicyScope): boolean {
  if (!subject.staged) return true;
  const asked = allowedValues<Stage>(clause.when, "system.stage", clause.stages);
  if (asked.length > 0) return true;
  const span = clause.stages.map((stage) => `\`${stage}\``).join(", ");
  report(
    `${clause.pointer}/require`,
    `no stage reaches this: its stages are ${span}, and \`when\` asks for others`,
    "change `stages` or `when`",
    "key",
  );
  return false;
}
