import type { Language } from "../../model/language.ts";
import type { CheckedPolicy } from "../../rules/checked-policies.ts";
import { countryName } from "../../site/country-name.ts";
import { furtherValues } from "../../site/further-values.ts";
import { pageProse } from "../../site/page-prose.ts";
import { objectiveAnchor } from "../../site/plan/objective-anchor.ts";
import { sourcesSection } from "../../site/sources-section.ts";
import { ladderSection, termsSection } from "../../site/terms-section.ts";
import { translationState } from "../../site/translation-state.ts";
import { siteSay } from "../../site/words.ts";
import { type Html, html } from "../html.ts";
import { generatedMarkdown, proseMarkdown } from "../markdown.ts";
import { code } from "../parts/code.ts";
import { factList } from "../parts/fact-list.ts";
import { type Section, sectionList } from "../parts/sections.ts";
import { plainTexts, texts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { datesPart } from "./dates-part.ts";
import { policyRules } from "./policy-rules.ts";
import { policySystems } from "./policy-systems.ts";
import { policyWaivers } from "./policy-waivers.ts";
import { versionsPart } from "./versions-part.ts";
import { POLICIES_WORDS } from "./words.ts";

/** The page of one policy: its rules, what it touches, and then its values, words, sources and versions. */
export function policyPage(policy: CheckedPolicy, context: SiteContext, language: Language): SitePage {
  const say = sayingIn(POLICIES_WORDS, language);
  const setting = context.setting(language);
  const { value } = policy.document;
  const prose = pageProse(context.prose.get(value.id) ?? "");
  const generated = (id: string, blocks: readonly string[]) => generatedSection(id, blocks);
  const sections: readonly Section[] = [
    { id: "rules", title: say("rules"), body: policyRules(policy, context, language) },
    { id: "systems", title: say("systems"), body: policySystems(policy, context, language) },
    { id: "waivers", title: say("waivers"), body: policyWaivers(policy, context, language) },
    ...generated("ladder", ladderSection(policy, setting)),
    ...generated("values", furtherValues(policy, setting)),
    ...generated("terms", termsSection(policy, setting)),
    ...(prose.why === ""
      ? []
      : [{ id: "background", title: say("background"), body: english(prose.why, language) }]),
    ...generated("sources", sourcesSection(value, setting)),
    {
      id: "versions",
      title: say("versions"),
      body: html`${datesPart(policy, context, language)}${versionsPart(policy, context, language)}`,
    },
  ];
  const state = translationState(value, setting);
  return {
    path: `policies/${value.id}`,
    title: plainTexts(value.title, language),
    description: value.summary === undefined ? say("description") : plainTexts(value.summary, language),
    above: [{ path: "policies", title: say("title") }],
    contents: sections,
    body: html`${value.summary !== undefined && html`<p class="lead">${texts(value.summary, language)}</p>`}
${factList(factsOf(policy, context, language))}
${state !== "" && html`<p class="quiet-text">${state}</p>`}
${sectionList(sections)}`,
  };
}

/** Blocks of the generated Markdown whose first is their heading. */
function generatedSection(id: string, [heading, ...blocks]: readonly string[]): readonly Section[] {
  if (heading === undefined) return [];
  return [{ id, title: heading.replace(/^#+ /, ""), body: generatedMarkdown(blocks) }];
}

function english(text: string, language: Language): Html {
  if (language === "en") return proseMarkdown(text);
  const say = sayingIn(POLICIES_WORDS, language);
  return html`<p class="quiet-text">${say("inEnglish")}</p>
<div lang="en" dir="ltr">${proseMarkdown(text)}</div>`;
}

function factsOf({ document }: CheckedPolicy, context: SiteContext, language: Language) {
  const { say, plan } = context.setting(language);
  const own = sayingIn(POLICIES_WORDS, language);
  const { id, version, status, owner, pack, jurisdiction } = document.value;
  const served = (plan?.value.objectives ?? []).filter(({ policies }) => policies?.includes(id));
  const packed =
    pack == null
      ? say("noPack")
      : html`${code(pack)} (${say("packSetting", { setting: siteSay(language)(`pack-${plan?.value.packs[pack] ?? "binding"}`) })})`;
  return [
    [say("version"), code(`${id}@${version}`)],
    [say("status"), say(`status-${status}`)],
    [say("owner"), code(owner)],
    [say("pack"), packed],
    [say("jurisdiction"), countryName(jurisdiction, language)],
    ...(served.length === 0
      ? []
      : ([
          [
            own("objectives"),
            html`<ul class="plain">${served.map(
              (objective) =>
                html`<li><a href="${context.href(`plan#${objectiveAnchor(objective.id)}`, language)}">${plainTexts(objective.title, language)}</a></li>`,
            )}</ul>`,
          ],
        ] as const)),
  ] as const;
}
