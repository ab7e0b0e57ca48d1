import type { Document } from "../../model/document.ts";
import type { WaiverDocument } from "../../model/generated/waiver.ts";
import type { Language } from "../../model/language.ts";
import { waiverAnchor } from "../../site/waiver-anchor.ts";
import { waiverPart } from "../../site/waivers-page.ts";
import { calendarFile } from "../calendar-file.ts";
import { type Html, html } from "../html.ts";
import { generatedMarkdown } from "../markdown.ts";
import { code } from "../parts/code.ts";
import { dataTable } from "../parts/data-table.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteFile } from "../site-file.ts";
import type { SitePage } from "../site-page.ts";
import { subjectLink } from "../systems/subject-link.ts";
import { SOON_DAYS, WAIVER_STATES, type WaiverState, waiverStates } from "./waiver-states.ts";
import { WAIVERS_WORDS } from "./words.ts";

/** The register of waivers and standing approvals by where they stand, and below it each with its reason. */
export function waiversPage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(WAIVERS_WORDS, language);
  const setting = context.setting(language);
  const decided = waiverStates(context);
  const shown = WAIVER_STATES.filter(
    (state) => state === "in-force" || decided.some((one) => one.state === state),
  );
  const heading = (state: WaiverState) => say(`state-${state}`, { days: SOON_DAYS });
  return {
    path: "waivers",
    title: setting.say("waiversTitle"),
    description: setting.say("about-waivers"),
    body: html`<p class="lead">${setting.say("waiversAbout")}</p>
<p class="on-screen"><a href="${context.base}${language}/waivers.ics">${say("calendar")}</a></p>
${shown.map((state) => {
  const own = decided.filter((one) => one.state === state).map(({ waiver }) => waiver);
  return html`<h2 id="${state}">${heading(state)}</h2>
${own.length === 0 ? html`<p>${say("none", { date: context.asOf })}</p>` : register(heading(state), own, context, language)}
`;
})}
${decided.map(({ waiver }) => generatedMarkdown(waiverPart(waiver, setting)))}`,
  };
}

/** The last days of all decisions that have not ended, as a calendar. */
export function waiversFiles(context: SiteContext, language: Language): readonly SiteFile[] {
  const say = sayingIn(WAIVERS_WORDS, language);
  const open = waiverStates(context).filter(({ state }) => state !== "expired" && state !== "unapproved");
  const days = open.map(({ waiver: { value } }) => ({
    day: value.expires,
    kind: "waiver",
    title: `${say("lastDayOf", { id: value.id })}: ${value.rule}, ${value.manifest}`,
  }));
  return [{ path: `${language}/waivers.ics`, text: calendarFile(say("calendarName"), days, context) }];
}

function register(
  caption: string,
  waivers: readonly Document<WaiverDocument>[],
  context: SiteContext,
  language: Language,
): Html {
  const { say } = context.setting(language);
  const columns = ["decision", "kind", "rule", "forWhom", "firstDay", "lastDay", "approvedBy"] as const;
  return dataTable(
    caption,
    columns.map((column) => ({ title: say(column) })),
    waivers.map(({ value, kind }) => ({
      cells: [
        html`<a href="#${waiverAnchor(value.id)}">${code(value.id)}</a>`,
        say(kind === "Approval" ? "decision-Approval" : "decision-Waiver"),
        html`<a href="${context.href(`rules/${value.rule.replace(/\(.*$/, "")}`, language)}"><bdi>${value.rule}</bdi></a>`,
        subjectLink(value.manifest, context, language),
        html`<time>${value.from}</time>`,
        html`<time>${value.expires}</time>`,
        value.approved_by && value.approved_by !== "none"
          ? html`<bdi>${value.approved_by.role}</bdi>`
          : say("notApproved"),
      ],
    })),
    { isCaptionHidden: true },
  );
}
