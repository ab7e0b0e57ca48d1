import type { PolicyScope } from "./policy-scope.ts";

/** Refuses a parameter that nothing in its policy refers to. */
export function checkUnusedParameters({ document, used, report }: PolicyScope): void {
  for (const name of Object.keys(document.value.parameters ?? {})) {
    if (used.has(name)) continue;
    report(
      `/parameters/${name}`,
      `nothing uses the parameter \`${name}\``,
      "use it in a rule, or remove it",
      "key",
    );
  }
}
