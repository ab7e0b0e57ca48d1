import type { FormField } from "../../forms/form-model.ts";
import type { JsonObject, JsonValue } from "../../model/document.ts";
import { isMap } from "../../parse/is-map.ts";

/** A new row has the keys of the row before it, or of the fields that every row needs, all blank. */
export function blankRow({ fields = [] }: FormField, items: readonly JsonValue[]): JsonObject {
  const last = items.at(-1);
  const keys =
    last !== undefined && isMap(last)
      ? Object.keys(last)
      : fields.filter(({ input }) => input !== "block" && input !== "rows").map(({ key }) => key);
  return Object.fromEntries(keys.map((key) => [key, null]));
}

/** What tells a row from the others: its first text. */
export function nameOf(item: JsonValue): string {
  const first = isMap(item) ? Object.values(item).find((value) => typeof value === "string") : undefined;
  return typeof first === "string" ? `: ${first}` : "";
}
