import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { ListedSystem } from "./listed-system.ts";

/** What the parts of a system's page are made of. */
export interface SystemInput {
  readonly system: ListedSystem;
  readonly context: SiteContext;
  readonly language: Language;
}
