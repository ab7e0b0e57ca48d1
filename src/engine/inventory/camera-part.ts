import type { InventoryCameras } from "../../model/inventory.ts";
import { codeOf } from "./coverage-part.ts";
import { groupBy, type SeenSystem } from "./seen-system.ts";

const CAMERAS = new Set<unknown>(["camera", "thermal_camera"]);

/** Cameras declared by each authority, and in proportion to its residents where it says how many there are. */
export function cameraPart(systems: readonly SeenSystem[]): InventoryCameras {
  const by_municipality = [...groupBy(systems, codeOf)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => {
      const cameras = group.flatMap(camerasIn).reduce<number>((sum, quantity) => sum + (quantity ?? 0), 0);
      const [first] = group;
      if (cameras === 0 || first === undefined) return [];
      const { cbs_code, name } = first.manifest.value.metadata.municipality;
      const residents = residentsOf(group);
      const per_1000_residents = residents && Math.round((cameras / residents) * 10_000) / 10;
      return [{ cbs_code, name, cameras, residents, per_1000_residents }];
    });
  return {
    total: by_municipality.reduce((sum, { cameras }) => sum + cameras, 0),
    uncounted: systems.filter((system) => camerasIn(system).includes(undefined)).length,
    by_municipality,
  };
}

/** The declared numbers of cameras of a system, `undefined` for a model without one. */
function camerasIn({ manifest }: SeenSystem): readonly (number | undefined)[] {
  const devices = manifest.value.supply_chain?.devices;
  if (!Array.isArray(devices)) return [];
  return devices.filter(({ category }) => CAMERAS.has(category)).map(({ quantity }) => quantity ?? undefined);
}

/** The number of residents in the newest manifest that gives one. */
function residentsOf(group: readonly SeenSystem[]): number | null {
  const dated = group
    .map(({ manifest }) => manifest.value.metadata)
    .sort((a, b) => ((a.submitted_on ?? "") < (b.submitted_on ?? "") ? 1 : -1));
  return dated.find(({ municipality }) => municipality.residents)?.municipality.residents ?? null;
}
