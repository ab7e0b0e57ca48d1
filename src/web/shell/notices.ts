import { type Html, html } from "../html.ts";
import { sayingIn } from "../say.ts";
import type { Frame } from "./render-page.ts";
import { SHELL_WORDS } from "./words.ts";

/** What a reader must know before anything else: that systems are invented, or that the page is not for the public. */
export function notices({ context, language }: Frame): Html {
  const say = sayingIn(SHELL_WORDS, language);
  return html`${
    context.isSample &&
    html`<p class="notice"><strong>${say("sampleTitle")}</strong> ${say("sample")}</p>
`
  }${
    context.view === "restricted" &&
    html`<p class="notice restricted"><strong>${say("restricted")}</strong></p>
`
  }`;
}
