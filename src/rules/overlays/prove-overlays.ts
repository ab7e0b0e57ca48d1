import type { FileProblem } from "../../model/document.ts";
import type { VocabularyDocument } from "../../model/generated/vocabulary.ts";
import type { CheckedParameter } from "../checked-policies.ts";
import { compareRule } from "../compare/compare-rule.ts";
import { type PolicySet, ruleVersions } from "../compare/rule-version.ts";
import { parametersBehind } from "../parameters-behind.ts";
import { NATIONAL_SUBJECTS } from "./check-overlay.ts";
import { looserWords } from "./looser-words.ts";

/** The day from which a parameter has an overlay's values; `undefined` where none has any. */
export type OverlaidFrom = (parameter: CheckedParameter) => string | undefined;

/** What is refused, of a value of a parameter. */
export interface Refused extends Pick<FileProblem, "message" | "help" | "witness"> {
  readonly parameter: CheckedParameter;
  /** The day the value is refused on. */
  readonly on: string;
}

/**
 * Holds the policies of a municipality against those of everyone: no rule that an overlay's values reach may be
 * looser on any day, all values taken together. What cannot be decided is refused.
 */
export function proveOverlays(
  base: PolicySet,
  merged: PolicySet,
  overlaidFrom: OverlaidFrom,
  vocabulary: VocabularyDocument,
): readonly Refused[] {
  const before = ruleVersions(base);
  return [...ruleVersions(merged)].flatMap(([id, after]): Refused[] => {
    const earlier = before.get(id);
    const reached = parametersBehind(after.rule, merged.policies.definitions).flatMap((parameter) => {
      const from = overlaidFrom(parameter);
      return from === undefined ? [] : [{ parameter, from }];
    });
    const since = reached.map(({ from }) => from).sort()[0];
    if (earlier === undefined || since === undefined) return [];
    const compared = compareRule(earlier, after, {
      vocabulary: base.policies.vocabulary,
      today: since,
      since,
    });
    const span = compared.spans.find(({ kind }) => kind !== "same" && kind !== "tighter");
    const on = compared.looser?.date ?? span?.from ?? since;
    const parameters = reached.filter(({ from }) => from <= on).map(({ parameter }) => parameter);
    const [parameter] = parameters;
    if (parameter === undefined) return [];
    const national = after.rule.clauses.find(({ subject }) => NATIONAL_SUBJECTS.includes(subject));
    if (national !== undefined) {
      const message = `\`${parameter.name}\` reaches \`${id}\`, which looks at a \`${national.subject}\` and is the same everywhere`;
      return [{ parameter, on, message, help: "remove the parameter from the overlay" }];
    }
    if (compared.kind === "same" || compared.kind === "tighter") return [];
    return [{ parameter, on, ...looserWords(compared, { on, parameters, base, vocabulary }) }];
  });
}
