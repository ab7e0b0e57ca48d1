import type { Language } from "../../model/language.ts";
import type { CheckedPolicy } from "../../rules/checked-policies.ts";
import { waiverAnchor } from "../../site/waiver-anchor.ts";
import { type Html, html } from "../html.ts";
import { code } from "../parts/code.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { subjectLink } from "../systems/subject-link.ts";
import { waiverStates } from "../waivers/waiver-states.ts";
import { POLICIES_WORDS } from "./words.ts";

/** Waivers and standing approvals of rules of one policy that are in force on the day of the site. */
export function policyWaivers({ rules }: CheckedPolicy, context: SiteContext, language: Language): Html {
  const say = sayingIn(POLICIES_WORDS, language);
  const own = new Set(rules.map(({ id }) => id));
  const inForce = waiverStates(context).filter(
    ({ waiver, state }) => own.has(waiver.value.rule) && (state === "in-force" || state === "ending"),
  );
  if (inForce.length === 0) return html`<p>${say("waiversNone", { date: context.asOf })}</p>\n`;
  return html`<ul>
${inForce.map(
  ({ waiver: { value } }) =>
    html`<li><a href="${context.href(`waivers#${waiverAnchor(value.id)}`, language)}">${code(value.id)}</a> ${code(value.rule)} ${subjectLink(value.manifest, context, language)}, ${say("until", { date: value.expires })}</li>
`,
)}</ul>
`;
}
