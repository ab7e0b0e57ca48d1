import { groupBy } from "../../facts/group-by.ts";
import { sameCode } from "../../facts/municipality-code.ts";
import type { Document } from "../../model/document.ts";
import type { ArrangementDocument } from "../../model/generated/arrangement.ts";
import type { InventoryMunicipality } from "../../model/inventory.ts";
import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import { type ListedSystem, listSystems } from "../systems/listed-system.ts";
import { municipalityOf } from "../systems/systems-table.ts";
import { municipalityPath } from "./municipality-path.ts";

/** A municipality or body with all that the site knows of it. */
export interface ListedMunicipality {
  readonly path: string;
  readonly counted: InventoryMunicipality;
  readonly residents: number | undefined;
  readonly systems: readonly ListedSystem[];
  readonly arrangements: readonly Document<ArrangementDocument>[];
}

/** Every municipality or body that has declared a system, in the order of the inventory. */
export function listMunicipalities(context: SiteContext, language: Language): readonly ListedMunicipality[] {
  const systems = groupBy(listSystems(context, language), (system) =>
    municipalityPath(municipalityOf(system)),
  );
  return context.inventory.coverage.by_municipality.map((counted) => {
    const path = municipalityPath(counted);
    const own = systems.get(path) ?? [];
    const residents = own.flatMap((system) => municipalityOf(system).residents ?? []);
    return {
      path,
      counted,
      residents: residents.length > 0 ? Math.max(...residents) : undefined,
      systems: own,
      arrangements: context.bundle.arrangements.filter(
        ({ value }) =>
          counted.cbs_code !== "gov" && sameCode(value.municipality.cbs_code) === sameCode(counted.cbs_code),
      ),
    };
  });
}
