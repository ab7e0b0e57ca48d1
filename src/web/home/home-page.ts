import type { Language } from "../../model/language.ts";
import { html } from "../html.ts";
import { mapPart } from "../places/map-part.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { datesPart } from "./dates-part.ts";
import { deployedPart } from "./deployed-part.ts";
import { objectivesPart } from "./objectives-part.ts";
import { outcomesPart } from "./outcomes-part.ts";
import { tasksPart } from "./tasks-part.ts";
import { vendorsPart } from "./vendors-part.ts";
import { HOME_WORDS } from "./words.ts";

/** Where we stand: the national picture in numbers, what comes next, and where to go from here. */
export function homePage(context: SiteContext, language: Language): SitePage {
  const say = sayingIn(HOME_WORDS, language);
  const { authorities, percent, municipalities, systems } = context.inventory.coverage;
  const share =
    authorities === null || percent === null
      ? ""
      : ` ${say("coverage", { percent: `${percent}%`, count: String(authorities.count) })}`;
  return {
    path: "",
    title: say("title"),
    description: say("description"),
    body: html`<p class="lead">${say("lead", { municipalities, systems })}${share}</p>
${outcomesPart(context, language)}
${tasksPart(context, language)}
${datesPart(context, language)}
${objectivesPart(context, language)}
${mapPart(context, language, { isTableFolded: true })}
${deployedPart(context, language)}
${vendorsPart(context, language)}`,
  };
}
