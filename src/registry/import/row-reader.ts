import type { Columns, Field } from "./choose-columns.ts";
import type { Cell, ImportFlaw, RawRow } from "./raw-table.ts";
import { type DayOrder, readDay } from "./read-day.ts";

/** One row by what its columns say. Each question it cannot answer soundly adds a flaw and answers blank. */
export interface RowReader {
  /** The cell that says what the row is about; without text where none does. */
  readonly cell: Cell;
  /** The text under a field; empty where it is blank or there is no such column. */
  text(field: Field): string;
  day(field: "from" | "to"): string | undefined;
  flaw(field: Field, message: string, help: string): void;
  /** Whether anything was found wrong with the row so far. */
  hasFlaw(): boolean;
}

/** A reader of one row; flaws go to the end of `flaws`. */
export function rowReader(
  row: RawRow,
  { columns, dates }: { readonly columns: Columns; readonly dates: DayOrder | undefined },
  flaws: ImportFlaw[],
): RowReader {
  const cellOf = (field: Field) => row.get(columns.get(field) ?? "");
  const [first] = row.values();
  const before = flaws.length;
  const subject =
    (["name", "category"] as const).map(cellOf).find((cell) => cell && !BLANK.test(cell.text)) ??
    ({ text: "", start: first?.start ?? 0, end: first?.end ?? 0 } as const);

  function flaw(field: Field, message: string, help: string): void {
    const { start, end } = cellOf(field) ?? subject;
    flaws.push({ stage: "schema", start, end, message, help });
  }
  function text(field: Field): string {
    const cell = cellOf(field);
    if (cell === undefined || BLANK.test(cell.text)) return "";
    const refused = refuse(field, cell);
    if (refused === undefined) return cell.text;
    flaw(field, ...refused);
    return "";
  }
  return {
    cell: subject,
    text,
    flaw,
    hasFlaw: () => flaws.length > before,
    day(field) {
      const written = text(field);
      const read = written === "" ? undefined : readDay(written, dates);
      if (typeof read === "object") return read.date;
      if (read === "ambiguous") flaw(field, `either number of \`${written}\` may be the month`, ORDER);
      else if (written !== "") flaw(field, `\`${written}\` is no date this reads`, DATE);
      return undefined;
    },
  };
}

const ORDER = "say which: --dates month-first, or --dates day-first";
const DATE = "write it as YYYY-MM-DD, such as 2021-03-12";

/** What lists write where they have nothing to say. */
const BLANK = /^(?:|[-–—]+|-0-|n\/a|null)$/i;

/** Longest text of a cell, in characters. */
const LONGEST: Readonly<Partial<Record<Field, number>>> = { category: 300, provision: 120 };
const LONGEST_ELSE = 2000;

/** Company numbers as the registry writes them. */
const NUMBERS: Readonly<Partial<Record<Field, RegExp>>> = {
  lei: /^[A-Z0-9]{18}[0-9]{2}$/,
  uscc: /^[0-9A-Z]{18}$/,
  il_company: /^[0-9]{9}$/,
};

/** Why a cell is not read: a message and an imperative. */
function refuse(field: Field, { text, nested }: Cell): readonly [string, string] | undefined {
  const limit = LONGEST[field] ?? LONGEST_ELSE;
  if (nested)
    return ["a map stands where a text is read", "write it as one text, or leave the column unread"];
  if (/^[=+\-@]/.test(text)) {
    const message = `a cell begins with \`${text.slice(0, 1)}\`, which a spreadsheet takes for a formula`;
    return [message, "delete the sign in front, or leave the column unread"];
  }
  if (text.length > limit)
    return [`this text has ${text.length} characters; the limit is ${limit}`, "shorten it"];
  if (NUMBERS[field]?.test(text) === false) {
    return [
      `\`${text}\` does not have the form of a number of this kind`,
      "correct it, or leave the column unread",
    ];
  }
  return undefined;
}
