import type { ReportDocument } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { groupFindings } from "./group-findings.ts";
import { isRightToLeft } from "./isolate.ts";
import { manifestTable } from "./manifest-table.ts";
import { foldedFindings, ofStanding, pressingFindings } from "./markdown-body.ts";
import { summary } from "./summary.ts";
import { sayIn } from "./words.ts";

/** A job summary takes 1 MiB; three parts of this size stay under it at up to three bytes a character. */
const ROOM = 110_000;

/** A report as Markdown for people, such as the summary of a workflow job; what is too much for one is counted. */
export function renderMarkdown(
  report: ReportDocument,
  options: { readonly language?: Language } = {},
): string {
  const language = options.language ?? "en";
  const say = sayIn(language);
  const groups = groupFindings(report);
  const context = { say, asOf: report.as_of };
  const parts = [
    `## Bylaw: ${say(report.verdict)}`,
    summary(report, say),
    manifestTable(report, groups, say, ROOM),
    pressingFindings(report, groups, context, ROOM),
    foldedFindings(ofStanding(report, "upcoming"), context, ROOM / 4),
    foldedFindings(ofStanding(report, "note"), context, ROOM / 4),
    foldedFindings(ofStanding(report, "waived", "approved"), context, ROOM / 4),
  ];
  const body = parts.filter((part) => part !== "").join("\n\n");
  return `${isRightToLeft(language) ? `<div dir="rtl">\n\n${body}\n\n</div>` : body}\n`;
}
