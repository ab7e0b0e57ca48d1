import { IntlMessageFormat } from "intl-messageformat";
import { expect, it } from "vitest";
import { LANGUAGES } from "../../src/model/language.ts";
import { PHRASES, type PhraseKey } from "../../src/rules/words/phrases.ts";
import { say } from "../../src/rules/words/say.ts";

const NUMBERS = [...Array(121).keys(), 200, 1000, 1001, 1.5];

it.for(LANGUAGES)("every phrase in %s is filled in as ICU says, whatever the number", (language) => {
  // The keys of the phrases are those of their type.
  for (const key of Object.keys(PHRASES[language]) as PhraseKey[]) {
    const message = PHRASES[language][key];
    const names = [...message.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, `<${name} {a} $&>`]);
    const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    for (const n of message.includes("plural") ? NUMBERS : [1]) {
      const values = { ...Object.fromEntries(names), n };
      expect(say(language, key, values)).toBe(format.format(values));
    }
  }
});
