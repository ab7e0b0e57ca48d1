import type { CompiledRule } from "../model/rule.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import { arrangementRows } from "./arrangement-rows.ts";
import { concentrationRows } from "./concentration-rows.ts";
import type { FactsContext } from "./manifest-view.ts";
import { publishedListRows } from "./published-list-rows.ts";
import { waiverRows } from "./waiver-rows.ts";

/** Subjects whose rows are more than one manifest. */
export type SetSubject = "arrangement" | "waiver" | "list" | "concentration";

/** What the rows of a set are computed from beside the set. */
export interface SetContext extends FactsContext {
  /** The rules in force: whether each may be waived, and which groups own them. */
  readonly rules: readonly Pick<CompiledRule, "id" | "waivable" | "owner">[];
}

const ROWS: Readonly<
  Record<SetSubject, (surroundings: Surroundings, context: SetContext) => readonly SetRow[]>
> = {
  arrangement: arrangementRows,
  waiver: waiverRows,
  list: publishedListRows,
  concentration: concentrationRows,
};

/** The rows of a subject that lives in files of its own or in all manifests together, in the order of the files. */
export function setRows(
  subject: SetSubject,
  surroundings: Surroundings,
  context: SetContext,
): readonly SetRow[] {
  return ROWS[subject](surroundings, { ...context, surroundings });
}
