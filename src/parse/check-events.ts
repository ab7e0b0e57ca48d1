import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE, type ScalarEvent } from "js-yaml";
import { findBadCharacters } from "./characters.ts";
import type { Flaw } from "./flaw.ts";
import { refuseKey } from "./refuse-key.ts";
import { refuseScalar } from "./refuse-scalar.ts";

/** Everything in the parser's events that no file may hold, though it is good YAML. */
export function checkEvents(text: string, events: readonly Event[]): readonly Flaw[] {
  const flaws: Flaw[] = [];
  const open: Frame[] = [];
  let documents = 0;
  let last = 0;
  for (const event of events) {
    if (event.type === EVENT_ID.POP) {
      open.pop();
      continue;
    }
    if (event.type === EVENT_ID.DOCUMENT) {
      if (++documents === 2) flaws.push(refuseSecondDocument(text, last));
      open.push({ isMap: false, atKey: false });
      continue;
    }
    if (event.type === EVENT_ID.ALIAS) {
      flaws.push(refuseAlias(event.anchorStart - 1, event.anchorEnd));
    } else {
      if (event.anchorStart !== -1) flaws.push(refuseAnchor(event.anchorStart - 1, event.anchorEnd));
      if (event.tagStart !== -1) flaws.push(refuseTag(event.tagStart, event.tagEnd));
    }
    const parent = open.at(-1);
    const isKey = parent?.isMap === true && parent.atKey;
    if (parent !== undefined) parent.atKey = parent.isMap && !parent.atKey;
    if (event.type === EVENT_ID.SCALAR) {
      if (event.valueEnd > last) last = event.valueEnd;
      const flaw = isKey ? refuseKey(text, event, last) : refuseScalar(text, event);
      if (flaw !== undefined) flaws.push(flaw);
      if (event.style === SCALAR_STYLE.DOUBLE_QUOTED && !event.fast)
        flaws.push(...refuseEscapes(text, event));
    } else {
      if (event.type !== EVENT_ID.ALIAS) {
        if (event.start > last) last = event.start;
        open.push({ isMap: event.type === EVENT_ID.MAPPING, atKey: event.type === EVENT_ID.MAPPING });
      }
      if (isKey) flaws.push(refuseCompositeKey(last));
    }
  }
  return flaws;
}

interface Frame {
  readonly isMap: boolean;
  /** True where the next node of a map is a key. */
  atKey: boolean;
}

function refuseSecondDocument(text: string, from: number): Flaw {
  const marker = /^(?:---|\.\.\.)/m.exec(text.slice(from));
  const start = from + (marker?.index ?? 0);
  return {
    stage: "syntax",
    start,
    end: start + 3,
    message: "a second document begins here; a file holds one",
    help: "put each document into a file of its own",
  };
}

function refuseAnchor(start: number, end: number): Flaw {
  return {
    stage: "syntax",
    start,
    end,
    message: "an anchor (`&`) stands here; every value is written out where it belongs",
    help: "delete the anchor, or quote text that begins with `&`",
  };
}

function refuseAlias(start: number, end: number): Flaw {
  return {
    stage: "syntax",
    start,
    end,
    message: "an alias (`*`) stands here; every value is written out where it belongs",
    help: "write the value itself, or quote text that begins with `*`",
  };
}

function refuseTag(start: number, end: number): Flaw {
  return {
    stage: "syntax",
    start,
    end,
    message: "a tag (`!`) stands here; values are plain text, numbers, `true`, `false`",
    help: "delete the tag, or quote text that begins with `!`",
  };
}

function refuseCompositeKey(start: number): Flaw {
  return {
    stage: "syntax",
    start,
    end: start + 1,
    message: "a list or map stands where a key should",
    help: "write a name as the key",
  };
}

/** Escapes such as `\u200b` bring in characters that may not be typed either. */
function refuseEscapes(text: string, event: ScalarEvent): readonly Flaw[] {
  const [first] = findBadCharacters(`x${getScalarValue(text, event)}`);
  if (first === undefined) return [];
  return [
    {
      stage: "syntax",
      start: event.valueStart - 1,
      end: event.valueEnd + 1,
      message: `an escape inside quotes: ${first.message}`,
      help: "write the text without that escape",
    },
  ];
}
