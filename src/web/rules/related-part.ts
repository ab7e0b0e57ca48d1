import { type Html, html } from "../html.ts";
import { texts } from "../parts/texts.ts";
import { sayingIn } from "../say.ts";
import { relatedRules } from "./related-rules.ts";
import type { RuleInput } from "./rule-page.ts";
import { RULES_WORDS } from "./words.ts";

/** Rules that have something in common with this one; `undefined` where none has. */
export function relatedPart({ listed, all, context, language }: RuleInput): Html | undefined {
  const rules = all.map(({ rule }) => rule);
  const related = relatedRules(listed.rule, rules, context.bundle.policies);
  if (related.length === 0) return undefined;
  const say = sayingIn(RULES_WORDS, language);
  return html`<p>${say("relatedAbout")}</p>
<ul>
${related.map(
  ({ id, written }) =>
    html`<li><a href="${context.href(`rules/${id}`, language)}"><bdi>${id}</bdi></a> ${texts(written.title, language)}</li>
`,
)}</ul>
`;
}
