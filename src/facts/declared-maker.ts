import type { ManifestView } from "./manifest-view.ts";
import { type Mention, readMention } from "./mention.ts";
import { perPlace } from "./per-manifest.ts";
import { child, type Place } from "./place.ts";
import { textAt } from "./read.ts";

/** The declared maker of a device. */
export const makerMention: (view: ManifestView, device: Place) => Mention = perPlace((view, device) =>
  readMention(view, "manufacturer", {
    entry: device,
    id: child(device, "manufacturer"),
    name: child(device, "manufacturer_as_written"),
  }),
);

/** The brand on a device, written as a registry id or as a name. */
export const brandMention: (view: ManifestView, device: Place) => Mention = perPlace((view, device) => {
  const brand = child(device, "brand");
  const isId = /^(self|[a-z]+:\S+)$/.test(textAt(brand) ?? "");
  const blank = { value: undefined, at: brand.at };
  return readMention(view, "brand", { entry: device, id: isId ? brand : blank, name: isId ? blank : brand });
});
