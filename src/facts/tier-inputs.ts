import type { Cell } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { blank, decided, known, setOf, unsettled } from "./cells.ts";
import { functionsInUse, hasCategory, oneToMany } from "./functions-in-use.ts";
import type { ManifestView } from "./manifest-view.ts";
import { deniesPeople, personalDataKinds } from "./personal-data-kinds.ts";
import { child, follow, items } from "./place.ts";
import { flagAt, isNone, textAt, wordsAt } from "./read.ts";
import { anyOf } from "./truth.ts";

/** What the tier ladder reads beside the facts written in the manifest. */
export const TIER_INPUTS = {
  "system.functions_in_use": (view: ManifestView): Cell =>
    setOf({ ...functionsInUse(view) }, follow(view.root, "system.functions").at),
  "system.audio_enabled": (view: ManifestView): Cell =>
    decided(functionsInUse(view).audio, follow(view.root, "system.functions.audio.enabled").at),
  "system.identification": identification,
  "system.gallery_sources": gallerySources,
  "system.one_to_many": (view: ManifestView): Cell =>
    decided(oneToMany(view), follow(view.root, "system.functions.identification").at),
  "system.personal_data_kinds": (view: ManifestView): Cell =>
    setOf(personalDataKinds(view), follow(view.root, "data.kinds").at),
  "system.public_space": publicSpace,
  "system.networked": networked,
  "system.site_kinds": siteKinds,
} as const;

/** Categories that watch the street by what they are. */
const WATCHING = [
  "video_surveillance",
  "video_analytics",
  "plate_recognition",
  "face_recognition",
  "crowd_analytics",
  "thermal_screening",
  "drone",
];
/** As written; open where `none` is written and a capability that is on, or the category, says otherwise. */
function identification(view: ManifestView): Cell {
  const place = follow(view.root, "system.functions.identification");
  if (!isNone(place)) return known(textAt(place), place.at);
  return oneToMany(view) === true ? unsettled(place.at) : known(NONE, place.at);
}

/** As written; nothing where it is blank and nobody is identified, since there is nobody to look up. */
function gallerySources(view: ManifestView): Cell {
  const place = follow(view.root, "system.functions.gallery_sources");
  const words = wordsAt(place);
  if (words === undefined) return known(identification(view).value === NONE ? NONE : undefined, place.at);
  return known(words.size === 0 ? NONE : words, place.at);
}

/** A site open to the public decides it; where sites leave it open, a watching category, or the absence of people in the data. */
function publicSpace(view: ManifestView): Cell {
  const bySite =
    view.sites === undefined
      ? undefined
      : anyOf(view.sites.map(({ place }) => flagAt(child(place, "public_space"))));
  const watches = anyOf(WATCHING.map((category) => hasCategory(view, category)));
  const byCategory = watches === false && !deniesPeople(view) ? undefined : watches;
  const allSites = view.sites !== undefined && view.sites.length > 0 && bySite !== undefined;
  return decided(allSites ? bySite : anyOf([bySite, byCategory]), follow(view.root, "system.categories").at);
}

/** Linked to a municipal or control network by what is declared, by a link to another system, or by a device on the core network. */
function networked(view: ManifestView): Cell {
  const place = follow(view.root, "system.connections");
  const networks = wordsAt(place);
  const links = items(follow(view.root, "system.interfaces"));
  const devices = items(follow(view.root, "supply_chain.devices"));
  const linked = anyOf([
    networks?.has("municipal_network"),
    networks?.has("control_network"),
    links === undefined ? undefined : links.length > 0,
    devices === undefined
      ? undefined
      : anyOf(devices.map((device) => flagAt(follow(device, "network.core")))),
  ]);
  return decided(linked, place.at);
}

/** Every sensitive kind among the sites; one site left blank makes it unknown. */
function siteKinds(view: ManifestView): Cell {
  const { at } = follow(view.root, "system.sites");
  const perSite = view.sites?.map((site) => child(site.place, "sensitive_kinds"));
  if (perSite === undefined) return blank(at);
  const kinds = new Set<string>();
  for (const place of perSite) {
    const words = wordsAt(place);
    if (words === undefined) return blank(place.at);
    for (const word of words) kinds.add(word);
  }
  const named = perSite.filter((place) => (wordsAt(place)?.size ?? 0) > 0).map((place) => place.at);
  const [first = at, ...related] = named;
  return known(kinds.size === 0 ? NONE : kinds, first, related.length > 0 ? { related } : {});
}
