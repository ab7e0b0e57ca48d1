import type { Finding, ReportDocument } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { type CsvCell, csvTable } from "./csv-table.ts";
import { basisWords, bindingWords } from "./finding-notes.ts";
import { type Say, sayIn } from "./words.ts";

/** The columns, each with what it holds of a finding. */
const COLUMNS: readonly (readonly [string, (finding: Finding, say: Say) => CsvCell])[] = [
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

/** A report as a table for spreadsheets: a row for each finding. */
export function renderCsv(report: ReportDocument, options: { readonly language?: Language } = {}): string {
  const say = sayIn(options.language ?? "en");
  const rows = report.findings.map((finding) => COLUMNS.map(([, read]) => read(finding, say)));
  return csvTable([COLUMNS.map(([name]) => name), ...rows]);
}
