import type { Language } from "../model/language.ts";
import { uriPath } from "../render/uri-path.ts";
import type { Addresses } from "../site/addresses.ts";
import { objectiveAnchor } from "../site/plan/objective-anchor.ts";
import { sourceAnchor } from "../site/vendors/links.ts";
import { waiverAnchor } from "../site/waiver-anchor.ts";
import type { SiteContext } from "./site-context.ts";
import { vendorPath } from "./vendors/vendor-path.ts";

/** Addresses of the site: what the generated Markdown links to, as pages of one language. */
export function siteAddresses(
  language: Language,
  { href, repository }: Pick<SiteContext, "href" | "repository">,
): Addresses {
  const at = (path: string) => href(path, language);
  return {
    page: (name) => at(PAGES[name]),
    policy: (id) => at(`policies/${id}`),
    rule: (id) => at(`rules/${id}`),
    waiver: (id) => at(`waivers#${waiverAnchor(id)}`),
    objective: (id) => at(`plan#${objectiveAnchor(id)}`),
    entity: (id) => at(vendorPath(id)),
    list: (id) => at(`vendors#list-${id}`),
    laws: (country) => at(`vendors#law-${country.toLowerCase()}`),
    source: (key) => at(`vendors#${sourceAnchor(key)}`),
    vulnerabilities: () => at("vendors#vulnerabilities"),
    prose: (policy, _file, rule) =>
      rule === undefined ? at(`policies/${policy}#background`) : at(`rules/${rule.id}#examples`),
    file: (path) => (repository === undefined ? undefined : `${repository}/blob/HEAD/${uriPath(path)}`),
  };
}

const PAGES = {
  README: "policies",
  vendors: "vendors",
  waivers: "waivers",
  changes: "changes",
  plan: "plan",
} as const;
