import type { PageSetting } from "./page-setting.ts";
import { code } from "./prose.ts";

/** A rule or clause by its id, linked to its place; the id alone where no policy has such a rule. */
export function ruleLink(id: string, { policies, language, addresses }: PageSetting): string {
  const rule = id.replace(/\(.*$/, "");
  const policy = policies.policies.find(({ rules }) => rules.some((candidate) => candidate.id === rule));
  const label = code(id, language);
  if (policy === undefined) return label;
  return `[${label}](${addresses.rule(rule, policy.document.value.id)})`;
}
