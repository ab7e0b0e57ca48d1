import type {
  PolicyClause,
  PolicyCondition,
  PolicyDocument,
  PolicyReference,
  PolicyRule,
} from "../../src/model/generated/policy.ts";
import type { VocabularyDocument } from "../../src/model/generated/vocabulary.ts";
import type { Row } from "../../src/model/row.ts";
import type { Outcome, Tier } from "../../src/model/rule.ts";
import { type FactValue, NONE, type Truth, UNKNOWN } from "../../src/model/value.ts";

const DAY = 86_400_000;

/**
 * A second evaluator, written from `docs/rules.md` alone and as plainly as it can be: it reads the policy
 * as written at every question, compiles nothing, remembers nothing, and shares no code with `src/rules`.
 */
export class Oracle {
  readonly #policies: readonly PolicyDocument[];
  readonly #vocabulary: VocabularyDocument;
  readonly #asOf: string;

  constructor(policies: readonly PolicyDocument[], vocabulary: VocabularyDocument, asOf: string) {
    this.#policies = policies;
    this.#vocabulary = vocabulary;
    this.#asOf = asOf;
  }

  outcome(policy: PolicyDocument, rule: PolicyRule, clause: PolicyClause | undefined, row: Row): Outcome {
    const holds = (conditions: readonly PolicyCondition[] = []) => this.#all(conditions, policy, row);
    const exempt = [rule.unless, clause?.unless].filter((list) => (list ?? []).length > 0).map(holds);
    const applies = and([holds(rule.when), holds(clause?.when), ...exempt.map(not)]);
    const required = holds(clause === undefined ? rule.require : clause.require);
    if (applies === false) return "not-applicable";
    if (required === true) return "pass";
    return applies === true && required === false ? "fail" : "unknown";
  }

  due(
    policy: PolicyDocument,
    rule: PolicyRule,
    clause: PolicyClause | undefined,
    row: Row,
  ): string | undefined {
    const due = clause?.due ?? rule.due;
    if (due === undefined) return undefined;
    const dates = this.#worlds([due], policy, row).map((world) =>
      this.#operand(due, "date", policy, row, world),
    );
    const [first] = dates;
    if (first === undefined || first === UNKNOWN || dates.some((date) => date !== first)) return "unknown";
    return first === NONE ? "none" : String(first);
  }

  tier(row: Row): Tier | undefined {
    const policy = this.#policies.find(({ tiers }) => tiers !== undefined);
    for (const tier of ["T4", "T3", "T2"] as const) {
      const truth =
        policy?.tiers === undefined ? undefined : this.#all(policy.tiers[tier].means, policy, row);
      if (truth === true) return tier;
      if (truth === undefined) return undefined;
    }
    return "T1";
  }

  #all(conditions: readonly PolicyCondition[], policy: PolicyDocument, row: Row): Truth {
    return and(conditions.map((condition) => this.#one(condition, policy, row)));
  }

  #one(condition: PolicyCondition, policy: PolicyDocument, row: Row): Truth {
    if (condition.any) return not(and(condition.any.map((member) => not(this.#one(member, policy, row)))));
    if (condition.some) {
      const { subject, where } = condition.some;
      const party = row.subject === "party" ? row : row.scope("party");
      return not(and((party?.nested(subject) ?? []).map((nested) => not(this.#all(where, policy, nested)))));
    }
    const name = condition.fact ?? "";
    const [operator = ""] = Object.keys(condition).filter((key) => key !== "fact");
    const raw = (condition as Record<string, unknown>)[operator];
    const definer = this.#policies.find(({ definitions }) => definitions?.[name] !== undefined);
    if (definer !== undefined) {
      const owner = this.#owner(name, row);
      const truth = owner && this.#all(definer.definitions?.[name]?.means ?? [], definer, owner);
      if (truth === undefined) return undefined;
      return (operator === "is") === (truth === raw);
    }
    if (operator === "stated") return this.#owner(name, row)?.cell(name).stated ?? false;
    const value = this.#value(name, row);
    if (operator === "present") return value !== UNKNOWN && value !== NONE;
    const truths = this.#worlds([raw], policy, row).map((world) => {
      const type = operator === "in_last" || operator === "in_next" ? "duration" : this.#type(name);
      const operand = this.#operand(raw, type, policy, row, world);
      return this.#compare(operator, name, value, operand);
    });
    return truths.every((truth) => truth === truths[0]) ? truths[0] : undefined;
  }

  #compare(operator: string, name: string, value: FactValue, operand: FactValue): Truth {
    const blank = value === UNKNOWN || operand === UNKNOWN;
    const none = value === NONE || operand === NONE;
    const type = this.#type(name);
    switch (operator) {
      case "is":
      case "is_not": {
        let equal: Truth;
        if (blank) return undefined;
        if (none || !["integer", "number", "duration"].includes(type)) equal = value === operand;
        else {
          const [low, high] = gap(value, operand);
          equal = low === 0 && high === 0 ? true : low > 0 || high < 0 ? false : undefined;
        }
        return operator === "is" ? equal : not(equal);
      }
      case "one_of":
      case "none_of": {
        if (blank) return undefined;
        const inside = list(operand).includes(value === NONE ? "none" : String(value));
        return inside === (operator === "one_of");
      }
      case "at_most":
      case "at_least":
      case "less_than":
      case "more_than": {
        if (none) return false;
        if (blank) return undefined;
        const ranks = this.#values(name).filter((item) => item !== "none");
        const [low, high] =
          type === "ordered"
            ? [0, 0].map(() => ranks.indexOf(String(value)) - ranks.indexOf(String(operand)))
            : gap(value, operand);
        const tests = {
          at_most: (n: number) => n <= 0,
          at_least: (n: number) => n >= 0,
          less_than: (n: number) => n < 0,
          more_than: (n: number) => n > 0,
        };
        const [atLow, atHigh] = [tests[operator](low ?? 0), tests[operator](high ?? 0)];
        return atLow === atHigh ? atLow : undefined;
      }
      case "before":
      case "after":
      case "on_or_before":
      case "on_or_after": {
        if (none) return false;
        if (blank) return undefined;
        const days = toDays(String(value)) - toDays(String(operand));
        return { before: days < 0, after: days > 0, on_or_before: days <= 0, on_or_after: days >= 0 }[
          operator
        ];
      }
      case "in_last":
      case "in_next": {
        if (none) return false;
        if (blank) return undefined;
        const edge = shift(this.#asOf, operand, operator === "in_last" ? -1 : 1);
        const [from, to] = operator === "in_last" ? [edge, this.#asOf] : [this.#asOf, edge];
        return toDays(String(value)) >= toDays(from) && toDays(String(value)) <= toDays(to);
      }
      default: {
        const [has, asked] = [list(value), list(operand)];
        if (value === UNKNOWN) return undefined;
        const every = (some: readonly string[], of: readonly string[]) =>
          some.every((item) => of.includes(item));
        if (operator === "contains_all") return every(asked, has);
        if (operator === "contains_only") return every(has, asked);
        const overlap = asked.some((item) => has.includes(item));
        return operator === "contains_none" ? !overlap : overlap;
      }
    }
  }

  /** Every way the blank keys of the tables in an operand can turn out. */
  #worlds(
    raws: readonly unknown[],
    policy: PolicyDocument,
    row: Row,
  ): readonly Readonly<Record<string, string>>[] {
    const names = raws.flatMap((raw) => {
      if (!isReference(raw)) return [];
      const moved = raw.plus ?? raw.minus;
      const used = [raw.parameter, typeof moved === "object" ? moved.parameter : undefined];
      return used.flatMap((name) => (name === undefined ? [] : [policy.parameters?.[name]?.by ?? ""]));
    });
    let worlds: readonly Readonly<Record<string, string>>[] = [{}];
    for (const key of new Set(names.filter((name) => name !== ""))) {
      const value = this.#value(key, row);
      const open = this.#vocabulary.facts[key]?.open === undefined ? [] : ["anything else"];
      const options =
        value === UNKNOWN ? [...this.#values(key), ...open] : [value === NONE ? "none" : String(value)];
      worlds = worlds.flatMap((world) => options.map((option) => ({ ...world, [key]: option })));
    }
    return worlds;
  }

  #operand(
    raw: unknown,
    type: string,
    policy: PolicyDocument,
    row: Row,
    world: Readonly<Record<string, string>>,
  ): FactValue {
    if (!isReference(raw)) return read(raw, type);
    const base =
      raw.fact === undefined
        ? this.#parameter(raw.parameter ?? "", policy, world)
        : this.#value(raw.fact, row);
    const moved = raw.plus ?? raw.minus;
    if (moved === undefined || base === NONE) return base;
    const by =
      typeof moved === "string" ? read(moved, "duration") : this.#parameter(moved.parameter, policy, world);
    if (base === UNKNOWN || by === UNKNOWN) return UNKNOWN;
    return shift(String(base), by, raw.plus === undefined ? -1 : 1);
  }

  #parameter(name: string, policy: PolicyDocument, world: Readonly<Record<string, string>>): FactValue {
    const parameter = policy.parameters?.[name];
    const begun = (parameter?.values ?? []).filter(({ from }) => from <= this.#asOf);
    const raw = begun.at(-1)?.value;
    if (parameter === undefined || raw === undefined) return UNKNOWN;
    if (parameter.by === undefined) return read(raw, parameter.type);
    const table = raw as Readonly<Record<string, unknown>>;
    const key = world[parameter.by] ?? "";
    return read(key in table ? table[key] : table.other, parameter.type);
  }

  #owner(name: string, row: Row): Row | undefined {
    const subject = name.split(".")[0] as Row["subject"];
    return row.subject === subject ? row : row.scope(subject);
  }

  #value(name: string, row: Row): FactValue {
    if (name === "today") return this.#asOf;
    const value = this.#owner(name, row)?.cell(name).value ?? UNKNOWN;
    if (value === "none" && this.#values(name).includes("none")) return NONE;
    return value instanceof Set && value.size === 0 ? NONE : value;
  }

  #type(name: string): string {
    return this.#vocabulary.facts[name]?.type ?? "";
  }

  #values(name: string): readonly string[] {
    const fact = this.#vocabulary.facts[name];
    if (fact?.type === "boolean") return ["true", "false"];
    return fact?.values ?? this.#vocabulary.facts[fact?.of ?? ""]?.values ?? [];
  }
}

function and(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(undefined) ? undefined : true;
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function isReference(raw: unknown): raw is PolicyReference {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

function list(value: FactValue): readonly string[] {
  if (value instanceof Set) return [...value];
  return typeof value === "string" ? [value] : [];
}

function read(raw: unknown, type: string): FactValue {
  if (raw === "none") return NONE;
  if (Array.isArray(raw)) return new Set(raw.map(String));
  if (type === "duration" && typeof raw === "string") return readDuration(raw);
  return raw as FactValue;
}

/** A duration as a count of each letter, summed up. */
function readDuration(text: string): { months: number; seconds: number } {
  const [date = "", time = ""] = text.slice(1).split("T");
  const count = (part: string, letter: string) => Number(new RegExp(`(\\d+)${letter}`).exec(part)?.[1] ?? 0);
  const days = count(date, "W") * 7 + count(date, "D");
  return {
    months: count(date, "Y") * 12 + count(date, "M"),
    seconds: days * 86_400 + count(time, "H") * 3600 + count(time, "M") * 60 + count(time, "S"),
  };
}

/** Bounds of left less right: numbers as they are, durations in seconds. */
function gap(left: FactValue, right: FactValue): readonly [number, number] {
  const [a, b] = [left, right].map((value) => {
    if (typeof value === "number") return { min: value, max: value };
    return value as { min: number; max: number } | { months: number; seconds: number };
  });
  if (a !== undefined && b !== undefined && "months" in a && "months" in b) {
    const months = a.months - b.months;
    const lengths = monthLengths(Math.abs(months)).map(
      (days) => Math.sign(months) * days * 86_400 + a.seconds - b.seconds,
    );
    return [Math.min(...lengths), Math.max(...lengths)];
  }
  if (a !== undefined && b !== undefined && "min" in a && "min" in b) return [a.min - b.max, a.max - b.min];
  throw new Error("two numbers or two durations were expected");
}

const lengths = new Map<number, readonly number[]>();

/** Every number of days that so many months can have, counted from each day of 400 years. */
function monthLengths(months: number): readonly number[] {
  let found = lengths.get(months);
  if (found === undefined) {
    const days = new Set<number>();
    for (let month = 0; month < 4800; month++) {
      days.add((Date.UTC(2000, month + months, 1) - Date.UTC(2000, month, 1)) / DAY);
    }
    found = [...days];
    lengths.set(months, found);
  }
  return found;
}

function toDays(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY;
}

function shift(date: string, duration: FactValue, sign: number): string {
  const { months, seconds } = duration as { months: number; seconds: number };
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + sign * months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return new Date(first.getTime() + sign * seconds * 1000).toISOString().slice(0, 10);
}
