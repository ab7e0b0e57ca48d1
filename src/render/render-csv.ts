import type { Finding, ReportDocument } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { basisWords, bindingWords } from "./finding-notes.ts";
import { oneLine } from "./visible.ts";
import { type Say, sayIn } from "./words.ts";

type Cell = string | number | null | undefined;

/** The columns, each with what it holds of a finding. */
const COLUMNS: readonly (readonly [string, (finding: Finding, say: Say) => Cell])[] = [
  ["rule", ({ rule }) => rule],
  ["clause", ({ clause }) => clause],
  ["title", ({ title }) => title],
  ["policy", ({ policy }) => policy],
  ["severity", ({ severity }) => severity],
  ["outcome", ({ outcome }) => outcome],
  ["effect", ({ effect }) => effect],
  ["state", ({ state }) => state],
  ["manifest", ({ manifest }) => manifest],
  ["file", ({ location }) => location.file],
  ["line", ({ location }) => location.line],
  ["column", ({ location }) => location.column],
  ["subject", ({ subject }) => subject],
  ["fact", ({ fact }) => fact],
  ["message", ({ message }) => message],
  ["why", ({ why }) => why],
  ["help", ({ help }) => help],
  ["binds", (finding, say) => bindingWords(finding, say)],
  ["missing", ({ missing }) => missing.join("; ")],
  ["path", ({ path }) => path.join("; ")],
  ["alternatives", ({ alternatives }) => alternatives.join("; ")],
  ["basis", (finding, say) => basisWords(finding, say).join("; ")],
  ["waiver", ({ waiver }) => waiver],
  ["fingerprint", ({ fingerprint }) => fingerprint],
];

/** Spreadsheets read UTF-8 by this mark and take Hebrew and Arabic for something else without it. */
const MARK = "\uFEFF";

/** A report as a table for spreadsheets: a row for each finding, lines ended as RFC 4180 has them. */
export function renderCsv(report: ReportDocument, options: { readonly language?: Language } = {}): string {
  const say = sayIn(options.language ?? "en");
  const rows = report.findings.map((finding) => COLUMNS.map(([, read]) => cell(read(finding, say))));
  const head = COLUMNS.map(([name]) => cell(name));
  return `${MARK}${[head, ...rows].map((row) => `${row.join(",")}\r\n`).join("")}`;
}

/**
 * Text in quotes, with a `'` in front where a spreadsheet would take it for a formula: after any space or
 * quote, and in the full-width forms that some read as the plain ones. https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value: Cell): string {
  if (typeof value === "number") return String(value);
  const text = oneLine(value ?? "");
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

const FORMULA = /^[\s"']*[=+\-@|%\uFF1D\uFF0B\uFF0D\uFF20]/;
