import type { Texts, Wording } from "./language.ts";
import type { FilePlace } from "./surroundings.ts";
import type { Turn } from "./turn.ts";
import type { Duration, FactValue } from "./value.ts";

/** What a rule looks at, one row at a time. */
export type SubjectName =
  | "system"
  | "site"
  | "device"
  | "placement"
  | "party"
  | "app"
  | "interface"
  | "retention"
  | "access"
  | "transfer"
  | "use"
  | "risk"
  | "finance"
  | "incident"
  | "arrangement"
  | "waiver"
  | "list"
  | "concentration";

/** Rows that hang on a party and are read by `some` in definitions. */
export type NestedSubject = "owner" | "listing";

/** A fact as it was found: its value, where it stands, and how it was arrived at. */
export interface Cell {
  readonly value: FactValue;
  /** JSON pointer of the value; of the parent that lacks it where nothing is written. */
  readonly at: string;
  /** True where the manifest states it (a value or `none`); false where the place is blank. */
  readonly stated: boolean;
  /** Steps that led to the value, mostly through the registry, in words: `HVI Security Solutions agent_of Hikvision`. */
  readonly path?: readonly Texts[];
  /** Further places that contributed. */
  readonly related?: readonly string[];
  /** Places in other files that the value rests on, the largest contribution first. */
  readonly elsewhere?: readonly FilePlace[];
  /** The days on which what the value was arrived at by begins or ends. */
  readonly dates?: readonly Turn[];
  /** The value is a day this long after the date of the run, and so another one on every day. */
  readonly fromToday?: Duration;
}

/**
 * One row of a subject. `cell` answers for the facts of this row's own subject, given by full name
 * (`retention.period`), and computes each at most once; an unknown name is a bug and throws.
 */
export interface Row {
  readonly subject: SubjectName | NestedSubject;
  /** Stable id for fingerprints, never an index: site id, data kind, vendor id, `model@site`. */
  readonly key: string;
  /** What the row is called in a message: `video_raw`, `DS-2CD2xxx at site-2`. */
  readonly title: Wording;
  /** JSON pointer of the row in the file; of the block it should stand in where it is not written. */
  readonly pointer: string;
  /** False for a row that must exist and is not written: all its facts are blank. */
  readonly written: boolean;
  cell(fact: string): Cell;
  /** The row whose facts of another subject are in scope here: a placement's `device`, `site`, `party`, and `system`. */
  scope(subject: SubjectName | NestedSubject): Row | undefined;
  /** Rows nested in a party; `[]` for any other subject. */
  nested(subject: NestedSubject): readonly Row[];
  /** Days on which the row comes or goes, or what is recorded beside it changes; left out where no day does that. */
  turns?(): readonly Turn[];
}

/** Everything a rule can look at in one manifest. */
export interface FactSet {
  readonly system: Row;
  rows(subject: SubjectName): readonly Row[];
}
