import type { Cell, Row } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { blank, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, type Place } from "./place.ts";
import { wordsAt } from "./read.ts";
import type { Site } from "./sites-in.ts";
import { siteTier } from "./tiers.ts";
import { uniqueKeys } from "./unique-keys.ts";

/** A site with its row. */
export interface SiteRow extends Site {
  readonly row: Row;
}

/** The sites of a manifest, those only named by a device included; one blank site where the list is blank. */
export function siteRows(view: ManifestView, system: () => Row): readonly SiteRow[] {
  if (view.sites === undefined) return [unknownSite(view, system, "not stated")];
  const keys = uniqueKeys(view.sites.map(({ id }) => id ?? "site"));
  return view.sites.map((site, index) => ({
    ...site,
    row: siteRow(view, system, site, keys[index] ?? "site"),
  }));
}

/** A site of which nothing is known. */
export function unknownSite(view: ManifestView, system: () => Row, key: string): SiteRow {
  const site = { id: undefined, place: { value: undefined, at: follow(view.root, "system.sites").at } };
  return { ...site, row: siteRow(view, system, site, key) };
}

function siteRow(view: ManifestView, system: () => Row, site: Site, key: string): Row {
  const { place } = site;
  const row: Row = createRow({
    view,
    subject: "site",
    key,
    title: key,
    pointer: place.at,
    written: place.value !== undefined,
    place,
    derive: {
      "site.tier": () => siteTier(view, site),
      "site.purposes": () => purposes(view, place),
    },
    scopes: { system, site: () => row },
  });
  return row;
}

/** The site's own purposes, else those of the system. */
function purposes(view: ManifestView, site: Place): Cell {
  const own = child(site, "purposes");
  const place = own.value === undefined ? follow(view.root, "data.purposes") : own;
  const words = wordsAt(place);
  if (words === undefined) return blank(site.at);
  return known(words.size === 0 ? NONE : words, place.at);
}
