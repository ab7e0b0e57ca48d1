/** Ways a request can go wrong. "After" means that the write took effect and only its answer is lost. */
export const FAULT_KINDS = [
  "500",
  "500-after",
  "502",
  "503",
  "401",
  "404",
  "403-secondary",
  "403-secondary-retry-after",
  "403-rate-limit",
  "429",
  "429-retry-after",
  "422-abuse",
  "reset",
  "reset-after",
  "hang",
  "hang-after",
  "truncated-body",
  "cut-json",
  "html",
  "empty",
  "204",
  "null",
  "object",
  "slow",
  "stale",
  "truncated-tree",
  "link-loop",
  "graphql-error",
  "graphql-rate-limited",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** What a fault is decided on. */
export interface FaultTarget {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  /** The client's `User-Agent`, by which several are told apart. */
  readonly agent: string;
}

interface FaultRule {
  /** Method and path, such as `POST *check-runs`, where `*` stands for anything; an expression on the same; or a function. */
  readonly match: string | RegExp | ((target: FaultTarget) => boolean);
  readonly kind: FaultKind;
  /** How many matching requests go wrong; 1 by default. */
  readonly times?: number;
  /** How many matching requests pass first; 0 by default. */
  readonly after?: number;
  /** Seconds for `retry-after`, 1 by default. */
  readonly retryAfter?: number;
  /** Milliseconds that `slow` waits, 200 by default. */
  readonly delayMs?: number;
}

export interface Faults {
  /** Lets matching requests go wrong. The result says how many did so far. */
  inject(rule: FaultRule): { readonly hits: () => number };
  /** Asks a function about every request no rule caught; `undefined` lets it pass. */
  decide(choose: ((target: FaultTarget) => FaultKind | undefined) | undefined): void;
  /** Removes rules and the function. */
  clear(): void;
}

/** A fault chosen for a request, with its settings. */
export interface ChosenFault {
  readonly kind: FaultKind;
  readonly retryAfter: number;
  readonly delayMs: number;
}

/** Faults on demand, and the function the server asks for each request. Rules are asked in order. */
export function createFaults(): Faults & { choose(target: FaultTarget): ChosenFault | undefined } {
  let rules: { readonly rule: FaultRule; seen: number; hits: number }[] = [];
  let decider: ((target: FaultTarget) => FaultKind | undefined) | undefined;
  return {
    inject(rule) {
      const entry = { rule, seen: 0, hits: 0 };
      rules.push(entry);
      return { hits: () => entry.hits };
    },
    decide(choose) {
      decider = choose;
    },
    clear() {
      rules = [];
      decider = undefined;
    },
    choose(target) {
      for (const entry of rules) {
        const { rule } = entry;
        if (entry.hits >= (rule.times ?? 1) || !matches(rule.match, target)) continue;
        entry.seen += 1;
        if (entry.seen <= (rule.after ?? 0)) continue;
        entry.hits += 1;
        return { kind: rule.kind, retryAfter: rule.retryAfter ?? 1, delayMs: rule.delayMs ?? 200 };
      }
      const kind = decider?.(target);
      return kind === undefined ? undefined : { kind, retryAfter: 1, delayMs: 200 };
    },
  };
}

function matches(match: FaultRule["match"], target: FaultTarget): boolean {
  if (typeof match === "function") return match(target);
  const text = `${target.method} ${target.path}`;
  if (match instanceof RegExp) return match.test(text);
  const source = match.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${source.join(".*")}$`).test(text);
}
