import type { Entity } from "../../model/generated/registry.ts";
import type { Language } from "../../model/language.ts";
import { viewEntity } from "../../registry/entity-view.ts";
import { entityPart } from "../../site/vendors/entity-part.ts";
import { type Html, html } from "../html.ts";
import { generatedMarkdown } from "../markdown.ts";
import { sectionList } from "../parts/sections.ts";
import { sayingIn } from "../say.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { graphPart } from "./graph-part.ts";
import { usesPart } from "./uses-part.ts";
import { vendorPath } from "./vendor-path.ts";
import type { VendorUse } from "./vendor-uses.ts";
import { VENDORS_WORDS } from "./words.ts";

/** The page of one company or body: who it is, who is behind it and what it supplies, what the register says, and where it is used. */
export function vendorPage(
  entity: Entity,
  uses: readonly VendorUse[],
  context: SiteContext,
  language: Language,
): SitePage {
  const own = sayingIn(VENDORS_WORDS, language);
  const setting = context.setting(language);
  const { say, register } = setting;
  const name = register.nameOf(entity.id);
  // Its place and heading are those of this page.
  const [, , identity = "", ...recorded] = entityPart(entity, setting);
  const graph = graphPart(entity.id, context, language);
  const sections = [
    ...(graph === undefined ? [] : [{ id: "links", title: own("graph"), body: graph }]),
    ...(recorded.length === 0
      ? []
      : [{ id: "facts", title: own("facts"), body: generatedMarkdown(recorded) }]),
    { id: "used", title: own("usedIn"), body: usesPart(uses, context, language) },
    { id: "correct", title: own("correct"), body: correctPart(entity.id, context, language) },
  ];
  return {
    path: vendorPath(entity.id),
    title: name,
    description: own("aboutOne", { name }),
    keywords: viewEntity(entity, []).names.join(" "),
    above: [{ path: "vendors", title: say("vendorsTitle") }],
    contents: sections,
    body: html`${register.isInvented(entity.id) && html`<p class="notice-inline">${own("invented")}</p>\n`}${generatedMarkdown([identity])}
${sectionList(sections)}`,
  };
}

/** What to do about an error, with the form for it filled in as far as the page knows. */
function correctPart(id: string, context: SiteContext, language: Language): Html {
  const { repository } = context;
  return html`<p>${context.setting(language).say("correct")}</p>${
    repository !== undefined &&
    html`
<p class="on-screen"><a href="${repository}/issues/new?template=vendor-correction.yml&entity=${encodeURIComponent(id)}">${sayingIn(VENDORS_WORDS, language)("correctForm")}</a></p>`
  }`;
}
