import type { Jurisdiction } from "../model/generated/registry.ts";
import type { LegalFlag } from "../model/registry.ts";
import { firstDay, holdsOn } from "./period.ts";

/**
 * The flags of a country's legal profile that hold on a date, one entry for each law. `undefined` where
 * the registry has no profile or did not look into it; `[]` where it looked and found none.
 */
export function flagsOn(profile: Jurisdiction | undefined, asOf: string): readonly LegalFlag[] | undefined {
  if (!profile?.flags) return undefined;
  return profile.flags
    .filter(({ from, to }) => holdsOn(from, to, asOf) !== "no")
    .map(({ flag, law, article, renumbered_to, from, source, verified }) => ({
      flag,
      law,
      article: renumbered_to === null ? article : `${article} (now ${renumbered_to})`,
      from: from ? firstDay(from) : undefined,
      source,
      verified,
    }));
}
