import type { Manifest } from "../model/document.ts";
import type { FactSet, Row } from "../model/row.ts";
import type { CompiledClause, RuleSet } from "../model/rule.ts";
import { bindingOf } from "./binding.ts";
import { type Judgement, judgeRows, type Subject, subjectsOf } from "./judge-rows.ts";
import { tierOf } from "./tier-of.ts";

/** Applies every rule to every row of one manifest. */
export function judgeManifest(manifest: Manifest, facts: FactSet, rules: RuleSet): Judgement {
  const bySubject = new Map<CompiledClause["subject"], readonly Subject[]>();
  const rows = (clause: CompiledClause) => {
    let known = bySubject.get(clause.subject);
    if (known === undefined) {
      known = subjectsOf(rowsOf(clause, facts));
      bySubject.set(clause.subject, known);
    }
    return known;
  };
  return judgeRows(rules.rules, {
    rows,
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
