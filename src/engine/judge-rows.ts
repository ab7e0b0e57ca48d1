import type { Finding } from "../model/generated/report.ts";
import type { Row } from "../model/row.ts";
import type { CompiledClause, CompiledRule, Effect, Outcome, Tier } from "../model/rule.ts";
import type { Binding } from "./binding.ts";
import { type Breach, breachesOf } from "./breaches.ts";
import { atMost, effectRank } from "./effect-order.ts";

/** A breach with the clause and row it belongs to and the weight it carries. */
export interface Judged {
  readonly clause: CompiledClause;
  /** The row the clause looked at. */
  readonly row: Row;
  readonly breach: Breach;
  readonly effect: Effect;
  readonly upcoming: Finding["upcoming"];
}

/** The worst outcome of each rule at each subject, and the breaches behind what did not pass. */
export interface Judgement {
  readonly outcomes: readonly {
    readonly rule: string;
    readonly subject: string;
    readonly outcome: Outcome;
  }[];
  readonly judged: readonly Judged[];
}

/** A row with the text that stands for it in counts, made once for all clauses that look at it. */
export interface Subject {
  readonly row: Row;
  readonly name: string;
}

/** What is judged: its rows, the tier each is judged by, and when a clause binds it. */
export interface Judgeable {
  rows(clause: CompiledClause): readonly Subject[];
  tier(row: Row): Tier | undefined;
  binding(clause: CompiledClause, row: Row): Binding;
}

const WORST: Readonly<Record<Outcome, number>> = { "not-applicable": 0, pass: 1, unknown: 2, fail: 3 };

/** Applies rules to all rows they look at. */
export function judgeRows(rules: readonly CompiledRule[], of: Judgeable): Judgement {
  const outcomes: Judgement["outcomes"][number][] = [];
  const judged: Judged[] = [];
  for (const rule of rules) {
    const { worst, breaches } = judgeRule(rule, of);
    for (const [subject, outcome] of worst) outcomes.push({ rule: rule.id, subject, outcome });
    if (breaches.length > 0) judged.push(...strictest(breaches));
  }
  return { outcomes, judged };
}

/** Rows as subjects of rules. */
export function subjectsOf(rows: readonly Row[]): readonly Subject[] {
  return rows.map((row) => ({ row, name: `${row.subject}:${row.key}` }));
}

function judgeRule(rule: CompiledRule, of: Judgeable) {
  const worst = new Map<string, Outcome>();
  const breaches: Judged[] = [];
  for (const clause of rule.clauses) {
    for (const { row, name } of of.rows(clause)) {
      let outcome = clause.outcome(row);
      if (outcome === "fail" || outcome === "unknown") {
        const binding = of.binding(clause, row);
        if (binding.kind === "gone" || binding.kind === "never-due") outcome = "not-applicable";
        else {
          if (binding.kind === "undecided") outcome = "unknown";
          breaches.push(...judgedAt(clause, row, of.tier(row), binding));
        }
      }
      const before = worst.get(name);
      if (before === undefined || WORST[outcome] > WORST[before]) worst.set(name, outcome);
    }
  }
  return { worst, breaches };
}

function judgedAt(
  clause: CompiledClause,
  row: Row,
  tier: Tier | undefined,
  binding: Binding,
): readonly Judged[] {
  const full = clause.effect(tier);
  // Below T3 what is not known warns; from T3, and where the tier itself is unknown, it weighs as a fail.
  const unknown = tier === "T1" || tier === "T2" ? atMost(full, "warn") : full;
  const upcoming = binding.kind === "upcoming" ? binding.upcoming : null;
  return breachesOf(clause.trace(row), row).map((breach) => {
    const outcome = binding.kind === "undecided" ? "unknown" : breach.outcome;
    const effect = outcome === "fail" ? full : unknown;
    return {
      clause,
      row,
      breach: { ...breach, outcome },
      effect: upcoming === null ? effect : atMost(effect, "warn"),
      upcoming,
    };
  });
}

/** Where clauses of one rule differ on one value, only the strictest is kept. */
function strictest(breaches: readonly Judged[]): readonly Judged[] {
  const best = new Map<string, Judged>();
  for (const judged of breaches) {
    const { about, at } = judged.breach;
    const place = `${about.subject}:${about.key} ${at}`;
    const other = best.get(place);
    if (other === undefined || weightOf(judged) > weightOf(other)) best.set(place, judged);
  }
  return [...best.values()];
}

/** How much a breach weighs: first what it does, then whether it does so today, then whether it is known. */
export function weightOf({ effect, upcoming, breach }: Judged): number {
  return effectRank(effect) * 4 + (upcoming === null ? 2 : 0) + (breach.outcome === "fail" ? 1 : 0);
}
