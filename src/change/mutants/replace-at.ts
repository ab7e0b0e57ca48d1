import type { JsonValue } from "../../model/document.ts";

/** Keys and positions from the root of a JSON value down to a place in it. */
export type Path = readonly (string | number)[];

/** A copy of a JSON value with another value at a place; without what stands there where `next` is `undefined`. */
export function replaceAt(root: JsonValue, path: Path, next: JsonValue | undefined): JsonValue {
  const [head, ...rest] = path;
  if (head === undefined) return next ?? null;
  if (isList(root)) {
    const at = Number(head);
    return root.flatMap((item, index) => {
      if (index !== at) return [item];
      if (rest.length > 0) return [replaceAt(item, rest, next)];
      return next === undefined ? [] : [next];
    });
  }
  const copy: Record<string, JsonValue> = root !== null && typeof root === "object" ? { ...root } : {};
  if (rest.length > 0) copy[head] = replaceAt(copy[head] ?? null, rest, next);
  else if (next === undefined) delete copy[head];
  else copy[head] = next;
  return copy;
}

/** The JSON pointer of a path below another pointer. */
export function pointerOf(base: string, path: Path): string {
  const tokens = path.map((token) => String(token).replaceAll("~", "~0").replaceAll("/", "~1"));
  return [base, ...tokens].join("/");
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
