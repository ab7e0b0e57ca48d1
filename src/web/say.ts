import { IntlMessageFormat } from "intl-messageformat";
import type { Language } from "../model/language.ts";

/** Words of a page in every language, as ICU messages: `{n, plural, one {# rule} other {# rules}}`. */
export type Messages<Key extends string> = Readonly<Record<Language, Readonly<Record<Key, string>>>>;

/** Says one of the words of a page; values fill the message. Numbers have Latin digits in every language. */
export type Saying<Key extends string> = (
  key: Key,
  values?: Readonly<Record<string, string | number>>,
) => string;

/** The words of one language. Messages are parsed at their first use, and only those that are more than text. */
export function sayingIn<Key extends string>(messages: Messages<Key>, language: Language): Saying<Key> {
  const formats = new Map<Key, IntlMessageFormat>();
  return (key, values = {}) => {
    const message = messages[language][key];
    if (!/[{']/.test(message)) return message;
    let format = formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(message, `${language}-u-nu-latn`, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(language === "en" ? values : isolated(values)));
  };
}

const LEFT_TO_RIGHT = "\u2066";
const END = "\u2069";
/** A date that broke at a line's end would seem to begin with its day. */
const JOINED = "\u2060";
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Dates, ids and names in another script keep their order among words from right to left. */
function isolated(values: Readonly<Record<string, string | number>>): Record<string, string | number> {
  const entries = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "string" && /^[\x20-\x7E]+$/.test(value)
      ? `${LEFT_TO_RIGHT}${value.replace(DATE, `$1-${JOINED}$2-${JOINED}$3`)}${END}`
      : value,
  ]);
  return Object.fromEntries(entries);
}
