import { effectRank } from "../../engine/effect-order.ts";
import type { Judged } from "../../engine/judge-rows.ts";
import type { Finding } from "../../model/generated/report.ts";
import type { Standing } from "../../model/impact.ts";
import type { Row } from "../../model/row.ts";

/** A rule at a subject where it finds something, by its weightiest finding. */
export interface Standpoint {
  readonly rule: string;
  readonly row: Row;
  readonly standing: Standing;
  readonly judged: Judged;
}

/** Where nothing is found. */
export const PASSES: Standing = { outcome: "pass", effect: null, state: null };

/**
 * How rules stand at the rows they look at, by rule and row; where nothing is found there is no entry.
 * `settled` gives findings with waivers applied, one for one, and is asked only about rules that have any.
 */
export function standingsOf(
  all: readonly Judged[],
  {
    settled,
    isWaived,
  }: {
    readonly settled: (judged: readonly Judged[]) => readonly Finding[];
    readonly isWaived: (rule: string) => boolean;
  },
): ReadonlyMap<string, Standpoint> {
  const waived = all.filter(({ clause }) => isWaived(clause.rule.id));
  const states = new Map(settled(waived).map((finding, index) => [waived[index], finding.state]));
  const found = new Map<string, Standpoint>();
  for (const judged of all) {
    const { clause, row, breach, effect, upcoming } = judged;
    const state = states.get(judged) ?? (upcoming === null ? "open" : "upcoming");
    const standing: Standing = { outcome: breach.outcome, effect, state };
    const key = `${clause.rule.id} ${row.subject}:${row.key}`;
    const other = found.get(key);
    if (other === undefined || weightOf(standing) > weightOf(other.standing))
      found.set(key, { rule: clause.rule.id, row, standing, judged });
  }
  return found;
}

/** What is open weighs more than what is announced, and that more than what is let through; then fail before unknown; then by effect. */
function weightOf({ outcome, effect, state }: Standing): number {
  const pressing = state === "open" ? 2 : state === "upcoming" ? 1 : 0;
  return pressing * 100 + (outcome === "fail" ? 10 : 0) + (effect === null ? 0 : effectRank(effect));
}
