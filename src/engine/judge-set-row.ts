import type { CompiledRule } from "../model/rule.ts";
import type { SetRow } from "../model/surroundings.ts";
import { bindingByDate } from "./binding.ts";
import { type Judgement, judgeRows, subjectsOf } from "./judge-rows.ts";

/** The subjects whose rows are no part of one manifest. */
export const SET_SUBJECTS = ["arrangement", "waiver", "list", "concentration"] as const;

/** Applies rules to a row of a file of its own, or of the set. It has no tier and no stage: only dates say when a rule binds. */
export function judgeSetRow({ row }: SetRow, rules: readonly CompiledRule[], asOf: string): Judgement {
  const about = rules.filter((rule) => rule.clauses.some(({ subject }) => subject === row.subject));
  const subjects = subjectsOf([row]);
  return judgeRows(about, {
    rows: (clause) => (clause.subject === row.subject ? subjects : []),
    tier: () => undefined,
    binding: (clause) => bindingByDate(clause, row, asOf),
  });
}
