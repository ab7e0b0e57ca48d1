import type { CheckedParameter } from "../checked-policies.ts";
import type { Fact } from "../vocabulary.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { unknownWord } from "./unknown-word.ts";

/** The parameter of a name in this policy, marked as used, if the key of its table can be read here. */
export function findParameter(
  name: string,
  pointer: string,
  scope: PolicyScope,
  readable: ReadonlySet<string>,
): CheckedParameter | undefined {
  scope.used.add(name);
  const parameter = scope.parameters.get(name);
  if (parameter !== undefined) {
    if (parameter.by === undefined || inScope(parameter.by, readable)) return parameter;
    const message = `the table \`${name}\` is read by \`${parameter.by.name}\`, which is out of scope here`;
    scope.report(pointer, message, "use a parameter without that table, or change `subject`");
    return undefined;
  }
  if (Object.hasOwn(scope.document.value.parameters ?? {}, name)) return undefined;
  const owner = scope.library.parameterOwners.get(name)?.[0];
  if (owner !== undefined) {
    scope.report(pointer, `\`${name}\` is a parameter of policy \`${owner}\``, "declare it in this policy");
    return undefined;
  }
  const names = Object.keys(scope.document.value.parameters ?? {});
  const { message, help } = unknownWord("parameter", name, names, "declare it under `parameters`");
  scope.report(pointer, message, help);
  return undefined;
}

function inScope(fact: Fact, readable: ReadonlySet<string>): boolean {
  return fact.subject === undefined || readable.has(fact.subject);
}
