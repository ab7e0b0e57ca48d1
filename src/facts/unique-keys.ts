import { type Texts, textIn, textsOf } from "../model/language.ts";

/** Keys as they are where each is alone; the second and later of the same are numbered. */
export function uniqueKeys(keys: readonly string[]): readonly string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}~${count}`;
  });
}

/** What a row is called, with the number its key has among the same. */
export function numbered(title: Texts, key: string): Texts {
  const number = /~\d+$/.exec(key)?.[0] ?? "";
  return textsOf((language) => `${textIn(title, language)}${number}`);
}
