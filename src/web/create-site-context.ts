import { inEachLanguage, type Language } from "../model/language.ts";
import { settingIn } from "../site/page-setting.ts";
import { siteAddresses } from "./site-addresses.ts";
import type { SiteContext } from "./site-context.ts";

/** What the pages are made of, and how they reach each other below `base`. */
export function createSiteContext(given: Omit<SiteContext, "href" | "asset" | "setting">): SiteContext {
  const { base, bundle, prose } = given;
  const href = (path: string, language: Language) => {
    const [, page = "", rest = ""] = /^([^#?]*)(.*)$/.exec(path) ?? [];
    return `${base}${language}/${page === "" ? "" : `${page}/`}${rest}`;
  };
  const input = {
    policies: bundle.policies,
    plan: bundle.plan,
    prose,
    registry: bundle.registryDocuments,
    waivers: bundle.waivers,
  };
  const inLanguage = (language: Language) =>
    settingIn(language, input, siteAddresses(language, { href, repository: given.repository }));
  const settings = inEachLanguage(inLanguage);
  return {
    ...given,
    href,
    asset: (name) => `${base}assets/${name}`,
    setting: (language) => settings[language],
  };
}
