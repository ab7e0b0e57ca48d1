import { yamlValue } from "../../forms/yaml-value.ts";
import type { JsonValue } from "../../model/document.ts";
import { findPlaces, type Place } from "../../parse/find-places.ts";
import { readEvents } from "../../parse/read-yaml.ts";
import type { Edit } from "./edit-value.ts";

type Places = ReadonlyMap<string, Place>;

/** The text with the edit written at its place, or `undefined` where the place is none this can write to. */
export function changeText(text: string, edit: Edit): string | undefined {
  const places = findPlaces(text, readEvents(text));
  switch (edit.kind) {
    case "set":
      return setValue(text, places, edit.pointer, edit.value);
    case "add":
      return addItem(text, places, edit.pointer, edit.value);
    case "remove":
      return removeItem(text, places, edit.pointer);
  }
}

function setValue(text: string, places: Places, pointer: string, value: JsonValue): string | undefined {
  const place = places.get(pointer);
  if (place === undefined) return addKey(text, places, pointer, value);
  const written = value === null ? "" : yamlValue(value);
  const { key, value: at } = place;
  if (key === undefined) return splice(text, at.start, at.end, written === "" ? "null" : written);
  const colon = text.indexOf(":", key.end) + 1;
  if (isBlank(place)) return splice(text, colon, colon, written === "" ? "" : ` ${written}`);
  const end = text.slice(at.start, at.end).trimEnd().length + at.start;
  if (text.slice(colon, at.start).includes("\n")) {
    return splice(text, colon, end, written === "" ? "" : ` ${written}`);
  }
  return written === "" ? splice(text, colon, end, "") : splice(text, at.start, end, written);
}

/** A key that is not there yet: at the end of its block, or inside the braces. */
function addKey(text: string, places: Places, pointer: string, value: JsonValue): string | undefined {
  const cut = pointer.lastIndexOf("/");
  const parent = pointer.slice(0, cut);
  const name = pointer.slice(cut + 1);
  const place = places.get(parent);
  const children = childrenOf(places, parent);
  const last = children.at(-1);
  if (place === undefined || last === undefined) {
    if (parent === "") return undefined;
    return setValue(text, places, parent, { [name]: value });
  }
  const entry = value === null ? `${name}:` : `${name}: ${yamlValue(value)}`;
  if (text[place.value.start] === "{") return intoBrackets(text, place, `${name}: ${yamlValue(value)}`);
  const column = columnOf(text, last.key?.start ?? last.value.start);
  return afterLine(text, endOf(last), `${" ".repeat(column)}${entry}`);
}

function addItem(text: string, places: Places, pointer: string, value: JsonValue): string | undefined {
  const place = places.get(pointer);
  const last = childrenOf(places, pointer).at(-1);
  if (place === undefined || last === undefined) return setValue(text, places, pointer, [value]);
  if (text[place.value.start] === "[") return intoBrackets(text, place, yamlValue(value));
  if (text[place.value.start] !== "-") return undefined;
  const column = columnOf(text, place.value.start);
  return afterLine(text, endOf(last), `${" ".repeat(column)}- ${yamlValue(value)}`);
}

/** An item of a list in lines goes with its lines; elsewhere the list is written anew by whoever asked. */
function removeItem(text: string, places: Places, pointer: string): string | undefined {
  const cut = pointer.lastIndexOf("/");
  const list = places.get(pointer.slice(0, cut));
  const items = childrenOf(places, pointer.slice(0, cut));
  const index = Number(pointer.slice(cut + 1));
  const item = items[index];
  if (list === undefined || item === undefined || text[list.value.start] !== "-") return undefined;
  if (items.length === 1) return setValue(text, places, pointer.slice(0, cut), []);
  const from = lineStart(text, text.lastIndexOf("-", item.value.start));
  const next = items[index + 1];
  const to =
    next === undefined
      ? lineEnd(text, endOf(item))
      : lineStart(text, text.lastIndexOf("-", next.value.start));
  return splice(text, from, to, "");
}

/** The places directly below a pointer, in the order of the text. */
function childrenOf(places: Places, pointer: string): readonly Place[] {
  const depth = pointer.split("/").length + 1;
  const below = [...places].filter(([at]) => at.startsWith(`${pointer}/`) && at.split("/").length === depth);
  return below.map(([, place]) => place).sort((a, b) => a.value.start - b.value.start);
}

/** A blank value stands where its key does. */
function isBlank({ key, value }: Place): boolean {
  return key !== undefined && key.start === value.start && key.end === value.end;
}

function endOf({ key, value }: Place): number {
  return Math.max(value.end, key?.end ?? 0);
}

function intoBrackets(text: string, { value }: Place, entry: string): string {
  const close = value.end - 1;
  const inside = text.slice(value.start + 1, close);
  const kept = inside.trimEnd();
  const before = kept === "" ? " " : kept.endsWith(",") ? `${kept} ` : `${kept}, `;
  return splice(text, value.start + 1, close, `${before}${entry} `);
}

function afterLine(text: string, offset: number, line: string): string {
  // The text of a `|` block ends with its last line break.
  const end = text[offset - 1] === "\n" ? offset : lineEnd(text, offset);
  const broken = end === 0 || text[end - 1] === "\n";
  return splice(text, end, end, broken ? `${line}\n` : `\n${line}\n`);
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** The offset after the line break of the line. */
function lineEnd(text: string, offset: number): number {
  const at = text.indexOf("\n", offset);
  return at === -1 ? text.length : at + 1;
}

function columnOf(text: string, offset: number): number {
  return offset - lineStart(text, offset);
}

function splice(text: string, start: number, end: number, written: string): string {
  return text.slice(0, start) + written + text.slice(end);
}
