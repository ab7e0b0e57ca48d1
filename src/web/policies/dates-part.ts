import type { Language } from "../../model/language.ts";
import type { CheckedPolicy } from "../../rules/checked-policies.ts";
import { policyEvents } from "../../site/changes/policy-events.ts";
import { eventChart } from "../changes/event-chart.ts";
import { eventTable } from "../changes/event-table.ts";
import { type Html, html } from "../html.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { POLICIES_WORDS } from "./words.ts";

/** When the versions, rules and values of a policy begin, change and end: drawn, and the same as a table. */
export function datesPart(policy: CheckedPolicy, context: SiteContext, language: Language): Html {
  const say = sayingIn(POLICIES_WORDS, language);
  const events = [...policyEvents(policy, context.setting(language))].sort((a, b) =>
    a.date === b.date ? 0 : a.date < b.date ? -1 : 1,
  );
  return html`${eventChart(events, context, language)}
<details class="more"><summary>${say("dates")} (${events.length})</summary>
${eventTable(say("dates"), events, context, language)}</details>
`;
}
