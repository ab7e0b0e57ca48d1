import { table } from "../render/table.ts";
import type { CheckedPolicy } from "../rules/checked-policies.ts";
import { EVER } from "./over-time.ts";
import { type OwnPage, ownPages } from "./own-pages.ts";
import type { Page } from "./page.ts";
import { pageIn } from "./page-in.ts";
import type { PageSetting } from "./page-setting.ts";
import { policyLink } from "./policy-link.ts";
import { code, prose } from "./prose.ts";
import { ruleLink } from "./rule-link.ts";
import { translated } from "./translated.ts";
import type { SiteWord } from "./words.ts";

/** The index: every policy, the pages beside them, and every rule by policy. */
export function indexPage(setting: PageSetting): Page {
  const { say, language, addresses } = setting;
  const { policies } = setting.policies;
  const others = ownPages(setting).map(
    (page) => `- [${say(TITLES[page])}](${addresses.page(page)}): ${say(`about-${page}`)}`,
  );
  return pageIn("README", setting, [
    `# ${say("indexTitle")}`,
    prose(say("indexAbout"), language),
    table(
      [say("policy"), say("version"), say("status"), say("owner"), say("ruleCount")],
      policies.map((policy) => policyRow(policy, setting)),
    ),
    `## ${say("otherPages")}`,
    others.join("\n"),
    `## ${say("rules")}`,
    ...policies.flatMap((policy) => rulesOf(policy, setting)),
  ]);
}

const TITLES: Readonly<Record<OwnPage, SiteWord>> = {
  vendors: "vendorsTitle",
  waivers: "waiversTitle",
  changes: "changesTitle",
  plan: "planTitle",
};

function policyRow({ document, rules }: CheckedPolicy, setting: PageSetting): readonly string[] {
  const { language, say } = setting;
  const { id, version, status, owner } = document.value;
  return [
    policyLink(id, setting),
    code(version, language),
    say(`status-${status}`),
    code(owner, language),
    String(rules.length),
  ];
}

function rulesOf({ document, rules }: CheckedPolicy, setting: PageSetting): readonly string[] {
  if (rules.length === 0) return [];
  const { language, say } = setting;
  const rows = rules.map(({ id, written, clauses }) => {
    const begins = [...new Set(clauses.map(({ effective }) => effective))];
    const from = begins.length === 1 ? begins[0] : written.effective;
    return [
      ruleLink(id, setting),
      translated(written.title, setting),
      say(written.severity),
      from === undefined || from === EVER ? "" : prose(from, language),
    ];
  });
  return [
    `### ${policyLink(document.value.id, setting)}`,
    table([say("rule"), say("title"), say("severityHead"), say("inForceFrom")], rows),
  ];
}
