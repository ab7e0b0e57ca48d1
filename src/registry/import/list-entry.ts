import type { ReadScope } from "./read-scope.ts";

/** One entry of a published list, as a file has it. */
export interface ListEntry {
  /** Line of the file, from 1. */
  readonly line: number;
  /** The name; missing where the entry is for a whole category of goods, such as all that are made abroad. */
  readonly name: string | undefined;
  readonly category: string | undefined;
  /** Other names the file itself gives. */
  readonly aliases: readonly string[];
  /** LEI and company numbers, by the registry's names for them. */
  readonly identifiers: Readonly<Record<string, string>>;
  /** Two letters; missing where the file has none or writes it otherwise. */
  readonly country: string | undefined;
  /** First day; missing where the file gives none. */
  readonly from: string | undefined;
  /** First day it no longer stood; null where the file has a column for it and leaves it blank. */
  readonly to: string | null | undefined;
  readonly scope: ReadScope | undefined;
  /** Place in the source. */
  readonly provision: string | undefined;
}
