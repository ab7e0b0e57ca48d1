import type { Basis } from "../model/rule.ts";
import type { PageSetting } from "./page-setting.ts";
import { english, prose } from "./prose.ts";

/**
 * A basis as Markdown: the source and the place in it, whether it is the policy's own choice, and whether
 * anybody checked it. Source and place are in English on every page, and stay together there.
 */
export function basisItem(
  { source, title, provision, verified }: Basis,
  { language, words }: PageSetting,
): string {
  const places = provision === null ? [] : [provision];
  if (source === "proposal") {
    const own = prose(words("ownChoice"), language);
    return [own, ...places.map((place) => english(place, language))].join(words("and"));
  }
  const basis = english([title, ...places].join(", "), language);
  return verified ? basis : words("unverified", { basis });
}
