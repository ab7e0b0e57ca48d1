import type { Tier } from "../model/rule.ts";
import { table } from "../render/table.ts";
import { sentence } from "../render/words.ts";
import type { CheckedClause } from "../rules/checked-policies.ts";
import { STAGES } from "../rules/stages.ts";
import { byClause } from "./by-clause.ts";
import { EVER } from "./over-time.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, prose } from "./prose.ts";

const TIERS: readonly Tier[] = ["T1", "T2", "T3", "T4"];

/** What a breach does at each tier: a table with one row, or one for each clause where they differ. */
export function effectTable(clauses: readonly CheckedClause[], rule: string, setting: PageSetting): string {
  const { language, say, words, policies } = setting;
  const tierless = clauses.filter(({ subject }) => !policies.vocabulary.subjects.get(subject)?.tierFact);
  if (tierless.length === clauses.length)
    return byClause(clauses, rule, setting, ({ effect }) => say("noTier", { effect: words(effect.T1) }));
  const cells = clauses.map(({ effect }) => TIERS.map((tier) => words(effect[tier])));
  if (new Set(cells.map((row) => row.join("|"))).size === 1) return table(TIERS, cells.slice(0, 1));
  const rows = clauses.map(({ id }, index) => [code(`${rule}(${id})`, language), ...(cells[index] ?? [])]);
  return table([say("clause"), ...TIERS], rows);
}

/** At which stages a rule binds, by name. */
export function stagesPart(clauses: readonly CheckedClause[], rule: string, setting: PageSetting): string {
  const { language, say, words, policies } = setting;
  const labels = policies.vocabulary.facts.get("system.stage")?.valueLabels;
  return byClause(clauses, rule, setting, ({ stages }) => {
    if (stages.length === 0) return say("noStage");
    if (stages.length === STAGES.length) return `${sentence(say("allStages"))}.`;
    const names = stages.map((stage) => labels?.get(stage)?.[language] ?? stage).join(words("and"));
    return prose(`${say("atStages", { stages: names })} ${sentence(say("otherStages"))}.`, language);
  });
}

/** From which day, and until which, a rule is in force. */
export function forcePart(clauses: readonly CheckedClause[], rule: string, setting: PageSetting): string {
  const { language, say } = setting;
  return byClause(clauses, rule, setting, ({ effective, until }) => {
    if (effective === EVER) {
      return until === null
        ? sentence(say("inForceAlways"))
        : prose(sentence(say("until", { until })), language);
    }
    const span =
      until === null ? say("inForce", { from: effective }) : say("inForceUntil", { from: effective, until });
    return prose(sentence(span), language);
  });
}
