import type { JsonValue } from "../../model/document.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import { type Duration, type FactValue, NONE } from "../../model/value.ts";
import type { Comparison } from "../../rules/form.ts";
import type { Fact } from "../../rules/vocabulary.ts";
import { nearValues } from "../mutants/near-values.ts";

/** What a fact is compared with at a row. */
export interface Limit {
  readonly operator: Comparison["operator"];
  readonly value: FactValue;
}

/**
 * Values of a fact, as a manifest writes them, that comparisons with it tell apart: each limit, just under
 * and just over it, each value of a list, `none`, and blank. `null` is blank.
 */
export function tellingValues(fact: Fact, limits: readonly Limit[], asOf: string): readonly JsonValue[] {
  const named = limits.map(({ value }) => value);
  const none: readonly JsonValue[] = fact.none ? ["none", null] : [null];
  switch (fact.type) {
    case "boolean":
      return [true, false, ...none];
    case "enum":
    case "ordered":
    case "country":
      return distinct([...named.flatMap(members), ...fact.values.slice(0, 12), ...none]);
    case "integer":
    case "number":
      return distinct([
        ...around(
          named.filter((value) => typeof value === "number"),
          fact,
        ),
        ...none,
      ]);
    case "duration":
      return distinct([...around(named.flatMap(durationText), fact), ...none]);
    case "date":
      return distinct([...limits.flatMap(({ operator, value }) => dates(operator, value, asOf)), ...none]);
    case "set": {
      const listed = distinct(named.flatMap(members)).map(String);
      const outside = fact.values.find((value) => !listed.includes(value));
      const all =
        listed.length < 2 ? [] : [listed, ...listed.map((one) => listed.filter((item) => item !== one))];
      const singles = [...listed, ...fact.values.slice(0, 8)].map((value) => [value]);
      const mixed = outside === undefined ? [] : listed.slice(0, 1).map((value) => [value, outside]);
      return [
        ...all,
        ...singles,
        ...mixed,
        ...(outside === undefined ? [] : [[...listed, outside]]),
        [],
        null,
      ];
    }
    case "text":
      return ["as written in the file", ...none];
  }
}

function around(values: readonly (number | string)[], fact: Fact): readonly (number | string)[] {
  return values.flatMap((value) => [
    value,
    ...nearValues(value, fact, "size").filter((near) => typeof near !== "boolean"),
  ]);
}

const DAY = { months: 0, seconds: 86_400 };

function dates(operator: Comparison["operator"], value: FactValue, asOf: string): readonly string[] {
  const at =
    operator === "in_last" || operator === "in_next"
      ? isDuration(value)
        ? addDuration(asOf, value, operator === "in_last" ? -1 : 1)
        : undefined
      : typeof value === "string"
        ? value
        : undefined;
  const middle = [asOf, at].filter((date) => date !== undefined);
  return middle.flatMap((date) =>
    [date, addDuration(date, DAY, -1), addDuration(date, DAY, 1)].filter((near) => near !== undefined),
  );
}

function durationText(value: FactValue): readonly string[] {
  return isDuration(value) && "text" in value && typeof value.text === "string" ? [value.text] : [];
}

function isDuration(value: FactValue): value is Duration {
  return typeof value === "object" && "months" in value;
}

function members(value: FactValue): readonly string[] {
  if (value === NONE) return ["none"];
  if (value instanceof Set) return [...value];
  return typeof value === "string" ? [value] : [];
}

function distinct<T extends JsonValue>(values: readonly T[]): readonly T[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
