import type { ManifestDocument } from "./generated/manifest.ts";

export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** The kinds of file people write, by their `kind:` key. */
export type DocumentKind =
  | "Manifest"
  | "Policy"
  | "VendorRegistry"
  | "Waiver"
  | "Approval"
  | "Arrangement"
  | "Overlay"
  | "Plan"
  | "Configuration";

/** A place in a file. Lines and columns count from 1, columns in UTF-16 units, `end_column` is exclusive. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly end_line: number;
  readonly end_column: number;
}

/** Where a value stands: its place for people, and its bytes (UTF-8, `end` exclusive) for edits. */
export interface Span extends Location {
  readonly start: number;
  readonly end: number;
}

/** A file that was read, parsed and found valid against the schema of its kind. */
export interface Document<T = JsonValue> {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly text: string;
  readonly value: T;
  /**
   * The span of the value at a JSON pointer (`""` is the root); of its nearest written ancestor where
   * nothing is written there, and of its key where the value is blank. Positions are computed at the first call.
   */
  locate(pointer: string): Span;
  /** The span of the key that holds the value at a pointer; as `locate` for array items and the root. */
  locateKey(pointer: string): Span;
}

export type Manifest = Document<ManifestDocument>;

/** Which part of reading a file failed. Rule ids are made of kind and stage: `manifest-syntax`. */
export type ProblemStage = "syntax" | "schema" | "limits" | "language";

/** Something wrong with a file itself. Never a crash, always a place and a way out. */
export interface FileProblem {
  readonly stage: ProblemStage;
  /** `null` while the file cannot be read far enough to tell. */
  readonly kind: DocumentKind | null;
  readonly location: Location;
  /** JSON pointer into the file, `""` where none can be given. */
  readonly pointer: string;
  /** What is wrong: lower-case start, no final stop, user text in backticks. */
  readonly message: string;
  /** What to do, an imperative. */
  readonly help: string;
  /** A manifest fragment in which the problem shows; only where the place alone does not say it. */
  readonly witness?: string;
}

export type Loaded<T = JsonValue> =
  | { readonly ok: true; readonly document: Document<T> }
  | { readonly ok: false; readonly file: string; readonly problems: readonly FileProblem[] };
