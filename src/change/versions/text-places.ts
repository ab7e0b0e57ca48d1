import type { JsonValue } from "../../model/document.ts";

/** One value of a file, with a name that stays its own when lists are put in another order. */
export interface TextPlace {
  /** `rules RET-01 why he`: keys, and ids in place of indexes. */
  readonly name: string;
  readonly pointer: string;
  readonly value: JsonValue;
}

/** Every value of a file that holds no others, by name. */
export function placesIn(root: JsonValue): ReadonlyMap<string, TextPlace> {
  const places = new Map<string, TextPlace>();
  const visit = (value: JsonValue, names: readonly string[], pointer: string): void => {
    if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value) as [string, JsonValue][]) {
        const token = key.replaceAll("~", "~0").replaceAll("/", "~1");
        visit(
          inner,
          [...names, (Array.isArray(value) ? idOf(inner) : undefined) ?? key],
          `${pointer}/${token}`,
        );
      }
      if (Object.keys(value).length > 0) return;
    }
    const name = names.join(" ");
    places.set(name, { name, pointer, value });
  };
  visit(root, [], "");
  return places;
}

/** What tells an item of a list from the others: its id, or of a changelog its version. */
export function idOf(item: JsonValue): string | undefined {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return undefined;
  const { id, version } = item as { readonly [key: string]: JsonValue };
  if (typeof id === "string") return id;
  return typeof version === "string" ? version : undefined;
}
