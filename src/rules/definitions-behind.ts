import type { CheckedDefinition } from "./checked-policies.ts";
import { definitionsIn } from "./definitions-in.ts";
import type { Condition } from "./form.ts";

/** The definitions conditions rest on, those they rest on included, in the order they are met. */
export function definitionsBehind(
  conditions: readonly Condition[],
  definitions: ReadonlyMap<string, CheckedDefinition>,
): readonly CheckedDefinition[] {
  const found = new Map<string, CheckedDefinition>();
  const add = (name: string): void => {
    const definition = definitions.get(name);
    if (definition === undefined || found.has(name)) return;
    found.set(name, definition);
    definitionsIn(definition.means).forEach(add);
  };
  definitionsIn(conditions).forEach(add);
  return [...found.values()];
}
