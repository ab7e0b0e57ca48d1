import { constructFromEvents, type Event, parseEvents, YAMLException } from "js-yaml";
import type { JsonValue } from "../model/document.ts";
import { checkEvents } from "./check-events.ts";
import { describeYamlError } from "./describe-yaml-error.ts";
import type { Flaw } from "./flaw.ts";
import { MAX_DEPTH } from "./limits.ts";

/** A text as one plain value, with the parser's events for positions; or everything wrong with its YAML. */
export type ReadYaml =
  | { readonly ok: true; readonly value: JsonValue; readonly events: readonly Event[] }
  | { readonly ok: false; readonly flaws: readonly Flaw[] };

/**
 * Reads one YAML document made of maps with text keys, lists, text, safe numbers, booleans and blanks.
 * Anchors, aliases, tags, directives, odd or doubled keys and a second document are flaws.
 */
export function readYaml(text: string): ReadYaml {
  const directive = /^%.*/m.exec(text);
  if (directive !== null)
    return { ok: false, flaws: [refuseDirective(directive.index, directive[0].length)] };
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    const flaws = checkEvents(text, events);
    if (flaws.length > 0) return { ok: false, flaws };
    // The events hold maps, lists and scalars of the core schema only, so the value is plain JSON.
    const value = (constructFromEvents(events, { source: text, maxAliases: 0 })[0] ?? null) as JsonValue;
    return { ok: true, value, events };
  } catch (error) {
    return { ok: false, flaws: [toFlaw(error, text)] };
  }
}

/** The events of a text that was read before without flaws. */
export function readEvents(text: string): readonly Event[] {
  return parseEvents(text, { maxDepth: MAX_DEPTH });
}

function refuseDirective(start: number, length: number): Flaw {
  return {
    stage: "syntax",
    start,
    end: start + length,
    message: "a line begins with `%`, a directive, which would change how the file is read",
    help: "delete the line, or indent it where it is part of a text",
  };
}

function toFlaw(error: unknown, text: string): Flaw {
  if (!(error instanceof YAMLException)) {
    return {
      stage: "limits",
      start: 0,
      end: 0,
      message: "the YAML reader gave up on this file",
      help: "write the file in a plainer form: less nesting, one key a line",
    };
  }
  return describeYamlError(error.reason, error.mark?.position ?? 0, text);
}
