import type { Language } from "../../model/language.ts";
import { pageProse } from "../../site/page-prose.ts";
import { type Html, html } from "../html.ts";
import { code } from "../parts/code.ts";
import { dataTable } from "../parts/data-table.ts";
import { texts } from "../parts/texts.ts";
import { listedRules } from "../rules/listed-rule.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { lawsWithoutRules } from "./laws-without-rules.ts";
import { matrixPart } from "./matrix-part.ts";
import { COVERAGE_WORDS } from "./words.ts";
import { sectionList } from "../parts/sections.ts";

/** What the rules reach and what they do not. */
export function coveragePage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(COVERAGE_WORDS, language);
  const sections = [
    ...(context.bundle.plan === undefined
      ? []
      : [{ id: "matrix", title: say("matrix"), body: matrixPart(context, language) }]),
    { id: "missing", title: say("missing"), body: missingPart(context, language) },
    { id: "untested", title: say("untested"), body: untestedPart(context, language) },
    { id: "laws", title: say("laws"), body: lawsPart(context, language) },
  ];
  return {
    path: "coverage",
    title: say("title"),
    description: say("description"),
    body: html`<p class="lead">${say("lead")}</p>
${sectionList(sections)}`,
  };
}

/** So many things are named one by one. */
const NAMED = 12;

function missingPart({ inventory, asOf }: SiteContext, language: Language): Html {
  const say = sayingIn(COVERAGE_WORDS, language);
  return html`<p>${say("missingAbout", { date: asOf })}</p>
${dataTable(
  say("missing"),
  [{ title: say("kind") }, { title: say("count"), isNumber: true }, { title: say("about") }],
  inventory.gaps.map(({ kind, count, about }) => ({
    cells: [
      say(`gap-${kind}`),
      count,
      html`${about.slice(0, NAMED).map((one) => html`<code dir="auto">${one}</code> `)}${about.length > NAMED && "…"}`,
    ],
  })),
  { isCaptionHidden: true },
)}`;
}

function untestedPart(context: SiteContext, language: Language): Html {
  const say = sayingIn(COVERAGE_WORDS, language);
  const prose = new Map([...context.prose].map(([policy, text]) => [policy, pageProse(text)]));
  const untested = listedRules(context).flatMap(({ rule, policy }) => {
    if (rule.clauses.length === 0) return [];
    const examples = prose.get(policy.document.value.id)?.rules.get(rule.id)?.examples ?? [];
    const shows = (expected: string) => examples.some(({ example }) => example.expected === expected);
    const missing = [
      ...(shows("fails") ? [] : [say("noFails")]),
      ...(shows("passes") ? [] : [say("noPasses")]),
    ];
    return missing.length === 0 ? [] : [{ rule, missing }];
  });
  if (untested.length === 0) return html`<p>${say("untestedNone")}</p>`;
  return html`<p>${say("untestedAbout")}</p>
<ul>
${untested.map(
  ({ rule, missing }) =>
    html`<li><a href="${context.href(`rules/${rule.id}`, language)}"><bdi>${rule.id}</bdi></a> ${texts(rule.written.title, language)}: ${missing.join(" · ")}</li>
`,
)}</ul>`;
}

function lawsPart(context: SiteContext, language: Language): Html {
  const say = sayingIn(COVERAGE_WORDS, language);
  const laws = lawsWithoutRules(context.bundle.policies);
  if (laws.length === 0) return html`<p>${say("lawsNone")}</p>`;
  return html`<p>${say("lawsAbout")}</p>
<ul>
${laws.map(
  ({ policy, title }) =>
    html`<li><bdi lang="en">${title}</bdi> (<a href="${context.href(`policies/${policy}#sources`, language)}">${code(policy)}</a>)</li>
`,
)}</ul>`;
}
