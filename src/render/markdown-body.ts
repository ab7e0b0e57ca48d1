import type { Finding, ReportDocument, ReportManifest } from "../model/generated/report.ts";
import { codeSpan } from "./code-span.ts";
import { findingItem, findingLine, type ItemContext } from "./finding-item.ts";
import { fitItems } from "./fit-items.ts";
import { foldGaps } from "./fold-gaps.ts";
import type { FindingGroups } from "./group-findings.ts";
import { sayLeft } from "./manifest-table.ts";
import { standingOf, tally, tallyWords } from "./tally.ts";
import { sentence } from "./words.ts";

/** The findings that ask for something now: all open ones but notes. */
function isPressing(finding: Finding): boolean {
  return finding.state === "open" && finding.effect !== "note";
}

/** Pressing findings in full, under a heading for each manifest: as many as fit, and how many do not. */
export function pressingFindings(
  { manifests }: ReportDocument,
  groups: FindingGroups,
  context: ItemContext,
  room: number,
): string {
  const { say } = context;
  const items = [
    ...manifests.flatMap((manifest) => headed(heading(manifest, context), groups.of(manifest), context)),
    ...headed(`### ${sentence(say("elsewhere"))}`, groups.elsewhere, context),
  ];
  const { text, left } = fitItems(items, room - CLOSING);
  return [text.trimStart(), left === 0 ? "" : sayLeft(left, say)].filter((part) => part !== "").join("\n\n");
}

/** Findings in a line each, folded away under their count; empty where there are none. */
export function foldedFindings(findings: readonly Finding[], context: ItemContext, room: number): string {
  if (findings.length === 0) return "";
  const lines = findings.map((finding) => findingLine(finding, context));
  const { text, left } = fitItems(lines, room - CLOSING);
  const body = [text, left === 0 ? "" : sayLeft(left, context.say)]
    .filter((part) => part !== "")
    .join("\n\n");
  return folded(tallyWords(tally(findings), context.say), body);
}

/** Markdown folded away under a title, which is one of our own words and no submitted text. */
export function folded(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${body}\n\n</details>`;
}

/** Room kept for what stands around a list: the fold and the line that counts what was left out. */
const CLOSING = 300;

/** Items of a list; the heading goes with the first one, so that the two are kept or left out together. */
function headed(title: string, findings: readonly Finding[], context: ItemContext): readonly string[] {
  return foldGaps(findings.filter(isPressing)).map(
    (shown, index) => `${index === 0 ? `\n${title}\n\n` : ""}${findingItem(shown, context)}`,
  );
}

function heading({ id, file, tier, verdict }: ReportManifest, { say }: ItemContext): string {
  return `### ${codeSpan(id ?? file)}: ${say("tier")} ${tier ?? say("undecided")}, ${say(verdict)}`;
}

/** Findings of a standing, in the order of the report. */
export function ofStanding(
  report: ReportDocument,
  ...standings: readonly ReturnType<typeof standingOf>[]
): readonly Finding[] {
  return report.findings.filter((finding) => standings.includes(standingOf(finding)));
}
