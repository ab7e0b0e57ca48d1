import type { PublishedList } from "../model/generated/registry.ts";
import type { Registry } from "../model/registry.ts";
import { isDate } from "../model/time/is-date.ts";
import { type Columns, FIELDS, type Field } from "../registry/import/choose-columns.ts";
import type { DayOrder } from "../registry/import/read-day.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** Options of `import list` as they are typed. */
export interface ImportOptions {
  readonly columns?: string;
  readonly where?: string;
  readonly source?: string;
  readonly edition?: string;
  readonly additions: boolean;
  readonly dates?: DayOrder;
  readonly retrievedOn?: string;
  readonly policies?: string;
  readonly format: "text" | "json" | "yaml" | "patch";
  readonly write: boolean;
}

/** What is known of the file: its source and its days. A day to come, or an edition after the reading, is refused. */
export function aboutFile(
  { source, edition, retrievedOn }: ImportOptions,
  list: PublishedList,
  registry: Registry,
  io: Io,
): { readonly source: string; readonly edition: string | undefined; readonly retrievedOn: string } {
  const today = io.today();
  const read = day("--retrieved-on", retrievedOn) ?? today;
  const key = source ?? list.sources[0];
  if (registry.source(key) === undefined) {
    throw new UsageError(
      `the registry has no source \`${key}\``,
      "add it under `sources` in the file of the list first",
    );
  }
  if (read > today)
    throw new UsageError(`\`${read}\` is after today, ${today}`, "name the day the file was taken");
  const issued = day("--edition", edition);
  if (issued !== undefined && issued > read) {
    throw new UsageError(
      `the edition of ${issued} is after the day of reading, ${read}`,
      "correct one of the two",
    );
  }
  return { source: key, edition: issued, retrievedOn: read };
}

/** `name=Entity,from=Added` as columns by field; a field without a column is left unread. */
export function namedColumns(text: string | undefined): {
  readonly columns: Columns;
  readonly unread: readonly Field[];
} {
  const pairs = (text ?? "").split(",").filter((pair) => pair.trim() !== "");
  const columns = new Map<Field, string>();
  const unread: Field[] = [];
  for (const pair of pairs) {
    const { key, value } = splitPair(pair, "--columns", "name=Entity");
    const field = FIELDS.find((known) => known === key);
    if (field === undefined)
      throw new UsageError(`\`${key}\` is nothing a column can say`, `name one of ${FIELDS.join(", ")}`);
    if (value === "") unread.push(field);
    else columns.set(field, value);
  }
  return { columns, unread };
}

/** `group=companies` as a column and the value it must hold; the column is one of the file. */
export function whereOf(text: string | undefined, headings: readonly string[]) {
  if (text === undefined) return undefined;
  const { key: column, value } = splitPair(text, "--where", "group=companies");
  if (headings.includes(column)) return { column, value };
  throw new UsageError(`there is no column \`${column}\``, `name one of ${headings.join(", ")}`);
}

function splitPair(
  text: string,
  option: string,
  example: string,
): { readonly key: string; readonly value: string } {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`\`${text}\` is no pair for \`${option}\``, `write it as ${example}`);
  return { key: text.slice(0, at).trim(), value: text.slice(at + 1).trim() };
}

function day(option: string, text: string | undefined): string | undefined {
  if (text === undefined || isDate(text)) return text;
  throw new UsageError(
    `\`${text}\` is no date for \`${option}\``,
    "write it as YYYY-MM-DD, such as 2026-11-23",
  );
}
