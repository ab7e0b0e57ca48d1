import { deviceMentions } from "./device-mentions.ts";
import type { ManifestView } from "./manifest-view.ts";
import { type Mention, missingMention, readEntry, readMention } from "./mention.ts";
import { perManifest } from "./per-manifest.ts";
import { child, follow, items, type Place } from "./place.ts";
import { flagAt, textAt } from "./read.ts";

/** The roles of VEN-02: each is a party, blank where nobody is named in it. */
const EXPECTED = [
  "manufacturer",
  "brand",
  "importer",
  "integrator",
  "operator",
  "cloud",
  "maintenance",
  "ultimate_owner",
];

/** Every mention of a party in a manifest, in the order of the blocks, with a blank one where somebody must be named. */
export const collectMentions: (view: ManifestView) => readonly Mention[] = perManifest((view) => {
  const chain = follow(view.root, "supply_chain");
  const written = [
    ...partyMentions(view),
    ...listed(child(chain, "devices"), ["product_origin"], (device) => deviceMentions(view, device)),
    ...listed(child(chain, "carriers"), ["carrier"], (carrier) => [readEntry(view, "carrier", carrier)]),
    ...listed(child(chain, "mobile_apps"), ["app_publisher", "sdk"], (app) => appMentions(view, app)),
    ...listed(
      child(chain, "international_links"),
      ["cable_landing", "cable_supplier", "cable_operator"],
      (link) => linkMentions(view, link),
    ),
    ...listed(follow(chain, "path.transit_equipment"), ["hop"], (maker) => [
      readMention(view, "hop", { entry: maker, id: maker }),
    ]),
    ...listed(follow(chain, "path.hops"), ["hop"], (hop) => [
      { ...readEntry(view, "hop", hop), behindGateway: flagAt(child(hop, "behind_gateway")) },
    ]),
    ...dataMentions(view),
    ...linkedMentions(view),
  ];
  const named = new Set(written.map(({ role }) => role));
  const { at } = child(chain, "parties");
  return [...written, ...EXPECTED.filter((role) => !named.has(role)).map((role) => missingMention(role, at))];
});

/** The parties as the manifest lists them, with what they reported about their holders. */
function partyMentions(view: ManifestView): readonly Mention[] {
  const list = follow(view.root, "supply_chain.parties");
  return (items(list) ?? []).map((entry) => ({
    ...readEntry(view, textAt(child(entry, "role")), entry),
    holdings: child(entry, "holdings"),
  }));
}

/** The publisher of an app. */
export function publisherMention(view: ManifestView, app: Place): Mention {
  return readMention(view, "app_publisher", {
    entry: app,
    id: child(app, "publisher"),
    name: child(app, "publisher_as_written"),
  });
}

/** The mentions of each item; one blank mention for each role where the list itself is blank. */
function listed(
  list: Place,
  roles: readonly string[],
  read: (item: Place) => readonly Mention[],
): readonly Mention[] {
  const found = items(list);
  const [key] = roles;
  return found === undefined ? roles.map((role) => missingMention(role, list.at, key)) : found.flatMap(read);
}

function appMentions(view: ManifestView, app: Place): readonly Mention[] {
  return [
    publisherMention(view, app),
    ...listed(child(app, "sdks"), ["sdk"], (sdk) => [readEntry(view, "sdk", sdk)]),
  ];
}

function linkMentions(view: ManifestView, link: Place): readonly Mention[] {
  return ["landing", "supplier", "operator"].map((key) =>
    readMention(view, `cable_${key}`, { entry: link, id: child(link, key) }),
  );
}

/** Who stores the data, who has access to it, blank where a line does not say, and to whom it is passed on. */
function dataMentions(view: ManifestView): readonly Mention[] {
  const data = follow(view.root, "data");
  const stores = (items(child(data, "locations")) ?? []).flatMap((location) => {
    const role = STORES[textAt(child(location, "kind")) ?? ""];
    return role === undefined ? [] : [readEntry(view, role, location)];
  });
  const holders = [
    ...(items(child(data, "access")) ?? []).map((entry) => ({ entry, id: child(entry, "party") })),
    ...(items(child(data, "transfers")) ?? []).flatMap((entry) => {
      const id = child(entry, "recipient");
      return id.value === undefined ? [] : [{ entry, id }];
    }),
  ].map((places) => readMention(view, "data_access", places));
  return [...stores, ...holders, ...secondUsers(view)];
}

/** Who a further use is for. A name that no reference is and no company has is an office of the municipality. */
function secondUsers(view: ManifestView): readonly Mention[] {
  return (items(follow(view.root, "data.secondary_uses")) ?? []).flatMap((entry) => {
    const recipient = child(entry, "recipient");
    const isReference = textAt(recipient)?.includes(":") === true || textAt(recipient) === "self";
    const blank = { value: undefined, at: recipient.at };
    const places = isReference ? { id: recipient } : { id: blank, name: recipient };
    const mention = readMention(view, "data_access", { entry, ...places });
    const { identity } = mention;
    const isOffice = identity.kind === "company" && identity.resolution.kind === "unknown" && !isReference;
    return mention.name === undefined || isOffice ? [] : [mention];
  });
}

/** Who stands at the other end of a link, whichever way data passes; other systems are judged by their own manifests. */
function linkedMentions(view: ManifestView): readonly Mention[] {
  return (items(follow(view.root, "system.interfaces")) ?? []).flatMap((entry) => {
    const id = child(entry, "to");
    return textAt(id)?.includes(":") === true ? [readMention(view, "link", { entry, id })] : [];
  });
}

const STORES: Readonly<Record<string, string>> = { cloud: "cloud", data_centre: "cloud", backup: "backup" };
