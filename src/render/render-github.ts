import type { Finding, FindingEffect, ReportDocument } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { bindingWords } from "./finding-notes.ts";
import { ruleLabel } from "./rule-label.ts";
import { summary } from "./summary.ts";
import { oneLine, visible } from "./visible.ts";
import { type Say, sayIn } from "./words.ts";

const COMMANDS: Readonly<Record<FindingEffect, string>> = {
  block: "error",
  approve: "error",
  warn: "warning",
  note: "notice",
};

/** A report as workflow commands of GitHub Actions, one for each open or upcoming finding, and the line of counts. */
export function renderGithub(report: ReportDocument, options: { readonly language?: Language } = {}): string {
  const say = sayIn(options.language ?? "en");
  const commands = report.findings
    .filter(({ state }) => state === "open" || state === "upcoming")
    .map((finding) => command(finding, say));
  return `${[...commands, summary(report, say)].join("\n")}\n`;
}

function command(finding: Finding, say: Say): string {
  const { location, message, help, effect } = finding;
  const name = finding.state === "upcoming" ? "notice" : COMMANDS[effect];
  const oneLineOnly = location.end_line === location.line;
  const properties = [
    `file=${property(visible(location.file))}`,
    `line=${location.line}`,
    `endLine=${location.end_line}`,
    ...(oneLineOnly ? [`col=${location.column}`, `endColumn=${lastColumn(location)}`] : []),
    `title=${property(oneLine(`${ruleLabel(finding)} ${finding.title}`))}`,
  ];
  const parts = [message, bindingWords(finding, say), help ?? undefined].filter((part) => part !== undefined);
  return `::${name} ${properties.join(",")}::${data(parts.map(oneLine).join("\n"))}`;
}

/** GitHub's columns include the last one. */
export function lastColumn({ column, end_column }: Finding["location"]): number {
  return Math.max(column, end_column - 1);
}

/** Escapes as the Actions runner unescapes them: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
