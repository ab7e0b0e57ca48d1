import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import { HOME_WORDS } from "./words.ts";

/** What most people come for, one click away. */
export function tasksPart({ href, guides }: SiteContext, language: Language): Html {
  const say = sayingIn(HOME_WORDS, language);
  const tasks = [
    { path: "check", name: say("doCheck"), about: say("doCheckAbout") },
    { path: "rules", name: say("doFind"), about: say("doFindAbout") },
    { path: "policies", name: say("doPolicy"), about: say("doPolicyAbout") },
    ...(guides.size === 0 ? [] : [{ path: "guides", name: say("doLearn"), about: say("doLearnAbout") }]),
  ];
  return html`<section class="tasks" aria-labelledby="tasks">
<h2 id="tasks">${say("doTitle")}</h2>
<ul>
${tasks.map(
  ({ path, name, about }) => html`<li><a href="${href(path, language)}">${name}</a> <span>${about}</span></li>
`,
)}</ul>
</section>`;
}
