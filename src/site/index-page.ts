import { LANGUAGES, type Texts } from "../model/language.ts";
import { table } from "../render/table.ts";
import type { CheckedPolicy } from "../rules/checked-policies.ts";
import { GENERATED, type Page, pageFile } from "./page.ts";
import type { PageSetting } from "./page-setting.ts";
import { code, prose } from "./prose.ts";
import { ruleAnchor } from "./rule-section.ts";
import { translated } from "./translated.ts";

/** The index: every policy with its page in each language, and every rule by id. */
export function indexPage(setting: PageSetting): Page {
  const { policies } = setting.policies;
  const { say } = setting;
  const blocks = [
    GENERATED,
    `# ${say("indexTitle")}`,
    prose(say("indexAbout"), setting.language),
    table(
      [say("policy"), say("version"), say("status"), say("owner"), say("ruleCount")],
      policies.map((policy) => policyRow(policy, setting)),
    ),
    `## ${say("rules")}`,
    table(
      [say("rule"), say("title"), say("severityHead"), say("policy")],
      policies.flatMap((policy) => ruleRows(policy, setting)),
    ),
  ];
  return { file: "README.md", text: `${blocks.join("\n\n")}\n` };
}

function policyRow({ document, rules }: CheckedPolicy, { language, say }: PageSetting): readonly string[] {
  const { id, title, version, status, owner } = document.value;
  const texts: Texts = title;
  const links = LANGUAGES.map((language) => {
    const text = texts[language];
    const label = text === undefined ? code(`${id}.${language}`, language) : prose(text, language);
    return `[${label}](${pageFile(id, language)})`;
  });
  return [
    links.join(" · "),
    code(version, language),
    say(`status-${status}`),
    code(owner, language),
    String(rules.length),
  ];
}

function ruleRows({ document, rules }: CheckedPolicy, setting: PageSetting): readonly (readonly string[])[] {
  const { language, say } = setting;
  const page = pageFile(document.value.id, language);
  return rules.map(({ id, written }) => [
    `[${code(id, language)}](${page}#${ruleAnchor(id)})`,
    translated(written.title, setting),
    say(written.severity),
    code(document.value.id, language),
  ]);
}
