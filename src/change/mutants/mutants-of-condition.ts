import type { JsonValue } from "../../model/document.ts";
import type { PolicyCondition } from "../../model/generated/policy.ts";
import { OPERATORS, type Operator, operandKind, operatorsOf } from "../../rules/operators.ts";
import type { Fact, Vocabulary } from "../../rules/vocabulary.ts";
import { nearOperators } from "./near-operators.ts";
import { nearValues } from "./near-values.ts";
import type { Path } from "./replace-at.ts";

/** One edit of a rule: another value at a place below it, or none. */
export interface Edit {
  readonly path: Path;
  readonly next: JsonValue | undefined;
  /** What was changed, in words. */
  readonly change: string;
  /** Where that stands, if not at `path`. */
  readonly at?: Path;
}

/** Every near miss of one condition: its operator, its literal, the alternatives of an `any`. */
export function editsOfCondition(
  condition: PolicyCondition,
  path: Path,
  vocabulary: Vocabulary,
): readonly Edit[] {
  if (condition.any !== undefined) {
    const members = condition.any;
    return [
      ...members.flatMap((_, index) => editsOfDroppedAlternative(members, index, path)),
      ...members.flatMap((member, index) => editsOfCondition(member, [...path, "any", index], vocabulary)),
    ];
  }
  if (condition.some !== undefined) {
    return condition.some.where.flatMap((inner, index) =>
      editsOfCondition(inner, [...path, "some", "where", index], vocabulary),
    );
  }
  const operator = OPERATORS.find((name) => condition[name] !== undefined);
  if (operator === undefined || condition.fact === undefined) return [];
  const fact = vocabulary.facts.get(condition.fact);
  const operand = json(condition[operator]);
  return [
    ...editsOfOperator(condition, operator, operand, fact, path),
    ...editsOfOperand(operator, operand, fact, [...path, operator]),
  ];
}

/** An `any` without one alternative; where one is left, that one in its place. */
function editsOfDroppedAlternative(
  members: readonly PolicyCondition[],
  index: number,
  path: Path,
): readonly Edit[] {
  const rest = members.filter((_, other) => other !== index);
  const [only] = rest;
  if (only === undefined) return [];
  const next = rest.length === 1 ? json(only) : { any: rest.map((member) => json(member) ?? null) };
  return [{ path, next, change: "alternative dropped", at: [...path, "any", index] }];
}

function editsOfOperator(
  condition: PolicyCondition,
  operator: Operator,
  operand: JsonValue | undefined,
  fact: Fact | undefined,
  path: Path,
): readonly Edit[] {
  // Of a yes-or-no fact, and so of a definition, the value is turned round instead.
  if (
    fact === undefined ||
    (fact.type === "boolean" && typeof operand === "boolean" && operator.startsWith("is"))
  )
    return [];
  const allowed = operatorsOf(fact.type);
  return nearOperators(operator)
    .filter((near) => allowed.includes(near))
    .map((near) => {
      const asked = operandKind(operator) === "element" && operandKind(near) === "elements";
      const next: Record<string, JsonValue> = { fact: condition.fact ?? "" };
      next[near] = asked && operand !== undefined ? [operand] : (operand ?? true);
      return { path, next, change: `\`${operator}\` became \`${near}\`` };
    });
}

function editsOfOperand(
  operator: Operator,
  operand: JsonValue | undefined,
  fact: Fact | undefined,
  path: Path,
): readonly Edit[] {
  if (operator === "present" || operator === "stated" || operand === undefined) return [];
  if (Array.isArray(operand)) return fact === undefined ? [] : editsOfList(operand.map(String), fact, path);
  const of = fact ?? { type: "boolean" as const, values: [] };
  if (operandKind(operator) === "duration") return editsOfValue(operand, DURATION, path, "calendar");
  if (operandKind(operator) === "element") return [];
  return typeof operand === "object" ? editsOfShift(operand, path) : editsOfValue(operand, of, path, "size");
}

const DURATION = { type: "duration", values: [] } as const;

/** A date's `plus` or `minus` moved by a day. */
export function editsOfShift(operand: JsonValue, path: Path): readonly Edit[] {
  if (operand === null || typeof operand !== "object" || Array.isArray(operand)) return [];
  return (["plus", "minus"] as const).flatMap((key) => {
    const by = (operand as { readonly [key: string]: JsonValue })[key];
    return by === undefined ? [] : editsOfValue(by, DURATION, [...path, key], "calendar");
  });
}

/** A literal moved just under and just over; nothing for a reference or a value without an order. */
export function editsOfValue(
  value: JsonValue,
  fact: Pick<Fact, "type" | "values">,
  path: Path,
  use: "size" | "calendar",
): readonly Edit[] {
  if (value === null || typeof value === "object") return [];
  return nearValues(value, fact, use).map((next) => ({
    path,
    next,
    change: `\`${String(value)}\` became \`${String(next)}\``,
  }));
}

/** A list with each member dropped, and with the member added that the vocabulary names next. */
export function editsOfList(
  members: readonly string[],
  fact: Pick<Fact, "values">,
  path: Path,
): readonly Edit[] {
  const dropped =
    members.length < 2
      ? []
      : members.map((member) => ({
          path,
          next: members.filter((other) => other !== member),
          change: `\`${member}\` taken off the list`,
        }));
  const after = fact.values.indexOf(members.at(-1) ?? "") + 1;
  const outside = [...fact.values.slice(after), ...fact.values.slice(0, after)];
  const added = outside.find((value) => !members.includes(value));
  return added === undefined
    ? dropped
    : [...dropped, { path, next: [...members, added], change: `\`${added}\` added to the list` }];
}

/** A part of a policy document, which was parsed from YAML and so is a JSON value. */
function json(value: unknown): JsonValue | undefined {
  return value as JsonValue | undefined;
}
