import { membersOf } from "../../engine/inventory/seen-system.ts";
import { factsOf, runOf } from "../../engine/run.ts";
import { groupBy } from "../../facts/group-by.ts";
import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import { type ListedSystem, listSystems } from "../systems/listed-system.ts";

/** A system in which a company has roles. */
export interface VendorUse {
  readonly system: ListedSystem;
  /** By their words in the vocabulary. */
  readonly roles: readonly string[];
}

/** The systems that name each company of the register, by its id: as a supplier, in a device, on the way of the data. */
export function vendorUses(
  context: SiteContext,
  language: Language,
): ReadonlyMap<string, readonly VendorUse[]> {
  const { asOf, bundle, surroundings } = context;
  const run = runOf(bundle, surroundings, { asOf, language, fixes: false });
  const uses = listSystems(context, language).flatMap((system) =>
    factsOf(run, system.manifest)
      .rows("party")
      .filter((party) => party.cell("party.kind").value === "company")
      .map((party) => ({ entity: party.key, system, roles: membersOf(party.cell("party.roles").value) })),
  );
  return groupBy(uses, ({ entity }) => entity);
}
