import type { Texts } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import { createRow } from "./create-row.ts";
import type { ManifestView } from "./manifest-view.ts";
import { follow } from "./place.ts";
import type { Site } from "./sites-in.ts";
import { siteTier } from "./tiers.ts";
import { uniqueKeys } from "./unique-keys.ts";

/** A site with its row. */
export interface SiteRow extends Site {
  readonly row: Row;
}

/** The sites of a manifest, those only named by a device included; one blank site where the list is blank. */
export function siteRows(view: ManifestView, system: () => Row): readonly SiteRow[] {
  if (view.sites === undefined) return [unknownSite(view, system, "not stated", NOT_STATED)];
  const keys = uniqueKeys(view.sites.map(({ id }) => id ?? "site"));
  return view.sites.map((site, index) => ({
    ...site,
    row: siteRow(view, system, site, keys[index] ?? "site", site.id === undefined ? NO_ID : undefined),
  }));
}

const NOT_STATED: Texts = { en: "not stated", he: "לא צוין", ar: "غير مذكور" };

const NO_ID: Texts = { en: "site", he: "בלי מזהה", ar: "بلا معرّف" };

/** A site of which nothing is known, called by its key where it has no other title. */
export function unknownSite(
  view: ManifestView,
  system: () => Row,
  key: string,
  title?: Row["title"],
): SiteRow {
  const site = { id: undefined, place: { value: undefined, at: follow(view.root, "system.sites").at } };
  return { ...site, row: siteRow(view, system, site, key, title) };
}

function siteRow(
  view: ManifestView,
  system: () => Row,
  site: Site,
  key: string,
  title: Row["title"] = key,
): Row {
  const { place } = site;
  const row: Row = createRow({
    view,
    subject: "site",
    key,
    title,
    pointer: place.at,
    written: place.value !== undefined,
    place,
    derive: {
      "site.tier": () => siteTier(view, site),
    },
    scopes: { system, site: () => row },
  });
  return row;
}
