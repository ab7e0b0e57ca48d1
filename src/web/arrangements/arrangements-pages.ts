import type { Document } from "../../model/document.ts";
import type { ArrangementDocument } from "../../model/generated/arrangement.ts";
import type { Language } from "../../model/language.ts";
import { COMMA } from "../../model/language.ts";
import { countryName } from "../../site/country-name.ts";
import { calendarFile } from "../calendar-file.ts";
import { html } from "../html.ts";
import { code } from "../parts/code.ts";
import { dataTable } from "../parts/data-table.ts";
import { stateBadge } from "../rules/today-part.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteFile } from "../site-file.ts";
import type { SitePage } from "../site-page.ts";
import { vendorPath } from "../vendors/vendor-path.ts";
import { ARRANGEMENTS_WORDS } from "./words.ts";

/** The register of arrangements with foreign bodies, with what the rules find in each. */
export function arrangementsPage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(ARRANGEMENTS_WORDS, language);
  const { arrangements } = context.bundle;
  const titles = [
    "arrangement",
    "municipality",
    "partner",
    "country",
    "form",
    "tags",
    "signed",
    "ends",
    "state",
    "findings",
  ] as const;
  return {
    path: "arrangements",
    title: say("title"),
    description: say("description"),
    body: html`<p class="lead">${say("lead")}</p>
<p class="on-screen"><a href="${context.base}${language}/arrangements.ics">${say("calendar")}</a></p>
${
  arrangements.length === 0
    ? html`<p>${say("none")}</p>`
    : dataTable(
        say("title"),
        titles.map((title) => ({ title: say(title) })),
        arrangements.map((one) => ({ cells: cellsOf(one, context, language) })),
        { isCaptionHidden: true },
      )
}`,
  };
}

/** The last days of all arrangements that have one ahead, as a calendar. */
export function arrangementsFiles(context: SiteContext, language: Language): readonly SiteFile[] {
  const say = sayingIn(ARRANGEMENTS_WORDS, language);
  const days = context.bundle.arrangements.flatMap(({ value: { id, exit_on, municipality, partner } }) =>
    exit_on && exit_on !== "none" && exit_on >= context.asOf
      ? [
          {
            day: exit_on,
            kind: "arrangement",
            title: `${say("lastDayOf", { id })}: ${municipality.name ?? municipality.cbs_code}, ${partner.name}`,
          },
        ]
      : [],
  );
  return [{ path: `${language}/arrangements.ics`, text: calendarFile(say("calendarName"), days, context) }];
}

function cellsOf({ value }: Document<ArrangementDocument>, context: SiteContext, language: Language) {
  const say = sayingIn(ARRANGEMENTS_WORDS, language);
  const { id, municipality, partner, form, tags, signed_on, exit_on } = value;
  const findings = context.reports[language].findings.filter(({ manifest }) => manifest === id);
  const vendor = partner.vendor && partner.vendor !== "none" ? partner.vendor : undefined;
  const day = (date: string | null | undefined, none: "notSigned" | "noEnd") =>
    date === "none" ? say(none) : date ? html`<time>${date}</time>` : say("open");
  return [
    html`<span id="${anchorOf(id)}">${code(id)}</span>`,
    html`<bdi>${municipality.name ?? municipality.cbs_code}</bdi>`,
    vendor === undefined
      ? html`<bdi>${partner.name}</bdi>`
      : html`<a href="${context.href(vendorPath(vendor), language)}"><bdi>${partner.name}</bdi></a>`,
    partner.country ? countryName(partner.country, language) : "",
    form === null ? say("open") : say(`form-${form}`),
    (tags ?? []).map((tag) => say(`tag-${tag}`)).join(COMMA[language]),
    day(signed_on, "notSigned"),
    day(exit_on, "noEnd"),
    say(stateOf(value, context.asOf)),
    findings.map(
      (finding) =>
        html`<span class="pair"><a href="${context.href(`rules/${finding.rule}`, language)}"><bdi>${finding.rule}</bdi></a> ${stateBadge(finding, language)}</span> `,
    ),
  ];
}

function stateOf({ active, exit_on }: ArrangementDocument, asOf: string) {
  if (exit_on && exit_on !== "none" && exit_on < asOf) return "ended";
  return active == null ? "open" : active ? "active" : "inactive";
}

function anchorOf(id: string): string {
  return id.replace(":", "-");
}
