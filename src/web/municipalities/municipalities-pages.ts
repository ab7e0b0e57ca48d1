import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { briefPage } from "./brief-page.ts";
import { listMunicipalities } from "./listed-municipality.ts";
import { municipalitiesPage } from "./municipalities-page.ts";
import { municipalityPage } from "./municipality-page.ts";

/** The list of municipalities and bodies; for each its page and a brief to print. */
export function municipalitiesPages(context: SiteContext, language: Language): readonly SitePage[] {
  const municipalities = listMunicipalities(context, language);
  return [
    municipalitiesPage(municipalities, context, language),
    ...municipalities.flatMap((one) => [
      municipalityPage(one, context, language),
      briefPage(one, context, language),
    ]),
  ];
}
