import type { PolicyCondition, PolicyRule } from "../../../src/model/generated/policy.ts";
import { type FactValue, NONE, type Truth, UNKNOWN } from "../../../src/model/value.ts";

type Judged = "met" | "unknown" | "broken";
type Verdict = "same" | "tighter" | "looser" | "mixed";

/**
 * Compares two rules as plainly as can be: every combination of values of small domains, each judged by an
 * evaluator of its own. It reads the rules as written and shares no code with `src/rules`.
 */
export function bruteForce(
  before: PolicyRule,
  after: PolicyRule,
  today: string,
  domains: typeof DOMAINS = DOMAINS,
): Verdict {
  const names = [...new Set([before, after].flatMap(factsOf))];
  const [old, now] = [judge(before, today), judge(after, today)];
  const met = new Map<string, readonly [Judged, Judged]>();
  const values: Record<string, FactValue> = {};
  const visit = (index: number): void => {
    const name = names[index];
    if (name === undefined) {
      const pair = [old(values), now(values)] as const;
      met.set(pair.join(), pair);
      return;
    }
    for (const value of domains[name] ?? []) {
      values[name] = value;
      visit(index + 1);
    }
  };
  visit(0);
  let stricter = false;
  let laxer = false;
  for (const [one, other] of met.values())
    for (const tier of TIERS)
      for (const stage of [...STAGES, "unknown"]) {
        const difference = weight(after, other, tier, stage) - weight(before, one, tier, stage);
        if (difference > 0) stricter = true;
        if (difference < 0) laxer = true;
      }
  if (stricter) return laxer ? "mixed" : "tighter";
  return laxer ? "looser" : "same";
}

export const TODAY = "2026-11-23";
const DAYS = Array.from({ length: 15 }, (_, index) => `2026-11-${16 + index}`);
const HALF_DAY = 43_200;

/** Every value that can matter where rules mention only the constants of `arbitrary-pair.ts`. */
export const DOMAINS: Readonly<Record<string, readonly FactValue[]>> = {
  "system.personal": [true, false, UNKNOWN],
  "system.people": [0, 1, 2, 3, 4, UNKNOWN],
  "system.price": [
    0,
    0.5,
    1,
    1.5,
    2,
    3,
    { min: 0, max: 1 },
    { min: 0, max: 0.5 },
    { min: 0, max: 1.5 },
    { min: 0, max: 2 },
    { min: 0, max: 3 },
    { min: 0.5, max: 1 },
    { min: 0.5, max: 1.5 },
    { min: 0.5, max: 2 },
    { min: 0.5, max: 3 },
    { min: 1, max: 1.5 },
    { min: 1, max: 2 },
    { min: 1, max: 3 },
    { min: 1.5, max: 2 },
    { min: 1.5, max: 3 },
    { min: 2, max: 3 },
    NONE,
    UNKNOWN,
  ],
  "system.kind": ["camera", "gate", "lamp", NONE, UNKNOWN],
  "system.level": ["low", "middle", "high", NONE, UNKNOWN],
  "system.tags": [NONE, ...["a", "b", "c", "ab", "ac", "bc", "abc"].map((set) => new Set(set)), UNKNOWN],
  "system.note": ["x", "y", "z", NONE, UNKNOWN],
  "system.tested_on": [...DAYS, NONE, UNKNOWN],
  "system.signed_on": [...DAYS, NONE, UNKNOWN],
  "retention.period": [
    ...Array.from({ length: 9 }, (_, index) => ({ months: 0, seconds: index * HALF_DAY })),
    NONE,
    UNKNOWN,
  ],
};

const LEVELS = ["low", "middle", "high"];
const TIERS = ["T1", "T2", "T3", "T4", "unknown"];
const STAGES = ["definition", "procurement", "deployment", "operation", "decommissioning"];
const EFFECTS = ["note", "warn", "approve", "block"];

type Values = Readonly<Record<string, FactValue>>;

function factsOf(rule: PolicyRule): readonly string[] {
  const go = (conditions: readonly PolicyCondition[] = []): readonly string[] =>
    conditions.flatMap((condition) => {
      if (condition.any !== undefined) return go(condition.any);
      const [, operand] = Object.entries(condition).find(([key]) => key !== "fact") ?? [];
      const other = (operand as { fact?: string } | undefined)?.fact;
      return [condition.fact ?? "", ...(other === undefined || other === "today" ? [] : [other])];
    });
  return [...go(rule.when), ...go(rule.unless), ...go(rule.require)];
}

function judge(rule: PolicyRule, today: string): (values: Values) => Judged {
  const when = all(rule.when, today);
  const unless = (rule.unless ?? []).length === 0 ? () => false : all(rule.unless, today);
  const require = all(rule.require, today);
  return (values) => {
    const applies = and(when(values), not(unless(values)));
    const holds = require(values);
    if (applies === false || holds === true) return "met";
    return applies === true && holds === false ? "broken" : "unknown";
  };
}

/** What a rule finds at a tier and stage, as a number: the higher the stricter. */
function weight(rule: PolicyRule, judged: Judged, tier: string, stage: string): number {
  if (judged === "met") return 0;
  const table = rule.effect ?? "note";
  const words = typeof table === "string" ? TIERS.map(() => table) : [table.T1, table.T2, table.T3, table.T4];
  const ranks = words.map((word) => EFFECTS.indexOf(word));
  const effect = tier === "unknown" ? Math.max(...ranks) : (ranks[TIERS.indexOf(tier)] ?? 0);
  const [first = "", last = ""] = [rule.stages?.[0], rule.stages?.at(-1)];
  const at = STAGES.indexOf(stage);
  const announced = at !== -1 && (at < STAGES.indexOf(first) || at > STAGES.indexOf(last));
  const isLow = tier === "T1" || tier === "T2";
  const most = announced || (judged === "unknown" && isLow) ? 1 : 3;
  return 1 + Math.min(effect, most) * 10 + (announced ? 0 : 5) + (judged === "broken" ? 1 : 0);
}

function all(conditions: readonly PolicyCondition[] = [], today: string): (values: Values) => Truth {
  const tests = conditions.map((condition) => one(condition, today));
  return (values) => tests.reduce<Truth>((truth, test) => and(truth, test(values)), true);
}

function one(condition: PolicyCondition, today: string): (values: Values) => Truth {
  if (condition.any !== undefined) {
    const tests = condition.any.map((member) => one(member, today));
    return (values) => not(tests.reduce<Truth>((truth, test) => and(truth, not(test(values))), true));
  }
  const name = condition.fact ?? "";
  const [operator = "", raw] = Object.entries(condition).find(([key]) => key !== "fact") ?? [];
  if (operator === "present") return (values) => values[name] !== UNKNOWN && values[name] !== NONE;
  if (operator === "stated") return (values) => values[name] !== UNKNOWN;
  const operand = operandOf(raw, today);
  return (values) => compare(operator, name, values[name] ?? UNKNOWN, operand(values), today);
}

function operandOf(raw: unknown, today: string): (values: Values) => unknown {
  if (typeof raw === "object" && raw !== null && "fact" in raw) {
    const { fact, plus, minus } = raw as { fact: string; plus?: string; minus?: string };
    const days = plus === undefined ? -daysIn(minus ?? "P0D") : daysIn(plus);
    return (values) => {
      const value = fact === "today" ? today : (values[fact] ?? UNKNOWN);
      return typeof value === "string" && (plus ?? minus) !== undefined ? dayAfter(value, days) : value;
    };
  }
  return () => raw;
}

function compare(operator: string, name: string, value: FactValue, operand: unknown, today: string): Truth {
  if (operator.startsWith("contains")) {
    if (value === UNKNOWN) return undefined;
    const has: string[] = value instanceof Set ? [...value] : [];
    const asked: string[] = Array.isArray(operand) ? operand : [String(operand)];
    if (operator === "contains_all") return asked.every((item) => has.includes(item));
    if (operator === "contains_only") return has.every((item) => asked.includes(item));
    const shared = asked.some((item) => has.includes(item));
    return operator === "contains_none" ? !shared : shared;
  }
  if (operator === "one_of" || operator === "none_of") {
    if (value === UNKNOWN) return undefined;
    const inside = (operand as readonly unknown[]).includes(value === NONE ? "none" : value);
    return inside === (operator === "one_of");
  }
  const other = operand === "none" ? NONE : operand;
  if (operator === "is" || operator === "is_not") {
    if (value === UNKNOWN || other === UNKNOWN) return undefined;
    const equal =
      value === NONE || other === NONE
        ? value === other
        : (decide(name, value, other, (gap) => gap === 0) as Truth);
    return operator === "is" ? equal : not(equal);
  }
  if (value === NONE || other === NONE) return false;
  if (value === UNKNOWN || other === UNKNOWN) return undefined;
  if (operator === "in_last") {
    const age = daysBetween(String(value), today);
    return age >= 0 && age <= daysIn(String(other));
  }
  if (operator === "in_next") {
    const ahead = daysBetween(today, String(value));
    return ahead >= 0 && ahead <= daysIn(String(other));
  }
  const holds: Readonly<Record<string, (gap: number) => boolean>> = {
    at_most: (gap) => gap <= 0,
    at_least: (gap) => gap >= 0,
    less_than: (gap) => gap < 0,
    more_than: (gap) => gap > 0,
    before: (gap) => gap < 0,
    after: (gap) => gap > 0,
    on_or_before: (gap) => gap <= 0,
    on_or_after: (gap) => gap >= 0,
  };
  const test = holds[operator];
  if (test === undefined) throw new Error(operator);
  return decide(name, value, other, test);
}

/** A test of the gap between two values; of a value known within bounds, of every quarter within them. */
function decide(name: string, value: FactValue, other: unknown, test: (gap: number) => boolean): Truth {
  if (typeof value === "object" && "min" in value) {
    const answers = new Set<boolean>();
    for (let point = value.min; point <= value.max; point += 0.25) answers.add(test(point - Number(other)));
    return answers.size === 2 ? undefined : answers.has(true);
  }
  return test(rank(name, value) - rank(name, other));
}

function rank(name: string, value: unknown): number {
  if (name === "system.level") return LEVELS.indexOf(String(value));
  if (typeof value === "number") return value;
  if (typeof value === "object" && value !== null && "seconds" in value) return Number(value.seconds);
  const text = String(value);
  if (name === "retention.period") return daysIn(text) * 86_400;
  if (text.startsWith("20")) return daysBetween("2026-11-01", text);
  // Words are equal or they are not.
  return [...text].reduce((sum, letter) => sum * 131 + letter.charCodeAt(0), 7);
}

function daysIn(text: string): number {
  return Number(/^P(\d+)D$/.exec(text)?.[1]);
}

function daysBetween(from: string, to: string): number {
  return dayOf(to) - dayOf(from);
}

const days = new Map<string, number>();

/** A day as a number, worked out once. */
function dayOf(text: string): number {
  const known = days.get(text);
  if (known !== undefined) return known;
  const day = Date.parse(text) / 86_400_000;
  days.set(text, day);
  return day;
}

const moved = new Map<string, string>();

function dayAfter(day: string, count: number): string {
  const key = `${day} ${count}`;
  const known = moved.get(key);
  if (known !== undefined) return known;
  const other = new Date((dayOf(day) + count) * 86_400_000).toISOString().slice(0, 10);
  moved.set(key, other);
  return other;
}

function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}
