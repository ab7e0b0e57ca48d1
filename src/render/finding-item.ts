import type { Finding } from "../model/generated/report.ts";
import { HORIZON_DAYS } from "../model/horizon.ts";
import { codeSpan } from "./code-span.ts";
import { basisWords, bindingLabel, bindingWords, helpWords, waiverCommand } from "./finding-notes.ts";
import { gapRules, type Shown } from "./fold-gaps.ts";
import { inline } from "./inline.ts";
import { nextDate } from "./next-date.ts";
import { ruleLabel } from "./rule-label.ts";
import { standingOf } from "./tally.ts";
import { uriPath } from "./uri-path.ts";
import type { Say } from "./words.ts";

export interface ItemContext {
  readonly say: Say;
  /** The date of the report. */
  readonly asOf: string;
  /** Commit whose files the places are links to; left out, they are only named. */
  readonly head?: string | undefined;
  /** Whether this finding is new since the last push. */
  isNew?(finding: Finding): boolean;
}

/** A finding as one item of a Markdown list: effect, rule, place and message, then why, basis and what to do. */
export function findingItem(shown: Shown, context: ItemContext): string {
  const { finding } = shown;
  const { say } = context;
  const rules = gapRules(shown);
  const gap = rules.length === 0 ? "" : `\n  - ${say("sameGap")}: ${rules.map(codeSpan).join(say("and"))}`;
  const fresh = context.isNew?.(finding) === true ? ` (${say("isNew")})` : "";
  const lines = detailsOf(finding, context).map(([label, text]) => `\n  - ${label}: ${text}`);
  return `- **${say(standingOf(finding))}** ${codeSpan(ruleLabel(finding))} ${inline(finding.title)}${fresh}, ${placeLink(finding, context)}: ${inline(finding.message)}${gap}${lines.join("")}`;
}

/** A finding in one line, without its reasons. */
export function findingLine(finding: Finding, context: ItemContext): string {
  const binds = bindingWords(finding, context.say);
  const waiver = finding.state === "waived" || finding.state === "approved" ? finding.waiver : null;
  const notes = [
    ...(binds === undefined ? [] : [inline(binds)]),
    ...(waiver === null ? [] : [codeSpan(waiver)]),
  ];
  return `- ${codeSpan(ruleLabel(finding))} ${placeLink(finding, context)}: ${inline(finding.message)}${notes.map((note) => ` (${note})`).join("")}`;
}

function detailsOf(finding: Finding, { say, asOf }: ItemContext): readonly (readonly [string, string])[] {
  const binds = bindingWords(finding, say);
  const next = nextDate(finding, { asOf, say, within: HORIZON_DAYS });
  const basis = basisWords(finding, say);
  const command = waiverCommand(finding);
  const written = finding.help === null ? undefined : inline(finding.help);
  const help = helpWords(finding, say, written, command === undefined ? undefined : codeSpan(command));
  const listed = (values: readonly string[], joint: string) => values.map(codeSpan).join(joint);
  return [
    ...(binds === undefined ? [] : [[say(bindingLabel(finding)), inline(binds)] as const]),
    ...(next === undefined ? [] : [[say("dates"), inline(next)] as const]),
    ...(finding.why === null ? [] : [[say("why"), inline(finding.why)] as const]),
    ...(basis.length === 0 ? [] : [[say("basis"), basis.map(inline).join("; ")] as const]),
    ...(finding.rests_on.length === 0
      ? []
      : [[say("restsOn"), listed(finding.rests_on, say("and"))] as const]),
    ...(finding.path.length === 0 ? [] : [[say("path"), listed(finding.path, " → ")] as const]),
    ...(finding.missing.length === 0 ? [] : [[say("missing"), listed(finding.missing, say("and"))] as const]),
    ...(finding.alternatives.length === 0
      ? []
      : [[say("alternatives"), listed(finding.alternatives, say("and"))] as const]),
    ...(help === undefined ? [] : [[say("help"), help] as const]),
  ];
}

/** The place as a code span, linked to the line of the file at the head commit. */
function placeLink({ location: { file, line } }: Finding, { head }: ItemContext): string {
  const place = codeSpan(`${file}:${line}`);
  return head === undefined ? place : `[${place}](../blob/${uriPath(head)}/${uriPath(file)}#L${line})`;
}
