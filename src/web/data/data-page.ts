import type { Language } from "../../model/language.ts";
import { html } from "../html.ts";
import { code } from "../parts/code.ts";
import { dataTable } from "../parts/data-table.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { DOWNLOADS, downloadPath } from "./data-files.ts";
import { DATA_WORDS } from "./words.ts";

/** What there is to download, how it was made, and what it does not say. */
export function dataPage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(DATA_WORDS, language);
  const { digests, engine } = context.reports[language];
  const positions = context.view === "public" ? "limitPositionsPublic" : "limitPositions";
  return {
    path: "data",
    title: say("title"),
    description: say("description"),
    body: html`<p class="lead">${say("lead")}</p>
${dataTable(
  say("title"),
  [{ title: say("file") }, { title: say("format") }, { title: say("content") }],
  DOWNLOADS.map((download) => ({
    cells: [
      html`<a href="${context.base}${downloadPath(download, language)}" download>${code(download.name)}</a>`,
      html`<bdi dir="ltr">${download.format}</bdi>`,
      say(download.about),
    ],
  })),
  { isCaptionHidden: true },
)}
<h2>${say("method")}</h2>
<p>${say("methodText", { date: context.asOf, engine })}</p>
${dataTable(
  say("digests"),
  [{ title: say("part") }, { title: "SHA-256" }],
  Object.entries(digests).map(([part, digest]) => ({ cells: [code(part), code(digest)] })),
)}
<h2>${say("limits")}</h2>
<ul>
<li>${say("limitDeclared")}</li>
<li>${say(positions)}</li>
<li>${say("limitRegistry")}</li>
<li>${say("limitOscal")}</li>
</ul>
<h2>${say("licence")}</h2>
<p>${say("licenceText")} <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>.</p>`,
  };
}
