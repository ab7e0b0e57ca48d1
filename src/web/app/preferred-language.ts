import { LANGUAGES, type Language } from "../../model/language.ts";

/** The language a browser likes best of those there are, by its `Accept-Language`; English where it names none of them. */
export function preferredLanguage(accepted: string): Language {
  const wanted = accepted.split(",").flatMap((part) => {
    const [tag = "", ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = Number(parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? 1);
    // `iw` is what Hebrew was called before 1989; some browsers still say it.
    const name = tag.replace(/^iw\b/, "he").replace(/-.*$/, "");
    const language = LANGUAGES.find((each) => each === name);
    return language === undefined || !(weight > 0) ? [] : [{ language, weight }];
  });
  return wanted.sort((a, b) => b.weight - a.weight)[0]?.language ?? "en";
}
