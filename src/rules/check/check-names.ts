import type { PolicyScope } from "./policy-scope.ts";

/** Refuses a policy id or a rule id that stands twice over all policies. */
export function checkNames(scopes: readonly PolicyScope[]): void {
  const policies = new Map<string, string>();
  const rules = new Map<string, string>();
  for (const { document, report } of scopes) {
    const { id } = document.value;
    const earlier = policies.get(id);
    if (earlier === undefined) policies.set(id, document.file);
    else report("/id", `policy \`${id}\` stands in \`${earlier}\` already`, "give this policy another id");
    for (const [index, rule] of document.value.rules.entries()) {
      const owner = rules.get(rule.id);
      if (owner === undefined) rules.set(rule.id, id);
      else
        report(
          `/rules/${index}/id`,
          `rule \`${rule.id}\` stands in policy \`${owner}\` already`,
          "use a new id; ids are never reused",
        );
    }
  }
}
