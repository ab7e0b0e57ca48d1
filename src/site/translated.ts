import type { Texts } from "../model/language.ts";
import { sentence } from "../render/words.ts";
import type { PageSetting } from "./page-setting.ts";
import { english, prose } from "./prose.ts";

/** A text of a policy in the language of the page, beginning like a sentence; in English, and saying so, where nobody translated it. */
export function translated(texts: Texts, { language, say }: PageSetting): string {
  const text = texts[language];
  if (text !== undefined) return prose(sentence(text), language);
  return `${english(sentence(texts.en), language)} (${say("untranslated")})`;
}
