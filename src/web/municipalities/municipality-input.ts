import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { ListedMunicipality } from "./listed-municipality.ts";

/** What the parts of a municipality's page are made of. */
export interface MunicipalityInput {
  readonly municipality: ListedMunicipality;
  readonly context: SiteContext;
  readonly language: Language;
}
