import { EVENT_ID, type Event, getScalarValue } from "js-yaml";
import type { DocumentKind } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { isNamedKind } from "./document-kind.ts";
import { LARGE_FILE } from "./limits.ts";
import { readEvents } from "./read-yaml.ts";

/**
 * The kind a file claims by a `kind:` key at its top, whatever else is wrong with it; `undefined` where it
 * claims none. Never throws. Where a YAML or JSON file cannot be parsed, a line that reads as such a key counts.
 */
export function sniffKind(source: Source): DocumentKind | undefined {
  const text = new TextDecoder().decode(source.bytes);
  // An escape may spell the word: "k\u0069nd".
  if (!text.includes("kind") && !text.includes("\\")) return undefined;
  try {
    if (source.bytes.length > LARGE_FILE) return sniffLine(source.file, text);
    return sniffEvents(text, readEvents(text));
  } catch {
    return sniffLine(source.file, text);
  }
}

function sniffEvents(text: string, events: readonly Event[]): DocumentKind | undefined {
  const anchors = new Map<string, string>();
  let depth = 0;
  let atKey = false;
  let key: string | undefined;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      depth -= 1;
      continue;
    }
    if (event.type === EVENT_ID.SCALAR && event.anchorStart !== -1) {
      anchors.set(text.slice(event.anchorStart, event.anchorEnd), getScalarValue(text, event));
    }
    if (depth === ROOT_MAP) {
      const value = scalarOf(text, event, anchors);
      if (!atKey && key === "kind" && isNamedKind(value)) return value;
      if (atKey) key = value;
      atKey = !atKey;
    }
    if (
      event.type === EVENT_ID.DOCUMENT ||
      event.type === EVENT_ID.SEQUENCE ||
      event.type === EVENT_ID.MAPPING
    ) {
      depth += 1;
      if (event.type === EVENT_ID.MAPPING && depth === ROOT_MAP) atKey = true;
      if (event.type === EVENT_ID.SEQUENCE && depth === ROOT_MAP) return undefined;
    }
  }
  return undefined;
}

/** Depth inside the map that is a document's root. */
const ROOT_MAP = 2;

function scalarOf(text: string, event: Event, anchors: ReadonlyMap<string, string>): string | undefined {
  if (event.type === EVENT_ID.SCALAR) return getScalarValue(text, event);
  return event.type === EVENT_ID.ALIAS
    ? anchors.get(text.slice(event.anchorStart, event.anchorEnd))
    : undefined;
}

const DATA_FILE = /\.(?:ya?ml|json)(?:\.[^.]*)?$/i;
const LINE = /^(?:\ufeff?[{,]?[ \t]*"kind"|\ufeff?'kind'|\ufeff?kind)[ \t]*:[ \t]*["']?([A-Za-z]+)/gm;

/** Prose and program text may quote a manifest, so only files named as data are read line by line. */
function sniffLine(file: string, text: string): DocumentKind | undefined {
  if (!DATA_FILE.test(file)) return undefined;
  for (const [, name] of text.matchAll(LINE)) if (isNamedKind(name)) return name;
  return undefined;
}
