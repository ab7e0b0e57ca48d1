import type { PageSetting } from "./page-setting.ts";
import { code } from "./prose.ts";
import { translated } from "./translated.ts";

/** A policy by its title, linked to its page; the id alone where there is none of that id. */
export function policyLink(id: string, setting: PageSetting): string {
  const { language, policies, addresses } = setting;
  const policy = policies.policies.find(({ document }) => document.value.id === id);
  if (policy === undefined) return code(id, language);
  return `[${translated(policy.document.value.title, setting)}](${addresses.policy(id)})`;
}
