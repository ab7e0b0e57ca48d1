import type { Finding } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { code } from "../parts/code.ts";
import { dataTable } from "../parts/data-table.ts";
import { message } from "../parts/message.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { subjectLink } from "../systems/subject-link.ts";
import type { ListedRule } from "./listed-rule.ts";
import { RULES_WORDS } from "./words.ts";

/** What a rule makes of the systems and files there are on the day of the site. */
export function todayPart({ rule }: ListedRule, context: SiteContext, language: Language): Html {
  const say = sayingIn(RULES_WORDS, language);
  const date = context.asOf;
  const findings = context.reports[language].findings.filter((finding) => finding.rule === rule.id);
  if (findings.length === 0) return html`<p>${say("todayNone", { date })}</p>\n`;
  const open = findings.filter(({ state }) => state === "open");
  const of = (wanted: Finding["state"]) => findings.filter(({ state }) => state === wanted).length;
  return html`<p>${say("todayAbout", {
    date,
    fails: open.filter(({ outcome }) => outcome === "fail").length,
    unknown: open.filter(({ outcome }) => outcome === "unknown").length,
    waived: of("waived") + of("approved"),
    upcoming: of("upcoming"),
  })}</p>
${dataTable(
  say("today"),
  [{ title: say("where") }, { title: say("outcome") }, { title: say("what") }],
  findings.map((finding) => ({
    cells: [
      finding.manifest === null
        ? code(finding.location.file)
        : subjectLink(finding.manifest, context, language),
      stateBadge(finding, language),
      message(finding.message),
    ],
  })),
  { isCaptionHidden: true },
)}
`;
}

/** What a finding weighs: its state where that is not open, undecided, or the effect of a failure. */
export function stateBadge({ state, outcome, effect }: Finding, language: Language): Html {
  if (state !== "open") return outcomeBadge(state, language);
  return outcomeBadge(outcome === "unknown" ? "unknown" : effect, language);
}
