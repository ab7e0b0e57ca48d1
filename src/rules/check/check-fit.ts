import type { OperandKind } from "../operators.ts";
import type { Fact } from "../vocabulary.ts";
import type { PolicyScope } from "./policy-scope.ts";

/** Whether a parameter or fact can stand where a value of `fact` is wanted. */
export function checkFit(
  candidate: Fact,
  fact: Fact,
  wanted: OperandKind,
  pointer: string,
  { report }: PolicyScope,
): boolean {
  const isSet = candidate.type === "set";
  const shapeFits =
    wanted === "duration"
      ? candidate.type === "duration"
      : wanted === "elements"
        ? isSet && sameValues(candidate, fact)
        : wanted === "element"
          ? !isSet && sameValues(candidate, fact)
          : !isSet && fact.type !== "set" && sameKind(candidate, fact);
  if (!shapeFits) {
    const message =
      wanted === "duration"
        ? `\`${candidate.name}\` (${candidate.type}) is no duration`
        : `\`${candidate.name}\` (${candidate.type}) cannot be compared with \`${fact.name}\` (${fact.type})`;
    report(pointer, message, "name one whose type and values fit");
    return false;
  }
  if (candidate.unit !== undefined && fact.unit !== undefined && candidate.unit !== fact.unit) {
    const message = `\`${candidate.name}\` is in \`${candidate.unit}\` and \`${fact.name}\` in \`${fact.unit}\``;
    report(pointer, message, "compare values of one unit");
    return false;
  }
  return true;
}

function sameKind(candidate: Fact, fact: Fact): boolean {
  const measured = (type: Fact["type"]) => type === "integer" || type === "number";
  if (measured(candidate.type) || measured(fact.type)) return measured(candidate.type) && measured(fact.type);
  const listed = (type: Fact["type"]) => type === "enum" || type === "ordered" || type === "country";
  if (listed(candidate.type) || listed(fact.type)) {
    return listed(candidate.type) && listed(fact.type) && sameValues(candidate, fact);
  }
  return candidate.type === fact.type;
}

function sameValues(candidate: Fact, fact: Fact): boolean {
  if (candidate.open === "countries" && fact.open === "countries") return true;
  return (
    candidate.open === fact.open && candidate.values.join() === fact.values.join() && fact.values.length > 0
  );
}
