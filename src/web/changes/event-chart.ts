import { groupBy } from "../../facts/group-by.ts";
import type { Language } from "../../model/language.ts";
import type { DatedEvent } from "../../site/changes/dated-event.ts";
import { type Html, html } from "../html.ts";
import { timeChart } from "../parts/time-chart.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { CHANGES_WORDS } from "./words.ts";

/** So many years before the day of the site are drawn: what lies further back would press the rest together. */
const YEARS_BACK = 3;

/** Events as marks on lines of time, one line for each kind. The caller shows the same events as a table. */
export function eventChart(
  events: readonly DatedEvent[],
  { asOf }: Pick<SiteContext, "asOf">,
  language: Language,
): Html {
  const say = sayingIn(CHANGES_WORDS, language);
  const first = Number(asOf.slice(0, 4)) - YEARS_BACK;
  const shown = events.filter(({ date }) => yearOf(date) >= first);
  if (shown.length === 0) return html``;
  const last = Math.max(Number(asOf.slice(0, 4)), ...shown.map(({ date }) => yearOf(date)));
  const byLane = groupBy(shown, ({ what }) => LANE_OF[what]);
  const lanes = LANES.flatMap((lane) => {
    const dates = (byLane.get(lane) ?? []).map(({ date }) => date);
    return dates.length === 0 ? [] : [{ title: say(lane), dates }];
  });
  const earlier = events.length - shown.length;
  const years = [Math.max(first, Math.min(...shown.map(({ date }) => yearOf(date)))), last] as const;
  return html`${timeChart({ years, asOf, lanes }, say("chartLabel", { from: String(years[0]), to: String(last), n: shown.length }))}
<p class="quiet-text">${say("chartAbout", { date: asOf })}${earlier > 0 && html` ${say("chartEarlier", { n: earlier })}`}</p>`;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

const LANES = [
  "laneVersions",
  "laneRules",
  "laneValues",
  "lanePlan",
  "laneRegister",
  "laneDecisions",
] as const;

const LANE_OF: Readonly<Record<DatedEvent["what"], (typeof LANES)[number]>> = {
  "on-version": "laneVersions",
  "on-rule": "laneRules",
  "on-rule-last": "laneRules",
  "on-day": "laneRules",
  "on-due": "laneRules",
  "on-transition": "laneRules",
  "on-transition-last": "laneRules",
  "on-value": "laneValues",
  "on-value-changed": "laneValues",
  "on-plan": "lanePlan",
  "on-grace": "lanePlan",
  "on-objective": "lanePlan",
  "on-authorities": "lanePlan",
  "on-listing": "laneRegister",
  "on-listing-end": "laneRegister",
  "on-list": "laneRegister",
  "on-list-end": "laneRegister",
  "on-edge": "laneRegister",
  "on-edge-end": "laneRegister",
  "on-law": "laneRegister",
  "on-law-end": "laneRegister",
  "on-flaw": "laneRegister",
  "on-carrier": "laneRegister",
  "on-carrier-end": "laneRegister",
  "on-decision": "laneDecisions",
  "on-decision-last": "laneDecisions",
};
