import type { ComparisonKind } from "../../model/comparison.ts";
import { ENGINE_PARAMETERS } from "../../model/engine-parameters.ts";
import type { FactValue } from "../../model/value.ts";
import type { CheckedParameter, CheckedPolicies, DatedValue } from "../../rules/checked-policies.ts";
import { comparison } from "../../rules/compare-values.ts";
import { valueAt } from "../../rules/value-at.ts";
import { isSameAnswer } from "../impact/same-answer.ts";

/** A parameter that the engine reads and that has another value on some day. */
export interface EngineValueChange {
  readonly policy: string;
  readonly name: string;
  readonly kind: ComparisonKind;
}

/** Of these a larger value lets more through. The others say what is shown, announced or asked of drafters. */
const LOOSER_WHEN_LARGER = new Set([
  "governance.waiver_max",
  "governance.approval_max",
  "governance.renewals_max",
]);

/** How the values that the engine itself reads differ from a day on: those that decide what counts by their size, the others not. */
export function engineValueChanges(
  before: CheckedPolicies,
  after: CheckedPolicies,
  since: string,
): readonly EngineValueChange[] {
  return Object.entries(ENGINE_PARAMETERS).flatMap(([policy, names]) =>
    names.flatMap((name) => {
      const [old, now] = [parameterOf(before, policy, name), parameterOf(after, policy, name)];
      const starts = [old, now].flatMap((one) => one?.values.map(({ from }) => from) ?? []);
      const days = [since, ...new Set(starts.filter((day) => day > since))];
      const kinds = days.map((day) => kindOn(day, old, now, LOOSER_WHEN_LARGER.has(`${policy}.${name}`)));
      const moved = new Set(kinds.flatMap((kind) => (kind === undefined ? [] : [kind])));
      const [only, ...others] = [...moved].filter((kind) => kind !== "same");
      if (moved.size === 0) return [];
      return [{ policy, name, kind: only === undefined ? "same" : others.length > 0 ? "mixed" : only }];
    }),
  );
}

/** `undefined` where the values are one. */
function kindOn(
  day: string,
  before: CheckedParameter | undefined,
  after: CheckedParameter | undefined,
  decides: boolean,
): ComparisonKind | undefined {
  const [old, now] = [before, after].map((one) => one && valueAt(one, day)?.value);
  if (isSameAnswer(old, now)) return undefined;
  if (!decides) return "same";
  // Without a value no waiver counts.
  if (old === undefined || now === undefined) return old === undefined ? "looser" : "tighter";
  if (after === undefined || isTable(old) || isTable(now)) return "undecided";
  const isMore = comparison("more_than", after.of, day)(now, old);
  return isMore === undefined ? "undecided" : isMore ? "looser" : "tighter";
}

function isTable(value: DatedValue["value"]): value is ReadonlyMap<string, FactValue> {
  return value instanceof Map;
}

function parameterOf(
  { policies }: CheckedPolicies,
  policy: string,
  name: string,
): CheckedParameter | undefined {
  const found = policies.find(({ document }) => document.value.id === policy);
  return found?.document.value.status === "active" ? found.parameters.get(name) : undefined;
}
