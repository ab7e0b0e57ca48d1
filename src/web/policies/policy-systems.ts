import { groupBy } from "../../facts/group-by.ts";
import type { Language } from "../../model/language.ts";
import type { CheckedPolicy } from "../../rules/checked-policies.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { stateBadge } from "../rules/today-part.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { subjectLink } from "../systems/subject-link.ts";
import { POLICIES_WORDS } from "./words.ts";

/** Systems and files in which rules of one policy find something, each with those rules. */
export function policySystems({ rules }: CheckedPolicy, context: SiteContext, language: Language): Html {
  const say = sayingIn(POLICIES_WORDS, language);
  const date = context.asOf;
  const own = new Set(rules.map(({ id }) => id));
  const found = context.reports[language].findings.filter(
    ({ rule, manifest }) => own.has(rule) && manifest !== null,
  );
  if (found.length === 0) return html`<p>${say("systemsNone", { date })}</p>\n`;
  const bySystem = [...groupBy(found, ({ manifest }) => manifest ?? "")];
  return html`<p>${say("systemsAbout", { date })}</p>
${dataTable(
  say("systems"),
  [{ title: say("system") }, { title: say("findings") }],
  bySystem.map(([id, findings]) => ({
    cells: [
      subjectLink(id, context, language),
      [
        ...groupBy(
          findings,
          ({ rule, state, outcome, effect }) => `${rule} ${state} ${outcome} ${effect}`,
        ).values(),
      ].map(
        ([first]) =>
          first &&
          html`<span class="pair"><a href="${context.href(`rules/${first.rule}`, language)}" dir="ltr">${first.rule}</a> ${stateBadge(first, language)}</span> `,
      ),
    ],
  })),
  { isCaptionHidden: true },
)}
`;
}
