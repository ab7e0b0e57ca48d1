import type { Entity } from "../../model/generated/registry.ts";
import type { Language } from "../../model/language.ts";
import { viewEntity } from "../../registry/entity-view.ts";
import { entityPart } from "../../site/vendors/entity-part.ts";
import { html } from "../html.ts";
import { generatedMarkdown } from "../markdown.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { vendorPath } from "./vendor-path.ts";
import { VENDORS_WORDS } from "./words.ts";

/** The page of one company or body: everything the register says of it. */
export function vendorPage(entity: Entity, context: SiteContext, language: Language): SitePage {
  const own = sayingIn(VENDORS_WORDS, language);
  const setting = context.setting(language);
  const { say, register } = setting;
  const name = register.nameOf(entity.id);
  // Its place and heading are those of this page.
  const [, , ...blocks] = entityPart(entity, setting);
  return {
    path: vendorPath(entity.id),
    title: name,
    description: own("aboutOne", { name }),
    keywords: viewEntity(entity, []).names.join(" "),
    above: [{ path: "vendors", title: say("vendorsTitle") }],
    body: html`${register.isInvented(entity.id) && html`<p class="notice-inline">${own("invented")}</p>\n`}<h2>${own("facts")}</h2>
${generatedMarkdown(blocks)}
<h2>${own("correct")}</h2>
<p>${say("correct")}</p>`,
  };
}
