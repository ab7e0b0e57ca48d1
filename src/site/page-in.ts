import { LANGUAGES } from "../model/language.ts";
import { isRightToLeft } from "../render/isolate.ts";
import { GENERATED, type Page, pageFile } from "./page.ts";
import type { PageSetting } from "./page-setting.ts";
import { LANGUAGE_NAMES } from "./words.ts";

/** A page in the language of its setting: links to the same page in the others, then its blocks, from right to left where the language is. */
export function pageIn(name: string, { language }: PageSetting, blocks: readonly string[]): Page {
  const links = LANGUAGES.map((other) =>
    other === language
      ? `**${LANGUAGE_NAMES[other]}**`
      : `[${LANGUAGE_NAMES[other]}](${pageFile(name, other)})`,
  );
  const all = [links.join(" · "), ...blocks];
  const body = isRightToLeft(language) ? ['<div dir="rtl">', ...all, "</div>"] : all;
  return { file: pageFile(name, language), text: `${[GENERATED, ...body].join("\n\n")}\n` };
}
