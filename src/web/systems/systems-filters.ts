import type { Language } from "../../model/language.ts";
import { municipalityPath } from "../municipalities/municipality-path.ts";
import type { Filter } from "../parts/filters.ts";
import { outcomeWord } from "../parts/outcome-badge.ts";
import { sayingIn } from "../say.ts";
import type { ListedSystem } from "./listed-system.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** What systems can be chosen by: only what some system has. */
export function systemsFilters(systems: readonly ListedSystem[], language: Language): readonly Filter[] {
  const say = sayingIn(SYSTEM_WORDS, language);
  const owners = new Map(
    systems.map(({ manifest: { value } }) => {
      const { municipality } = value.metadata;
      return [municipalityMark(municipality), municipality.name];
    }),
  );
  const tiers = [...new Set(systems.map(({ tier }) => tier ?? "unknown"))].sort();
  const verdicts = [...new Set(systems.map(({ verdict }) => verdict))].sort();
  return [
    {
      name: "municipality",
      label: say("municipality"),
      options: [...owners].map(([value, label]) => ({ value, label })),
    },
    {
      name: "tier",
      label: say("tier"),
      options: tiers.map((value) => ({ value, label: value === "unknown" ? say("tierUnknown") : value })),
    },
    {
      name: "outcome",
      label: say("outcome"),
      options: verdicts.map((value) => ({ value, label: outcomeWord(value, language) })),
    },
  ];
}

/** A municipality as one word, for marks and addresses. */
export function municipalityMark(municipality: { readonly cbs_code: string; readonly name: string }): string {
  return municipalityPath(municipality).replace(/^.*\//, "");
}
