import type { Language } from "../model/language.ts";
import { uriPath } from "../render/uri-path.ts";
import type { Addresses } from "./addresses.ts";
import { pageFile } from "./page.ts";
import { objectiveAnchor } from "./plan/objective-anchor.ts";
import { ruleAnchor } from "./rule-anchor.ts";
import { entityAnchor, listAnchor, sourceAnchor } from "./vendors/links.ts";
import { waiverAnchor } from "./waiver-anchor.ts";

/** Addresses of the Markdown pages, relative to the folder they stand in. */
export function markdownAddresses(language: Language): Addresses {
  const at = (name: string, anchor: string) => `${pageFile(name, language)}#${anchor}`;
  const file = (path: string) => `../../${uriPath(path)}`;
  return {
    page: (name) => pageFile(name, language),
    policy: (id) => pageFile(id, language),
    rule: (id, policy) => at(policy, ruleAnchor(id)),
    waiver: (id) => at("waivers", waiverAnchor(id)),
    objective: (id) => at("plan", objectiveAnchor(id)),
    entity: (id, here) => (here ? `#${entityAnchor(id)}` : at("vendors", entityAnchor(id))),
    list: (id, here) => (here ? `#${listAnchor(id)}` : at("vendors", listAnchor(id))),
    laws: (country) => at("vendors", `law-${country.toLowerCase()}`),
    source: (key) => `#${sourceAnchor(key)}`,
    vulnerabilities: () => at("vendors", "vulnerabilities"),
    prose: (_policy, path, rule) =>
      rule === undefined ? file(path) : `${file(path)}#${headingAnchor(rule.heading)}`,
    file,
  };
}

/** The anchor GitHub gives a heading: lower case, without punctuation, hyphens for spaces. */
function headingAnchor(heading: string): string {
  const kept = heading.toLowerCase().replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "");
  return encodeURIComponent(kept.replaceAll(" ", "-"));
}
