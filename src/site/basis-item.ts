import type { Basis } from "../model/rule.ts";
import type { PageSetting } from "./page-setting.ts";
import { english, prose } from "./prose.ts";

/**
 * A basis as Markdown: the source and the place in it, whether it is the policy's own choice, and whether
 * anybody checked it. Source and place are in English on every page, and stay together there.
 */
export function basisItem(
  { source, title, provision, verified }: Basis,
  { language, say, words }: PageSetting,
): string {
  if (source === "proposal") {
    const own = prose(words("ownChoice"), language);
    return provision === null ? own : say("labelled", { label: own, text: english(provision, language) });
  }
  const basis = english(provision === null ? title : `${title}: ${provision}`, language);
  return verified ? basis : words("unverified", { basis });
}
