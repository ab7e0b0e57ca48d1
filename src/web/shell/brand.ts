import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { sayingIn } from "../say.ts";
import { SHELL_WORDS } from "./words.ts";

/** The sign and the name of the site, with what it is about; leads to `address`. */
export function brand(address: string, language: Language): Html {
  const say = sayingIn(SHELL_WORDS, language);
  return html`<a class="brand" href="${address}"><svg class="mark" viewBox="0 0 24 24" width="28" height="28" aria-hidden="true" focusable="false"><path d="M4 3h11l5 5v13H4z" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"/><path d="M8 13l3 3 5-6" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg><span class="brand-name">${say("site")}</span><span class="brand-line">${say("tagline")}</span></a>`;
}
