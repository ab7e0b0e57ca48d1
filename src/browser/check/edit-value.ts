import type { JsonObject, JsonValue } from "../../model/document.ts";
import { isMap } from "../../parse/is-map.ts";

/** A change of one value: it is set, an item is added to the list there, or the item there is removed. */
export type Edit =
  | { readonly kind: "set" | "add"; readonly pointer: string; readonly value: JsonValue }
  | { readonly kind: "remove"; readonly pointer: string };

/** The value with an edit made; blocks and lists on the way come into being where they are blank. */
export function editValue(value: JsonObject, edit: Edit): JsonObject {
  // The root is a map and stays one: a pointer of the form has at least one step, which names a key.
  return change(value, edit.pointer.split("/").slice(1), edit) as JsonObject;
}

function change(value: JsonValue, steps: readonly string[], edit: Edit): JsonValue {
  const [step, ...rest] = steps;
  if (step === undefined) {
    if (edit.kind === "add") return [...(Array.isArray(value) ? value : []), edit.value];
    return edit.kind === "set" ? edit.value : value;
  }
  if (Array.isArray(value)) {
    if (edit.kind === "remove" && rest.length === 0)
      return value.filter((_, index) => index !== Number(step));
    return value.map((item, index) => (index === Number(step) ? change(item, rest, edit) : item));
  }
  const map: JsonObject = isMap(value) ? value : {};
  return { ...map, [step]: change(Object.hasOwn(map, step) ? (map[step] ?? null) : null, rest, edit) };
}
