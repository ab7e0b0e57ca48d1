import { LANGUAGES, type Language } from "../../model/language.ts";
import type { LiveWord } from "../../web/check/live-words.ts";

/** Says one of the words of the page; `{x}` is filled in. */
export type SayLive = (word: LiveWord, values?: Readonly<Record<string, string | number>>) => string;

/** What the page tells its script. */
export interface PageSettings {
  readonly language: Language;
  readonly data: string;
  readonly worker: string;
  /** Address of the page of a rule. */
  ruleAt(id: string): string;
  readonly repository: string;
  /** Milliseconds a check may take before its worker is stopped. */
  readonly limit: number;
  readonly say: SayLive;
}

/** The settings in the attributes of the page's element. */
export function pageSettings({ dataset }: HTMLElement): PageSettings {
  const { data = "", worker = "", rules = "", repository = "", words = "{}" } = dataset;
  const said: Readonly<Record<string, string>> = JSON.parse(words);
  return {
    language: LANGUAGES.find((language) => language === dataset.language) ?? "en",
    data,
    worker,
    ruleAt: (id) => rules.replace("RULE", encodeURIComponent(id)),
    repository,
    limit: Number(dataset.limit),
    say: (word, values = {}) =>
      (said[word] ?? word).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
  };
}
