import type { FormField } from "../../forms/form-model.ts";
import type { JsonValue } from "../../model/document.ts";
import { isMap } from "../../parse/is-map.ts";

/** What has to be the same for the form to stay as it is: which keys there are, and how many rows. */
export function shapeOf(fields: readonly FormField[], value: JsonValue): string {
  if (!isMap(value)) return "";
  const parts = fields.flatMap((field) => {
    if (!Object.hasOwn(value, field.key)) return [];
    const inner = value[field.key] ?? null;
    if (field.input === "rows" && Array.isArray(inner))
      return [`${field.key}[${inner.map((item) => shapeOf(field.fields ?? [], item)).join()}]`];
    return [field.input === "block" ? `${field.key}{${shapeOf(field.fields ?? [], inner)}}` : field.key];
  });
  return parts.join();
}
