import type { Manifest } from "../model/document.ts";
import type { FactSet, Row } from "../model/row.ts";
import type { CompiledClause, RuleSet } from "../model/rule.ts";
import { bindingOf } from "./binding.ts";
import { type Judgement, judgeRows } from "./judge-rows.ts";
import { tierOf } from "./tier-of.ts";

/** Applies every rule to every row of one manifest. */
export function judgeManifest(manifest: Manifest, facts: FactSet, rules: RuleSet): Judgement {
  return judgeRows(rules.rules, {
    rows: (clause) => rowsOf(clause, facts),
    tier: (row) => tierOf(row, facts),
    binding: (clause, row) => bindingOf(clause, row, facts, manifest.value, rules.asOf),
  });
}

/** The rows of one manifest that a clause looks at. */
export function rowsOf(clause: CompiledClause, facts: FactSet): readonly Row[] {
  if (clause.subject === "owner" || clause.subject === "listing") {
    const nested = clause.subject;
    return facts.rows("party").flatMap((party) => party.nested(nested));
  }
  return facts.rows(clause.subject);
}
