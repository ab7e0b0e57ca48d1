import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import { listSystems, systemTitle } from "../systems/listed-system.ts";
import { placesOf } from "../systems/places-of.ts";
import { municipalityOf } from "../systems/systems-table.ts";

/** A point of RFC 7946: longitude before latitude, WGS 84. */
interface PointFeature {
  readonly type: "Feature";
  readonly geometry: { readonly type: "Point"; readonly coordinates: readonly [lon: number, lat: number] };
  readonly properties: Readonly<Record<string, string | number | null>>;
}

/** Places whose position is stated and may be shown, as points with the system they belong to. */
export function placesGeojson(
  context: SiteContext,
  language: Language,
): { readonly type: "FeatureCollection"; readonly features: readonly PointFeature[] } {
  const features = listSystems(context, language).flatMap((system) =>
    placesOf(system, context.view).flatMap(({ name, position, devices }): readonly PointFeature[] => {
      if (position === undefined) return [];
      return [
        {
          type: "Feature",
          geometry: { type: "Point", coordinates: [position.lon, position.lat] },
          properties: {
            system: system.id,
            title: systemTitle(system.manifest, language),
            municipality: municipalityOf(system).name,
            place: name ?? null,
            devices: devices ?? null,
            tier: system.tier,
            verdict: system.verdict,
          },
        },
      ];
    }),
  );
  return { type: "FeatureCollection", features };
}
