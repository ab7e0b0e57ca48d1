import type { Loaded } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { type LoadOptions, loadDocument } from "../parse/load-document.ts";
import { documentFrom, documentText } from "./kept/document-text.ts";
import type { KeptValues } from "./kept/kept-values.ts";

interface Kept {
  readonly source: Source;
  readonly loaded: Loaded;
}

/** Versions of a file that are kept: both sides of a change. */
const VERSIONS = 2;
/** Bytes of source kept in all; beyond it everything is read anew. */
const BYTES = 8 * 1024 * 1024;

const kept = new Map<string, readonly Kept[]>();
let bytes = 0;

/**
 * Reads a file as `loadDocument` does, the same bytes under the same name once. For what bundles share: the
 * two sides of a change differ in few of their files. With `values`, what an earlier run read is not parsed again.
 */
export function loadKept(source: Source, options: LoadOptions, values?: KeptValues): Loaded {
  const key = `${options.gate} ${options.kind} ${source.mode} ${source.file}`;
  const versions = kept.get(key) ?? [];
  const known = versions.find((version) => isSame(version.source.bytes, source.bytes));
  if (known !== undefined) return known.loaded;
  const loaded = values === undefined ? loadDocument(source, options) : loadThrough(values, source, options);
  if (bytes + source.bytes.length > BYTES) {
    kept.clear();
    bytes = 0;
  }
  kept.set(key, [{ source, loaded }, ...(kept.get(key) ?? [])].slice(0, VERSIONS));
  bytes += source.bytes.length;
  return loaded;
}

function loadThrough(values: KeptValues, source: Source, options: LoadOptions): Loaded {
  const { gate, kind = "" } = options;
  const key = values.keyOf(["document", String(gate), kind, source.mode, source.bytes]);
  const before = values.find(key);
  if (before !== undefined) {
    // Its key names this program, which wrote it as below.
    return { ok: true, document: documentFrom(source, before) };
  }
  const loaded = loadDocument(source, options);
  if (loaded.ok) values.keep(key, documentText(loaded.document));
  return loaded;
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one === other || (one.length === other.length && one.every((byte, at) => byte === other[at]));
}
