import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { vendorPage } from "./vendor-page.ts";
import { vendorUses } from "./vendor-uses.ts";
import { vendorsPage } from "./vendors-page.ts";

/** The vendor register, and a page for each entry, those invented for examples included. */
export function vendorsPages(context: SiteContext, language: Language): readonly SitePage[] {
  const { entities } = context.setting(language).register.tables;
  const uses = vendorUses(context, language);
  return [
    vendorsPage(context, language),
    ...[...entities.values()].map((entity) =>
      vendorPage(entity, uses.get(entity.id) ?? [], context, language),
    ),
  ];
}
