import { table } from "../render/table.ts";
import type { CheckedPolicy } from "../rules/checked-policies.ts";
import { proseAddress } from "./example-link.ts";
import { furtherValues } from "./further-values.ts";
import type { Page } from "./page.ts";
import { pageIn } from "./page-in.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, prose } from "./prose.ts";
import { ruleAnchor } from "./rule-anchor.ts";
import { ruleSection } from "./rule-section.ts";
import { sourcesSection } from "./sources-section.ts";
import { ladderSection, termsSection } from "./terms-section.ts";
import { translated } from "./translated.ts";
import { translationState } from "./translation-state.ts";

/** The page of one policy in one language: everything it says, put together from its form. */
export function policyPage(policy: CheckedPolicy, setting: PageSetting): Page {
  const { say } = setting;
  const { value } = policy.document;
  const state = translationState(value, setting);
  return pageIn(value.id, setting, [
    `# ${translated(value.title, setting)}`,
    ...(value.summary === undefined ? [] : [translated(value.summary, setting)]),
    ...(state === "" ? [] : [state]),
    facts(policy, setting),
    ...(value.status === "active" ? [] : [say("inactive")]),
    `## ${say("changesHead")}`,
    changes(policy, setting),
    ...ladderSection(policy, setting),
    `## ${say("rules")}`,
    ...(policy.rules.length === 0 ? [say("noRules")] : [contents(policy, setting)]),
    ...policy.rules.flatMap((rule) => ruleSection(rule, policy, setting)),
    ...furtherValues(policy, setting),
    ...termsSection(policy, setting),
    ...sourcesSection(value, setting),
  ]);
}

function facts(policy: CheckedPolicy, setting: PageSetting): string {
  const { language, say, plan, addresses } = setting;
  const { id, version, status, owner, pack, jurisdiction } = policy.document.value;
  const packSetting = pack == null ? undefined : (plan?.value.packs[pack] ?? "binding");
  const packed =
    pack == null || packSetting === undefined
      ? say("noPack")
      : `${code(pack, language)} (${say("packSetting", { setting: say(`pack-${packSetting}`) })})`;
  const lines: readonly (readonly [string, string])[] = [
    [say("id"), code(id, language)],
    [say("version"), code(version, language)],
    [say("status"), say(`status-${status}`)],
    [say("owner"), code(owner, language)],
    [say("pack"), packed],
    [say("jurisdiction"), code(jurisdiction, language)],
    [
      say("background"),
      `[${code("README.md", language)}](${proseAddress(policy, setting)}) ${say("inEnglish")}`,
    ],
    [say("allPolicies"), `[${say("indexTitle")}](${addresses.page("README")})`],
  ];
  return lines.map(([label, text]) => `- ${label}: ${text}`).join("\n");
}

function changes(policy: CheckedPolicy, setting: PageSetting): string {
  const { language, say } = setting;
  const rows = policy.document.value.changes.map(({ version, date, summary }) => [
    code(version, language),
    prose(date, language),
    translated(summary, setting),
  ]);
  return table([say("version"), say("date"), say("changed")], rows);
}

function contents({ rules }: CheckedPolicy, setting: PageSetting): string {
  return rules
    .map(
      ({ id, written }) =>
        `- [${code(id, setting.language)}](#${ruleAnchor(id)}) ${translated(written.title, setting)}`,
    )
    .join("\n");
}
