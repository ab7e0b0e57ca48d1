import type { FactValue } from "../../model/value.ts";
import { comparison } from "../compare-values.ts";
import type { Comparison, Condition } from "../form.ts";
import type { Report } from "./report.ts";
import { sampleValues } from "./sample-values.ts";

/**
 * Refuses a list in which a condition stands twice, can never hold, or always holds, by itself or beside
 * another on the same fact. Decided exactly for literals and for parameters that have had one value.
 */
export function checkList(conditions: readonly Condition[], mode: "all" | "any", report: Report): boolean {
  return (
    checkTwice(conditions, report) &&
    checkAlone(conditions, report) &&
    checkTogether(conditions, mode, report)
  );
}

function checkTwice(conditions: readonly Condition[], report: Report): boolean {
  const seen = new Set<string>();
  for (const condition of conditions) {
    const text = describe(condition);
    if (seen.has(text)) {
      report(condition.pointer, "this condition stands twice in one list", "remove one of them");
      return false;
    }
    seen.add(text);
  }
  return true;
}

/** A text that two conditions share exactly when they ask the same. */
function describe(condition: Condition): string {
  return JSON.stringify(condition, (key, value: unknown) => {
    if (key === "pointer") return undefined;
    if (value instanceof Set) return [...value].sort();
    if (typeof value === "symbol") return value.toString();
    return (key === "fact" || key === "parameter") && isNamed(value) ? value.name : value;
  });
}

function isNamed(value: unknown): value is { readonly name: string } {
  return typeof value === "object" && value !== null && "name" in value;
}

function checkAlone(conditions: readonly Condition[], report: Report): boolean {
  for (const condition of conditions) {
    const test = condition.kind === "comparison" ? fixedTest(condition) : undefined;
    if (condition.kind !== "comparison" || test === undefined) continue;
    const samples = sampleValues(condition.fact, [test]);
    if (samples.length === 0) continue;
    const answers = samples.map((sample) => test.holds(sample));
    if (answers.some((answer) => answer !== true) && answers.some((answer) => answer === true)) continue;
    const always = answers.every((answer) => answer === true);
    const message = always ? "this condition always holds" : "this condition can never hold";
    report(condition.pointer, message, "change the value, or remove the condition");
    return false;
  }
  return true;
}

function checkTogether(conditions: readonly Condition[], mode: "all" | "any", report: Report): boolean {
  const groups = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const name =
      condition.kind === "comparison"
        ? condition.fact.name
        : condition.kind === "definition"
          ? condition.name
          : "";
    if (name !== "") groups.set(name, [...(groups.get(name) ?? []), condition]);
  }
  for (const [name, group] of groups) {
    const last = group.at(-1);
    if (last === undefined || group.length < 2 || !isDecided(group, mode)) continue;
    const message =
      mode === "all"
        ? `the conditions on \`${name}\` can never hold together`
        : `one of the conditions on \`${name}\` always holds`;
    report(last.pointer, message, "change or remove one of them");
    return false;
  }
  return true;
}

/** Whether conditions on one fact are never all true (`all`), or never all less than true (`any`). */
function isDecided(group: readonly Condition[], mode: "all" | "any"): boolean {
  if (group.every((condition) => condition.kind === "definition")) {
    return new Set(group.map((condition) => condition.expected)).size === 2;
  }
  const comparisons = group.filter((condition) => condition.kind === "comparison");
  const tests = comparisons.map(fixedTest).filter((test) => test !== undefined);
  const fact = comparisons[0]?.fact;
  if (fact === undefined || tests.length < 2 || (mode === "any" && fact.type === "set")) return false;
  const samples = sampleValues(fact, tests);
  if (samples.length === 0) return false;
  return mode === "all"
    ? samples.every((sample) => tests.some((test) => test.holds(sample) !== true))
    : samples.every((sample) => tests.some((test) => test.holds(sample) === true));
}

/** A comparison with a value that is the same on every date and for every row. */
export interface FixedTest {
  readonly operator: Comparison["operator"];
  readonly operand: FactValue;
  readonly holds: (value: FactValue) => boolean | undefined;
}

function fixedTest({ fact, operator, operand }: Comparison): FixedTest | undefined {
  if (operand === undefined || operator === "in_last" || operator === "in_next") return undefined;
  const value = fixedValue(operand);
  if (value === undefined) return undefined;
  const compare = comparison(operator, fact, "");
  return { operator, operand: value, holds: (sample) => compare(sample, value) };
}

function fixedValue(operand: NonNullable<Comparison["operand"]>): FactValue | undefined {
  if (operand.kind === "literal") return operand.value;
  if (operand.kind === "fact" || operand.shift !== undefined) return undefined;
  const [first, second] = operand.parameter.values;
  return second === undefined && !(first?.value instanceof Map)
    ? (first?.value as FactValue | undefined)
    : undefined;
}
