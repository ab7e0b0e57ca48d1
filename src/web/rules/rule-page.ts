import type { Language } from "../../model/language.ts";
import { sentence } from "../../render/words.ts";
import type { RuleProse } from "../../site/page-prose.ts";
import { type RulePart, ruleParts } from "../../site/rule-parts.ts";
import { reviewNote } from "../../site/translation-state.ts";
import { siteSay } from "../../site/words.ts";
import { type Html, html } from "../html.ts";
import { generatedInline, generatedMarkdown, proseMarkdown } from "../markdown.ts";
import { code } from "../parts/code.ts";
import { factList } from "../parts/fact-list.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { type Section, sectionList } from "../parts/sections.ts";
import { plainTexts, texts } from "../parts/texts.ts";
import { type Saying, sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { examplesPart } from "./examples-part.ts";
import type { ListedRule } from "./listed-rule.ts";
import { relatedPart } from "./related-part.ts";
import { todayPart } from "./today-part.ts";
import { RULES_WORDS, type RulesWord } from "./words.ts";

/** What the page of a rule is made of. */
export interface RuleInput {
  readonly listed: ListedRule;
  readonly all: readonly ListedRule[];
  /** What the policy's own page says of it, in English. */
  readonly prose: RuleProse | undefined;
  readonly context: SiteContext;
  readonly language: Language;
}

/** The page of one rule: what it requires, why, examples, how to comply, and then law, effect, dates and today's failures. */
export function rulePage(input: RuleInput): SitePage {
  const { listed, prose, context, language } = input;
  const { rule, policy } = listed;
  const say = sayingIn(RULES_WORDS, language);
  const sections = sectionsOf(input, say);
  const { title } = policy.document.value;
  return {
    path: `rules/${rule.id}`,
    title: `${rule.id} ${plainTexts(rule.written.title, language)}`,
    description: plainTexts(rule.written.why, language),
    above: [{ path: "rules", title: say("title") }],
    keywords: keywordsOf(input),
    contents: sections,
    heading: html`<span class="kicker"><bdi>${rule.id}</bdi></span> ${texts(rule.written.title, language)}`,
    body: html`${language === "en" && prose !== undefined ? html`<div class="lead">${proseMarkdown(prose.summary)}</div>` : html`<p class="lead">${texts(rule.written.why, language)}</p>`}
${factList([
  [
    say("policy"),
    html`<a href="${context.href(`policies/${policy.document.value.id}`, language)}">${texts(title, language)}</a> ${say("version", { version: policy.document.value.version })}`,
  ],
  ...(listed.municipality === undefined
    ? []
    : ([[say("onlyIn"), html`<bdi>${listed.municipality}</bdi>`]] as const)),
  [say("state"), say(`state-${listed.state}`)],
  [say("severity"), siteSay(language)(rule.written.severity)],
  ...(listed.effects.length === 0
    ? []
    : ([[say("effect"), listed.effects.map((effect) => html`${outcomeBadge(effect, language)} `)]] as const)),
  [say("owner"), code(policy.document.value.owner)],
])}
${reviewNote(rule.written, context.setting(language)).map(
  (note) => html`<p class="quiet-text">${generatedInline(note)}</p>
`,
)}${sectionList(sections)}`,
  };
}

/** What a rule is found by beside its title and reason: advice, its words in English, its policy, and the facts it names. */
function keywordsOf({ listed: { rule, policy }, prose, context, language }: RuleInput): string {
  const { title, why, help } = rule.written;
  const { vocabulary } = context.bundle.policies;
  const subjects = rule.clauses.map(({ subject }) => vocabulary.subjects.get(subject)?.title[language]);
  const own = help === undefined ? "" : (help[language] ?? help.en);
  return [own, title.en, why.en, policy.document.value.title[language], ...subjects, prose?.summary]
    .filter(Boolean)
    .join(" ");
}

function sectionsOf(input: RuleInput, say: Saying<RulesWord>): readonly Section[] {
  const { listed, prose, context, language } = input;
  const { rule, policy } = listed;
  const setting = { ...context.setting(language), policies: listed.policies };
  const parts = new Map(ruleParts(rule, policy, setting).map(({ name, blocks }) => [name, blocks] as const));
  const part = (name: RulePart["name"]) => generatedMarkdown(parts.get(name) ?? []);
  const under = (heading: RulesWord, name: RulePart["name"]) =>
    parts.has(name) ? html`<h3>${say(heading)}</h3>\n${part(name)}` : html``;
  const section = (id: string, title: RulesWord, body: Html): Section => ({
    id,
    title: sentence(say(title)),
    body,
  });
  const related = relatedPart(input);
  return [
    section("requires", "requires", part("asks")),
    section("why", "why", part("why")),
    section("examples", "examples", examplesPart(input)),
    section("comply", "comply", html`${part("comply")}${englishProse(prose?.comply, language)}`),
    section("exempt", "exempt", part("exempt")),
    section("law", "law", html`${part("restsOn")}${under("values", "values")}`),
    section("effect", "effectTitle", html`${part("effect")}${part("severityHead")}`),
    section(
      "dates",
      "dates",
      html`${under("inForce", "inForceHead")}${under("stages", "stages")}${under("waiver", "waiver")}`,
    ),
    section("today", "today", todayPart(listed, context, language)),
    ...(related === undefined ? [] : [section("related", "related", related)]),
  ];
}

/** Advice that is written in English only, and said to be. */
function englishProse(text: string | undefined, language: Language): Html {
  if (!text) return html``;
  if (language === "en") return proseMarkdown(text);
  const note = sayingIn(RULES_WORDS, language)("inEnglish");
  return html`<details class="more"><summary>${note}</summary><div lang="en" dir="ltr">${proseMarkdown(text)}</div></details>`;
}
