import { brandMention, makerMention } from "./declared-maker.ts";
import type { ManifestView } from "./manifest-view.ts";
import { type Mention, missingMention, readEntry } from "./mention.ts";
import { child, items, type Place } from "./place.ts";
import { productOrigin } from "./product-origin.ts";
import { textAt } from "./read.ts";

const PARTS: Readonly<Record<string, string>> = { soc: "soc", radio: "radio", firmware: "firmware" };

/** The parties a device brings: declared maker and brand, the company its product comes from, part makers, app makers. */
export function deviceMentions(view: ManifestView, device: Place): readonly Mention[] {
  const parts = (items(child(device, "components")) ?? []).map((part) =>
    readEntry(view, PARTS[textAt(child(part, "part")) ?? ""] ?? "component", part),
  );
  const apps = (items(child(device, "preinstalled_apps")) ?? []).map((app) =>
    readEntry(view, "preinstalled_app", app),
  );
  const noApps = child(device, "preinstalled_apps").value === undefined;
  return [
    makerMention(view, device),
    brandMention(view, device),
    productOrigin(view, device),
    ...parts,
    ...apps,
    ...(noApps ? [missingMention("preinstalled_app", device.at)] : []),
  ];
}
