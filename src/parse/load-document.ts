import type { DocumentKind, Loaded } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { checkValue } from "./check-value.ts";
import { documentOf } from "./document-of.ts";
import { type Flaw, toProblems } from "./flaw.ts";
import { type DocumentValues, KINDS } from "./kinds.ts";
import { LARGE_FILE } from "./limits.ts";
import { createLocator } from "./locator.ts";
import { parseText } from "./parse-text.ts";
import { readText } from "./read-text.ts";
import { sniffKind } from "./sniff-kind.ts";
import { createTextMap } from "./text-map.ts";

/** How a file is read. */
export interface LoadOptions {
  /** True where a verdict gates a merge: a second YAML reader has to agree with the first. */
  readonly gate: boolean;
  /** The kind that belongs in the place of the file; the only way to say `Configuration`. */
  readonly kind?: DocumentKind;
}

/**
 * Reads a submitted file: bytes, characters, YAML, kind, schema, in that order, stopping at the first
 * step that finds problems. Never throws on any content, and gives every problem a place and a way out.
 */
export function loadDocument<K extends DocumentKind>(
  source: Source,
  options: LoadOptions & { readonly kind: K },
): Loaded<DocumentValues[K]>;
export function loadDocument(source: Source, options: LoadOptions): Loaded;
export function loadDocument(source: Source, options: LoadOptions): Loaded {
  const { file } = source;
  const read = readText(source, options.kind === undefined ? LARGE_FILE : KINDS[options.kind].bytes);
  if (!read.ok) {
    const at = read.before.length;
    return refuse(source, options, read.before, [{ ...read, start: at, end: at }]);
  }
  const { text } = read;
  const parsed = parseText(text);
  if (!parsed.ok) return refuse(source, options, text, parsed.flaws);
  const locator = createLocator(file, text);
  const checked = checkValue(parsed.value, { ...options, text, locator, bytes: source.bytes.length });
  if (!checked.ok) return { ok: false, file, problems: toProblems(checked.flaws, locator.map, checked.kind) };
  const { kind } = checked;
  return { ok: true, document: documentOf(file, text, { kind, value: parsed.value }, locator) };
}

function refuse(source: Source, options: LoadOptions, text: string, flaws: readonly Flaw[]): Loaded {
  const kind = options.kind ?? sniffKind(source) ?? null;
  return {
    ok: false,
    file: source.file,
    problems: toProblems(flaws, createTextMap(source.file, text), kind),
  };
}
