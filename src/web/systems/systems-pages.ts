import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { listSystems } from "./listed-system.ts";
import { signPage } from "./sign-page.ts";
import { systemPage } from "./system-page.ts";
import { systemsPage } from "./systems-page.ts";

/** The list of systems; for each its page and the sign to print for its place. */
export function systemsPages(context: SiteContext, language: Language): readonly SitePage[] {
  const systems = listSystems(context, language);
  return [
    systemsPage(systems, context, language),
    ...systems.flatMap((system) => [
      systemPage(system, context, language),
      signPage(system, context, language),
    ]),
  ];
}
