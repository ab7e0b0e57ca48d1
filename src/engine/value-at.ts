import type { JsonValue } from "../model/document.ts";

/** The JSON pointer of a path of keys parted by dots. */
export function pointerOf(path: string): string {
  return `/${path.replaceAll(".", "/")}`;
}

/** Whether nothing is written at a JSON pointer, or `null`. */
export function isBlankAt(root: JsonValue, pointer: string): boolean {
  return (valueAt(root, pointer) ?? null) === null;
}

/** The value at a JSON pointer, `undefined` where nothing is written. */
export function valueAt(root: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const token of pointer.split("/").slice(1)) {
    if (value === null || typeof value !== "object") return undefined;
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    value = Object.hasOwn(value, key) ? (value as Record<string, JsonValue>)[key] : undefined;
  }
  return value;
}
