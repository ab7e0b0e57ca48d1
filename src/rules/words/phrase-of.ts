import type { Operator } from "../operators.ts";
import type { Fact } from "../vocabulary.ts";
import type { PhraseKey } from "./phrases.ts";

/** How an operator is said of a fact: to be written is `none` too only where the fact can be, and yes or no of a yes/no fact. */
export function phraseOf(operator: Operator, fact: Fact): PhraseKey {
  if (operator !== "present" && operator !== "stated") return operator;
  if (fact.type === "boolean") return "statedYesOrNo";
  return operator === "stated" && !fact.none ? "statedAlone" : operator;
}
