import type { Manifest } from "../../model/document.ts";
import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { code } from "../parts/code.ts";
import { ownWords } from "../parts/own-words.ts";
import type { SiteContext } from "../site-context.ts";
import { systemTitle } from "./listed-system.ts";

/** What a finding is about: a system by its title, linked to its page; anything else by its id. */
export function subjectLink(id: string, { manifests, href }: SiteContext, language: Language): Html {
  const manifest = indexOf(manifests).get(id);
  if (manifest === undefined) return code(id);
  return html`<a href="${href(`systems/${id}`, language)}">${ownWords(systemTitle(manifest, language), language)}</a>`;
}

/** Whether there is a system of this id. */
export function isSystem(id: string, { manifests }: Pick<SiteContext, "manifests">): boolean {
  return indexOf(manifests).has(id);
}

const indexes = new WeakMap<readonly Manifest[], ReadonlyMap<string, Manifest>>();

function indexOf(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const byId = indexes.get(manifests) ?? new Map(manifests.map((one) => [one.value.metadata.id, one]));
  indexes.set(manifests, byId);
  return byId;
}
