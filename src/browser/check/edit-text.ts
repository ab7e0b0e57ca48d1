import { yamlValue } from "../../forms/yaml-value.ts";
import type { JsonValue } from "../../model/document.ts";
import { parseText } from "../../parse/parse-text.ts";
import { changeText } from "./change-text.ts";
import { type Edit, editValue } from "./edit-value.ts";

/**
 * The text with an edit written into it, everything else as it stands: order, comments, layout. Where the place is
 * written too unusually to be changed in itself, the block or list around it is written anew. `undefined` where the
 * text is not YAML, or nothing of it can be kept.
 */
export function editText(text: string, edit: Edit): string | undefined {
  const before = parseText(text.trim() === "" ? "{}" : text);
  if (!before.ok) return undefined;
  const wanted = editValue(before.value, edit);
  if (text.trim() === "") return blockOf(wanted);
  const changed = changeText(text, edit);
  if (changed !== undefined && says(changed, wanted)) return changed;
  for (let at = parentOf(edit.pointer); at !== ""; at = parentOf(at)) {
    const whole = changeText(text, { kind: "set", pointer: at, value: valueAt(wanted, at) });
    if (whole !== undefined && says(whole, wanted)) return whole;
  }
  const whole = blockOf(wanted);
  return says(whole, wanted) ? whole : undefined;
}

function says(text: string, wanted: JsonValue): boolean {
  const parsed = parseText(text);
  return parsed.ok && JSON.stringify(parsed.value) === JSON.stringify(wanted);
}

/** A map with each of its keys on a line of its own. */
function blockOf(value: JsonValue): string {
  return Object.entries(value ?? {})
    .map(([key, inner]) => (inner === null ? `${key}:\n` : `${key}: ${yamlValue(inner)}\n`))
    .join("");
}

function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

function valueAt(value: JsonValue, pointer: string): JsonValue {
  let at: unknown = value;
  // A pointer of the value itself: every step is there.
  for (const step of pointer.split("/").slice(1)) at = (at as Readonly<Record<string, unknown>>)[step];
  return at as JsonValue;
}
