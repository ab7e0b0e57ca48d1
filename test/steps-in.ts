import { type Language, type Texts, textIn } from "../src/model/language.ts";

/** The steps of a path in one language, English where none is given; `undefined` for no path. */
export function stepsIn(
  path: readonly Texts[] | undefined,
  language: Language = "en",
): readonly string[] | undefined {
  return path?.map((step) => textIn(step, language));
}
