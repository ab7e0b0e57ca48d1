import { type Language, textIn } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { code } from "../parts/code.ts";
import type { SiteContext } from "../site-context.ts";

/** What a finding is about: a system by its title, linked to its page; anything else by its id. */
export function subjectLink(id: string, { manifests, href }: SiteContext, language: Language): Html {
  const manifest = manifests.find(({ value }) => value.metadata.id === id);
  if (manifest === undefined) return code(id);
  const { en, he, ar } = manifest.value.metadata.title;
  const title = textIn({ en, he: he ?? undefined, ar: ar ?? undefined }, language);
  return html`<a href="${href(`systems/${id}`, language)}"><bdi>${title}</bdi></a>`;
}
