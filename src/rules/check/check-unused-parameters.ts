import { ENGINE_PARAMETERS } from "../../model/engine-parameters.ts";
import type { PolicyScope } from "./policy-scope.ts";

/** Refuses a parameter that nothing refers to, neither its policy nor, as it says, the engine. */
export function checkUnusedParameters({ document, used, report }: PolicyScope): void {
  const { id, parameters = {} } = document.value;
  for (const [name, { read_by }] of Object.entries(parameters)) {
    if (read_by === "engine" && ENGINE_PARAMETERS[id]?.includes(name) !== true) {
      const message = `the engine reads no parameter \`${name}\` of policy \`${id}\``;
      report(
        `/parameters/${name}/read_by`,
        message,
        "remove `read_by`, and use the parameter in a rule",
        "key",
      );
    }
    if (used.has(name) || read_by === "engine") continue;
    report(
      `/parameters/${name}`,
      `nothing uses the parameter \`${name}\``,
      "use it in a rule, or remove it",
      "key",
    );
  }
}
