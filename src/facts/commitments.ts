import type { ManifestView } from "./manifest-view.ts";
import { child, follow, items, type Place } from "./place.ts";

/** A place where a manifest dates what binds the municipality, and the key it stands under. */
export interface Commitment {
  readonly name: string;
  readonly place: Place;
}

/** The four milestones that bind. */
export function committingMilestones(view: ManifestView): readonly Commitment[] {
  const milestones = follow(view.root, "metadata.milestones");
  return ["tender_published_on", "order_signed_on", "gift_accepted_on", "pilot_begun_on"].map((name) => ({
    name,
    place: child(milestones, name),
  }));
}

/** What binds beside the milestones: the contract, and the orders of devices. */
export function committingOrders(view: ManifestView): readonly Commitment[] {
  const devices = items(follow(view.root, "supply_chain.devices")) ?? [];
  return [
    { name: "signed_on", place: follow(view.root, "supply_chain.contract.signed_on") },
    ...devices.map((device) => ({ name: "ordered_on", place: child(device, "ordered_on") })),
  ];
}
