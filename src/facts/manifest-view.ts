import type { Registry } from "../model/registry.ts";
import type { Row } from "../model/row.ts";
import type { Tier } from "../model/rule.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { follow, type Place } from "./place.ts";
import { textAt } from "./read.ts";
import { type Site, sitesIn } from "./sites-in.ts";

/** What facts are computed from beside the manifest. */
export interface FactsContext {
  readonly registry: Registry;
  /** The date of the run, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The tier ladder, read against a system row; `undefined` where it cannot be decided. */
  tier(row: Row): Tier | undefined;
  /** What the manifest is judged among. */
  readonly surroundings: Surroundings;
}

/** One manifest as facts read it: whole, or as if it had one site alone. */
export interface ManifestView extends FactsContext {
  readonly root: Place;
  /** The sites in view; `undefined` where the list is blank. */
  readonly sites: readonly Site[] | undefined;
}

/** The whole manifest in view. */
export function viewOf(root: Place, { registry, asOf, tier, surroundings }: FactsContext): ManifestView {
  return { root, registry, asOf, tier, surroundings, sites: sitesIn(root) };
}

/** The country of the municipality, the first part of the manifest's id. */
export function homeCountry(view: ManifestView): string | undefined {
  return textAt(follow(view.root, "metadata.id"))?.slice(0, 2).toUpperCase();
}
