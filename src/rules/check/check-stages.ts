import type { Stage } from "../../model/rule.ts";
import { STAGES } from "../stages.ts";
import type { Subject } from "../vocabulary.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { placeOf, type WrittenClause } from "./written-clause.ts";

/** Checks the stages of a clause and gives the whole span; empty where the subject has no stages. */
export function checkStages(
  written: WrittenClause,
  subject: Subject,
  { report }: PolicyScope,
): readonly Stage[] | undefined {
  const { value: stages, at } = placeOf(written, "stages");
  if (!subject.staged) {
    if (written.clause.stages === undefined) return [];
    report(at, `\`${subject.name}\` has no stages`, "remove `stages`", "key");
    return undefined;
  }
  const [first] = stages ?? [];
  const last = stages?.at(-1);
  if (first === undefined || last === undefined) {
    report(
      written.pointer,
      "no stage reaches this: `stages` is missing",
      "write `stages` on the clause or the rule",
    );
    return undefined;
  }
  const positions = (stages ?? []).map((stage) => STAGES.indexOf(stage));
  if (positions.some((position, index) => index > 0 && position < (positions[index - 1] ?? 0))) {
    report(
      at,
      `\`${first}\` does not come before \`${last}\``,
      `list stages in the order ${STAGES.join(", ")}`,
    );
    return undefined;
  }
  return STAGES.slice(STAGES.indexOf(first), STAGES.indexOf(last) + 1);
}
