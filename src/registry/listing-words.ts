import { COMMA, type Texts, textsOf } from "../model/language.ts";

/** A listing by whom it names and the list it stands in: `Hikvision, us-fcc-covered`. */
export function listingWords(name: string, list: string): Texts {
  return textsOf((language) => `${name}${COMMA[language]}${list}`);
}
