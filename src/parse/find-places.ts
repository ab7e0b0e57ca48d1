import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";

/** Offsets in a text, `end` exclusive. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a value stands, and the key that holds it. A blank value stands where its key does. */
export interface Place {
  readonly value: Range;
  readonly key: Range | undefined;
}

/** The place of every value of a document, by JSON pointer. */
export function findPlaces(text: string, events: readonly Event[]): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const open: Frame[] = [];
  let end = 0;
  for (const event of events) {
    switch (event.type) {
      case EVENT_ID.DOCUMENT:
      case EVENT_ID.ALIAS:
        break;
      case EVENT_ID.POP: {
        const frame = open.pop();
        if (frame === undefined) break;
        end = closeFrame(text, frame, end);
        places.set(frame.pointer, { value: { start: frame.start, end }, key: frame.key });
        break;
      }
      case EVENT_ID.SCALAR: {
        const parent = open.at(-1);
        const written = event.valueStart === -1 ? undefined : scalarRange(text, event, end);
        if (written !== undefined) end = written.end;
        if (parent?.isMap === true && parent.pendingKey === undefined) {
          parent.pendingKey = { name: getScalarValue(text, event), range: written ?? { start: end, end } };
          break;
        }
        const { pointer, key } = nextChild(parent);
        places.set(pointer, { value: written ?? key ?? { start: end, end }, key });
        break;
      }
      default: {
        const { pointer, key } = nextChild(open.at(-1));
        const { start, type } = event;
        open.push({ pointer, key, start, isMap: type === EVENT_ID.MAPPING, index: 0, pendingKey: undefined });
        end = Math.max(end, start);
      }
    }
  }
  return places;
}

/** A name or index as a step of a JSON pointer. */
export function pointerStep(name: string | number): string {
  return `/${String(name).replace(/~/g, "~0").replace(/\//g, "~1")}`;
}

interface Frame {
  readonly pointer: string;
  readonly key: Range | undefined;
  readonly start: number;
  readonly isMap: boolean;
  /** The next item of a list. */
  index: number;
  /** The key read last, whose value is still to come. */
  pendingKey: { readonly name: string; readonly range: Range } | undefined;
}

function nextChild(parent: Frame | undefined): { pointer: string; key: Range | undefined } {
  if (parent === undefined) return { pointer: "", key: undefined };
  if (!parent.isMap) return { pointer: parent.pointer + pointerStep(parent.index++), key: undefined };
  const key = parent.pendingKey;
  parent.pendingKey = undefined;
  return { pointer: parent.pointer + pointerStep(key?.name ?? ""), key: key?.range };
}

/** Events give the text inside the quotes and below the `|`; people mean the quotes and the `|` too. */
function scalarRange(text: string, event: ScalarEvent, after: number): Range {
  const { valueStart: start, valueEnd: end } = event;
  switch (event.style) {
    case SCALAR_STYLE.SINGLE_QUOTED:
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return { start: start - 1, end: end + 1 };
    case SCALAR_STYLE.LITERAL_BLOCK:
    case SCALAR_STYLE.FOLDED_BLOCK: {
      const trimmed = start + text.slice(start, end).trimEnd().length;
      return { start: skipGap(text, after), end: trimmed };
    }
    default:
      return { start, end };
  }
}

/** A flow collection ends with its bracket; all others with the last thing written in them. */
function closeFrame(text: string, frame: Frame, end: number): number {
  const opening = text[frame.start];
  if (opening !== "[" && opening !== "{") return end;
  const at = skipGap(text, Math.max(end, frame.start + 1));
  return text[at] === "]" || text[at] === "}" ? at + 1 : end;
}

/** What may stand between two values: white space, comments, and the marks of lists and maps. */
const GAP = /(?:[\s,:?-]|(?<=\s)#[^\n]*)*/y;

function skipGap(text: string, from: number): number {
  GAP.lastIndex = from;
  GAP.test(text);
  return Math.max(from, GAP.lastIndex);
}
