import { existsSync } from "node:fs";
import { basename, dirname, resolve } from "node:path";
import type { FileProblem } from "../model/document.ts";
import { findBadCharacters } from "../parse/characters.ts";
import { toProblems } from "../parse/flaw.ts";
import { createLocator } from "../parse/locator.ts";
import { readText } from "../parse/read-text.ts";
import { readYaml } from "../parse/read-yaml.ts";
import { createTextMap } from "../parse/text-map.ts";
import type { ImportFlaw, RawTable, ReadTable } from "../registry/import/raw-table.ts";
import { readCsv } from "../registry/import/read-csv.ts";
import { readJson } from "../registry/import/read-json.ts";
import { readSource } from "../workspace/read-source.ts";
import { UsageError } from "./usage-error.ts";

/** Largest file of a list that is read, in bytes. */
const LIMIT = 4 * 1024 * 1024;

/** A file of a list as it was read. */
export interface ListFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly table: RawTable;
  lineOf(offset: number): number;
  problems(flaws: readonly ImportFlaw[]): readonly FileProblem[];
}

/** A file of a list, or everything that keeps it from being read, each with its place. */
export type ReadListFile =
  | { readonly ok: true; readonly list: ListFile }
  | { readonly ok: false; readonly bytes: Uint8Array; readonly problems: readonly FileProblem[] };

/**
 * Reads a CSV or JSON file of a list with the loader's limits on bytes, encoding and characters. What begins with a
 * bracket is JSON; anything else is a table.
 */
export function readListFile(cwd: string, file: string): ReadListFile {
  const path = resolve(cwd, file);
  if (!existsSync(path))
    throw new UsageError(`there is no file \`${file}\``, "name a CSV or JSON file of the list");
  const source = readSource(dirname(path), basename(path), LIMIT + 1);
  const { bytes } = source;
  const refuse = (text: string, flaws: readonly ImportFlaw[]) =>
    ({ ok: false, bytes, problems: toProblems(flaws, createTextMap(file, text), null) }) as const;
  if (bytes.length > LIMIT) {
    const message = `the file has more than ${LIMIT} bytes, which is the limit`;
    return refuse("", [
      { stage: "limits", start: 0, end: 0, message, help: "keep only the entries of this list" },
    ]);
  }
  const read = readText(source, LIMIT);
  if (!read.ok) {
    const at = read.before.length;
    return refuse(read.before, [{ ...read, start: at, end: at }]);
  }
  const { text } = read;
  const characters = findBadCharacters(text).map(({ at, length, message, help }) => ({
    stage: "syntax" as const,
    start: at,
    end: at + length,
    message,
    help,
  }));
  if (characters.length > 0) return refuse(text, characters);
  const map = createTextMap(file, text);
  const result = tableOf(file, text);
  if (!result.ok) return refuse(text, result.flaws);
  return {
    ok: true,
    list: {
      file,
      bytes,
      table: result.table,
      lineOf: (offset) => map.span(offset, offset).line,
      problems: (flaws) => toProblems(flaws, map, null),
    },
  };
}

function tableOf(file: string, text: string): ReadTable {
  if (!/^\ufeff?\s*[[{]/.test(text)) return readCsv(text);
  const json = readYaml(text);
  if (json.ok) return readJson(json.value, createLocator(file, text).value);
  // The loader's flaws have no other stages where a text is only parsed.
  const flaws = json.flaws.map(
    (flaw): ImportFlaw => ({ ...flaw, stage: flaw.stage === "limits" ? "limits" : "syntax" }),
  );
  return { ok: false, flaws };
}
