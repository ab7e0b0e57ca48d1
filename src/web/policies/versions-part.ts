import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { Language } from "../../model/language.ts";
import { sayChangeIn, spansWords } from "../../render/change-words.ts";
import { renderSetChangeMarkdown } from "../../render/set-change-markdown.ts";
import type { CheckedPolicy } from "../../rules/checked-policies.ts";
import { siteSay } from "../../site/words.ts";
import { type Html, html } from "../html.ts";
import { generatedMarkdown } from "../markdown.ts";
import { texts } from "../parts/texts.ts";
import type { VersionComparison } from "../policy-history.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { POLICIES_WORDS } from "./words.ts";

/** The versions of a policy as a line of time, the newest first, and how any two published ones compare. */
export function versionsPart({ document }: CheckedPolicy, context: SiteContext, language: Language): Html {
  const say = siteSay(language);
  const { changes } = document.value;
  return html`<ol class="timeline">
${changes.map(
  ({ version, date, summary }) =>
    html`<li><span class="when"><time>${date}</time> ${say("version")} <bdi>${version}</bdi></span> ${texts(summary, language)}</li>
`,
)}</ol>
${comparisons(document.value, context, language)}`;
}

function comparisons({ id, changes }: PolicyDocument, { history }: SiteContext, language: Language): Html {
  const say = sayingIn(POLICIES_WORDS, language);
  const head = html`<h3>${say("compare")}</h3>\n`;
  if (history === undefined) return html`${head}<p>${say("noHistory")}</p>\n`;
  const { versions = [], comparisons: pairs = [] } = history.get(id) ?? {};
  const known = new Set(versions.map(({ version }) => version));
  const unknown = changes.map(({ version }) => version).filter((version) => !known.has(version));
  return html`${head}<p>${say(pairs.length === 0 ? "nothingToCompare" : "compareAbout")}</p>
${unknown.length > 0 && html`<p class="quiet-text">${say("notInHistory", { versions: unknown.join(", ") })}</p>\n`}${[
  ...pairs,
]
  .reverse()
  .map((pair) => comparison(pair, language))}`;
}

function comparison({ from, to, change }: VersionComparison, language: Language): Html {
  const say = sayingIn(POLICIES_WORDS, language);
  const own = change?.[language];
  const kind =
    own === undefined
      ? say("unreadable")
      : spansWords(own.whole.kind, own.whole.spans, own.whole.reasons, sayChangeIn(language));
  return html`<details class="more"><summary><bdi dir="ltr">${from} → ${to}</bdi>: ${kind}</summary>
${own !== undefined && generatedMarkdown([withoutHeading(renderSetChangeMarkdown(own, language))])}</details>
`;
}

/** The summary above says what the heading does. */
function withoutHeading(markdown: string): string {
  return markdown.replace(/^### .*\n+/, "");
}
