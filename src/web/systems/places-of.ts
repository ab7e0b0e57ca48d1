import type { Site } from "../../model/generated/manifest.ts";
import type { SiteContext } from "../site-context.ts";
import { isProtected } from "./is-protected.ts";
import { entriesOf } from "./labels.ts";
import type { ListedSystem } from "./listed-system.ts";

/** A place with devices as the site may show it. */
export interface ShownPlace {
  readonly id: string;
  readonly name: string | undefined;
  readonly position: { readonly lat: number; readonly lon: number } | undefined;
  readonly devices: number | undefined;
  /** It has a position, which the public view does not show. */
  readonly isWithheld: boolean;
}

/**
 * The places of a system. In the public view those that are security-sensitive, or of which nobody has said that they
 * are not, stand without their position.
 */
export function placesOf(
  { manifest }: Pick<ListedSystem, "manifest">,
  view: SiteContext["view"],
): readonly ShownPlace[] {
  return entriesOf(manifest.value.system?.sites).map((site) => {
    const position = positionOf(site);
    const isWithheld = view === "public" && position !== undefined && isProtected(site);
    return {
      id: site.id,
      name: site.name ?? undefined,
      position: isWithheld ? undefined : position,
      devices: site.devices ?? undefined,
      isWithheld,
    };
  });
}

function positionOf({ lat, lon }: Site): ShownPlace["position"] {
  return typeof lat === "number" && typeof lon === "number" ? { lat, lon } : undefined;
}
