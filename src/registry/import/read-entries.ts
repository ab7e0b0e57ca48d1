import { normalizeName } from "../normalize-name.ts";
import { endOf, firstDay } from "../period.ts";
import { areApart } from "./are-apart.ts";
import type { Columns } from "./choose-columns.ts";
import { companyInSentence } from "./company-in-sentence.ts";
import type { ListEntry } from "./list-entry.ts";
import { type Cell, type ImportFlaw, MAX_FLAWS, type RawTable } from "./raw-table.ts";
import type { DayOrder } from "./read-day.ts";
import { readScope } from "./read-scope.ts";
import { type RowReader, rowReader } from "./row-reader.ts";
import { splitAliases, splitNames } from "./split-names.ts";

/** What rows are read with. */
export interface ReadEntriesOptions {
  readonly columns: Columns;
  readonly dates: DayOrder | undefined;
  /** Only rows whose column holds exactly this text. */
  readonly where: { readonly column: string; readonly value: string } | undefined;
  lineOf(offset: number): number;
}

/** The entries with how many rows `where` left out, or everything wrong with them. */
export type ReadEntries =
  | { readonly ok: true; readonly entries: readonly ListEntry[]; readonly leftOut: number }
  | { readonly ok: false; readonly flaws: readonly ImportFlaw[] };

/**
 * Reads rows as entries of a list. Refused are text that a spreadsheet would run, dates that are none or may be
 * two, rows that name nobody, and a name that stands twice for the same days.
 */
export function readEntries({ rows }: RawTable, options: ReadEntriesOptions): ReadEntries {
  const { where } = options;
  const wanted = rows.filter((row) => where === undefined || row.get(where.column)?.text === where.value);
  const flaws: ImportFlaw[] = [];
  const entries: { readonly entry: ListEntry; readonly cell: Cell }[] = [];
  for (const row of wanted) {
    if (flaws.length >= MAX_FLAWS) break;
    const reader = rowReader(row, options, flaws);
    entries.push({ entry: readEntry(reader, options), cell: reader.cell });
  }
  flaws.push(...repeated(entries));
  if (where !== undefined && wanted.length === 0) {
    const message = `no row holds \`${where.value}\` under \`${where.column}\``;
    flaws.push({ stage: "schema", start: 0, end: 0, message, help: "write the value as the file does" });
  }
  if (flaws.length > 0) return { ok: false, flaws };
  return { ok: true, entries: entries.map(({ entry }) => entry), leftOut: rows.length - wanted.length };
}

/** Longest name the registry has room for, in characters. */
const LONGEST_NAME = 200;

function readEntry(reader: RowReader, { columns, lineOf }: ReadEntriesOptions): ListEntry {
  const written = reader.text("name");
  const company = companyInSentence(written);
  const { name, aliases } = splitNames(company ?? written);
  const isSentence = columns.get("name") === columns.get("scope") && company === undefined;
  const isCategory = name === "" || isSentence || ABROAD.test(written);
  const category = (name && written) || reader.text("category");
  const numbers = (["lei", "uscc", "il_company"] as const).map((field) => [field, reader.text(field)]);
  const scope = reader.text("scope");
  const [from, to] = [reader.day("from"), reader.day("to")];
  const names = [...new Set([...aliases, ...splitAliases(reader.text("aliases"))])];
  if (category === "" && !reader.hasFlaw()) {
    reader.flaw("name", "this row names nobody and no category", "write one of the two, or delete the row");
  }
  const long = isCategory ? undefined : [name, ...names].find((one) => one.length > LONGEST_NAME);
  if (long !== undefined) {
    reader.flaw("name", `a name has ${long.length} characters; the limit is ${LONGEST_NAME}`, "shorten it");
  }
  if (from !== undefined && to !== undefined && endOf(to) <= firstDay(from)) {
    reader.flaw(
      "to",
      `it begins in \`${from}\` and ends in \`${to}\``,
      "write the earlier date as the beginning",
    );
  }
  return {
    line: lineOf(reader.cell.start),
    name: isCategory ? undefined : name,
    category: isCategory ? category : undefined,
    aliases: names,
    identifiers: Object.fromEntries(numbers.filter(([, number]) => number !== "")),
    country: /^[A-Z]{2}$/i.exec(reader.text("country"))?.[0].toUpperCase(),
    from,
    to: to ?? (columns.has("to") ? null : undefined),
    scope: scope === "" ? undefined : readScope(scope),
    provision: reader.text("provision") || undefined,
  };
}

/** The name of a category, in the words of lists that name goods by where they are made. */
const ABROAD =
  /\bforeign[- ](?:produced|made|manufactured)|\b(?:produced|made|manufactured|assembled) (?:abroad|outside|in (?:a |any )?foreign)/i;

/** A name may come back where its periods do not meet; else one of the two rows is wrong. */
function repeated(
  entries: readonly { readonly entry: ListEntry; readonly cell: Cell }[],
): readonly ImportFlaw[] {
  const seen = new Map<string, ListEntry[]>();
  return entries.flatMap(({ entry, cell: { start, end } }) => {
    if (entry.name === undefined) return [];
    const key = normalizeName(entry.name).full;
    const before = seen.get(key) ?? [];
    seen.set(key, [...before, entry]);
    const other = before.find((one) => !areApart(one, entry));
    if (other === undefined) return [];
    const as = other.name === entry.name ? "" : ` as \`${other.name}\``;
    const message = `\`${entry.name}\` stands on line ${other.line} already${as}, for the same days`;
    const help = "keep one of the two, or give each the days it held";
    return [{ stage: "schema" as const, start, end, message, help }];
  });
}
