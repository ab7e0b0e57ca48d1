import type { Language } from "../../model/language.ts";
import type { CheckedPolicy } from "../../rules/checked-policies.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { texts } from "../parts/texts.ts";
import { listedRules } from "../rules/listed-rule.ts";
import { RULES_WORDS } from "../rules/words.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";

/** The rules of one policy, with what each does and how often it fails today. */
export function policyRules(policy: CheckedPolicy, context: SiteContext, language: Language): Html {
  const say = sayingIn(RULES_WORDS, language);
  const own = listedRules(context).filter((listed) => listed.policy === policy);
  return dataTable(
    say("title"),
    [
      { title: say("rule") },
      { title: say("asks") },
      { title: say("effect") },
      { title: say("state") },
      { title: say("failing"), isNumber: true },
    ],
    own.map(({ rule, effects, state, findings }) => ({
      cells: [
        html`<a href="${context.href(`rules/${rule.id}`, language)}" dir="ltr">${rule.id}</a>`,
        texts(rule.written.title, language),
        effects.map((effect) => html`${outcomeBadge(effect, language)} `),
        say(`state-${state}`),
        findings.filter((finding) => finding.outcome === "fail" && finding.state === "open").length,
      ],
    })),
    { isCaptionHidden: true },
  );
}
