import type { Row } from "../../model/row.ts";
import type { Truth } from "../../model/value.ts";
import type { CheckedDefinition } from "../checked-policies.ts";
import {
  type CompileContext,
  type CompiledDefinition,
  compileCondition,
  explainAll,
} from "./compile-condition.ts";
import { allHold } from "./holds.ts";

/** Definitions for one date, each compiled when first asked for and worked out once for each row. */
export function compileDefinitions(
  definitions: ReadonlyMap<string, CheckedDefinition>,
  context: Omit<CompileContext, "definition">,
): CompileContext["definition"] {
  const compiled = new Map<string, CompiledDefinition>();
  // One list for each row, since a map of rows for each definition costs the collector of garbage more than it saves.
  const kept = new WeakMap<Row, Truth[]>();
  const answersAt = (row: Row): Truth[] => {
    let answers = kept.get(row);
    if (answers === undefined) {
      answers = [];
      kept.set(row, answers);
    }
    return answers;
  };
  const lookUp = (name: string): CompiledDefinition | undefined => {
    const checked = definitions.get(name);
    const known = compiled.get(name);
    if (known !== undefined || checked === undefined) return known;
    const conditions = checked.means.map((condition) =>
      compileCondition(condition, { ...context, definition: lookUp }),
    );
    const number = compiled.size;
    const definition: CompiledDefinition = {
      checked,
      test: (row) => {
        const answers = answersAt(row);
        if (!(number in answers)) answers[number] = allHold(conditions, row);
        return answers[number];
      },
      explain: (row, place) => explainAll(conditions, row, place),
    };
    compiled.set(name, definition);
    return definition;
  };
  return lookUp;
}
