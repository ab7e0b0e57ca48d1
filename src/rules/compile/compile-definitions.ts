import type { Row } from "../../model/row.ts";
import type { Truth } from "../../model/value.ts";
import type { CheckedDefinition } from "../checked-policies.ts";
import { allTrue } from "../truth.ts";
import {
  type CompileContext,
  type CompiledDefinition,
  compileCondition,
  explainAll,
} from "./compile-condition.ts";

/** Definitions for one date, each compiled when first asked for and worked out once for each row. */
export function compileDefinitions(
  definitions: ReadonlyMap<string, CheckedDefinition>,
  context: Omit<CompileContext, "definition">,
): CompileContext["definition"] {
  const compiled = new Map<string, CompiledDefinition>();
  const lookUp = (name: string): CompiledDefinition | undefined => {
    const checked = definitions.get(name);
    const known = compiled.get(name);
    if (known !== undefined || checked === undefined) return known;
    const conditions = checked.means.map((condition) =>
      compileCondition(condition, { ...context, definition: lookUp }),
    );
    const answers = new WeakMap<Row, { readonly truth: Truth }>();
    const definition: CompiledDefinition = {
      checked,
      test: (row) => {
        let answer = answers.get(row);
        if (answer === undefined) {
          answer = { truth: allTrue(conditions, (condition) => condition.test(row)) };
          answers.set(row, answer);
        }
        return answer.truth;
      },
      explain: (row, place) => explainAll(conditions, row, place),
    };
    compiled.set(name, definition);
    return definition;
  };
  return lookUp;
}
