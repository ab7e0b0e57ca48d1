import type { Finding, ReportDocument } from "../model/generated/report.ts";
import { type Diagnostic, diagnosticText, type TerminalOptions, terminal } from "./diagnostic.ts";
import { basisWords, bindingWords, helpWords, waiverCommand } from "./finding-notes.ts";
import { isolate } from "./isolate.ts";
import { COLOUR } from "./paint.ts";
import { ruleLabel } from "./rule-label.ts";
import { summary } from "./summary.ts";
import { standingOf } from "./tally.ts";
import type { Say } from "./words.ts";

export interface TextOptions extends TerminalOptions {
  /** What the policies in force are called, such as `2026.4`. */
  readonly policiesLabel?: string | undefined;
}

/**
 * A report for a terminal, in the order of the report: each open or upcoming finding with the line it points
 * at, then one line of counts. Waived and approved findings are counted, not shown.
 */
export function renderText(report: ReportDocument, options: TextOptions): string {
  const on = terminal(options);
  const shown = report.findings.filter(({ state }) => state === "open" || state === "upcoming");
  const blocks = shown.map((finding) => `${diagnosticText(diagnosticOf(finding, on.say), on)}\n\n`);
  return `${blocks.join("")}${isolate(summary(report, on.say, options.policiesLabel))}\n`;
}

function diagnosticOf(finding: Finding, say: Say): Diagnostic {
  return {
    name: `${finding.effect}[${ruleLabel(finding)}]`,
    colour: COLOUR[standingOf(finding)],
    message: finding.message,
    location: finding.location,
    notes: notesOf(finding, say),
  };
}

function notesOf(finding: Finding, say: Say): Diagnostic["notes"] {
  const binds = bindingWords(finding, say);
  const basis = basisWords(finding, say);
  const missing = finding.missing.map((fact) => `\`${fact}\``);
  const help = helpWords(finding, say, finding.help ?? undefined, waiverCommand(finding));
  return [
    ...finding.related.map(({ file, line, column }) => ["also", `${file}:${line}:${column}`] as const),
    ...(binds === undefined ? [] : [["upcoming", binds] as const]),
    ...(finding.why === null ? [] : [["why", finding.why] as const]),
    ...(basis.length === 0 ? [] : [["basis", basis.join("; ")] as const]),
    ...finding.path.map((step) => ["path", step] as const),
    ...(missing.length === 0 ? [] : [["missing", missing.join(say("and"))] as const]),
    ...(finding.alternatives.length === 0
      ? []
      : [["alternatives", finding.alternatives.join(say("and"))] as const]),
    ...(help === undefined ? [] : [["help", help] as const]),
  ];
}
