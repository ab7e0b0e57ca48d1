/** Something wrong with a file, by offsets in its text (UTF-16 units). */
export interface ImportFlaw {
  readonly stage: "syntax" | "schema" | "limits";
  readonly start: number;
  readonly end: number;
  readonly message: string;
  /** An imperative. */
  readonly help: string;
}

/** One value as written, trimmed, with its place. */
export interface Cell {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A map or list of maps stands here, which is no text. */
  readonly nested?: true;
}

/** A row by its column names. A column the row does not write is missing. */
export type RawRow = ReadonlyMap<string, Cell>;

/** A file as rows, before anybody knows what its columns mean. */
export interface RawTable {
  readonly columns: readonly string[];
  readonly rows: readonly RawRow[];
  /** Keys of the file that hold its rows; none where the rows stand under no key. */
  readonly groups: readonly string[];
  /** What the file holds beside its rows, by name: remarks, totals. */
  readonly beside: readonly string[];
}

/** A table, or everything that keeps the file from being one. */
export type ReadTable =
  | { readonly ok: true; readonly table: RawTable }
  | { readonly ok: false; readonly flaws: readonly ImportFlaw[] };

/** Most rows read of one file. */
export const MAX_ROWS = 20_000;

/** Most flaws worth finding: the rest are of one kind with these. */
export const MAX_FLAWS = 50;
