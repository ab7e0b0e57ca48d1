import { LANGUAGES, type Language } from "../model/language.ts";
import { isRightToLeft } from "../render/isolate.ts";
import { table } from "../render/table.ts";
import type { CheckedPolicy } from "../rules/checked-policies.ts";
import { prosePath } from "./example-link.ts";
import { GENERATED, type Page, pageFile } from "./page.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, prose } from "./prose.ts";
import { ruleAnchor, ruleSection } from "./rule-section.ts";
import { sourcesSection } from "./sources-section.ts";
import { ladderSection, termsSection } from "./terms-section.ts";
import { translated } from "./translated.ts";
import { translationState } from "./translation-state.ts";
import { LANGUAGE_NAMES } from "./words.ts";

/** The page of one policy in one language: everything it says, put together from its form. */
export function policyPage(policy: CheckedPolicy, setting: PageSetting): Page {
  const { language, say } = setting;
  const { value } = policy.document;
  const state = translationState(value, setting);
  const blocks = [
    languageLinks(value.id, language),
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
    ...termsSection(policy, setting),
    ...sourcesSection(value, setting),
  ];
  const body = isRightToLeft(language) ? ['<div dir="rtl">', ...blocks, "</div>"] : blocks;
  return { file: pageFile(value.id, language), text: `${[GENERATED, ...body].join("\n\n")}\n` };
}

/** The same page in each language, and the index. */
function languageLinks(id: string, current: Language): string {
  const links = LANGUAGES.map((language) =>
    language === current
      ? `**${LANGUAGE_NAMES[language]}**`
      : `[${LANGUAGE_NAMES[language]}](${pageFile(id, language)})`,
  );
  return links.join(" · ");
}

function facts(policy: CheckedPolicy, { language, say, plan }: PageSetting): string {
  const { id, version, status, owner, pack, jurisdiction } = policy.document.value;
  const setting = pack == null ? undefined : (plan?.packs[pack] ?? "binding");
  const packed =
    pack == null || setting === undefined
      ? say("noPack")
      : `${code(pack, language)} (${say("packSetting", { setting: say(`pack-${setting}`) })})`;
  const lines: readonly (readonly [string, string])[] = [
    [say("id"), code(id, language)],
    [say("version"), code(version, language)],
    [say("status"), say(`status-${status}`)],
    [say("owner"), code(owner, language)],
    [say("pack"), packed],
    [say("jurisdiction"), code(jurisdiction, language)],
    [say("background"), `[${code("README.md", language)}](${prosePath(policy)}) ${say("inEnglish")}`],
    [say("allPolicies"), `[${code("docs/policies", language)}](README.md)`],
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
