import type { ActiveListing, Holder } from "../model/registry.ts";
import type { Row } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { createRow } from "./create-row.ts";
import type { ListingContext } from "./listing-scope.ts";
import type { ManifestView } from "./manifest-view.ts";
import { simplest } from "./owner-rows.ts";
import { type Named, partyCells, stepsOf } from "./party-cells.ts";
import { REGISTER_STEPS } from "./register-steps.ts";
import { controlDates, listingDates } from "./registry-dates.ts";

/**
 * Every listing of a resolved party and of each holder above it; one blank row for a party that is not
 * resolved; none for nobody, the municipality and public bodies.
 */
export function listingRows(
  view: ManifestView,
  party: Row,
  named: Named,
  context: ListingContext,
): readonly Row[] {
  const { identity } = named.lead;
  if (identity.kind !== "company" && identity.kind !== "blank") return [];
  const entity = identity.kind === "company" ? identity.entity : undefined;
  if (entity === undefined) return [listingRow(view, party, named, context)];
  return view.registry
    .holders(entity, view.asOf)
    .flatMap((holder) =>
      view.registry
        .listings(holder.entity, view.asOf)
        .map((listing) => listingRow(view, party, named, context, { holder, listing })),
    );
}

function listingRow(
  view: ManifestView,
  party: Row,
  { lead, related }: Named,
  context: ListingContext,
  found?: { readonly holder: Holder; readonly listing: ActiveListing },
): Row {
  const { holder, listing } = found ?? {};
  const name = listing && (view.registry.entity(listing.entity)?.name ?? listing.entity);
  const since = listing && [REGISTER_STEPS.listed(name ?? listing.entity, listing.list, listing.from)];
  const steps = [...stepsOf(lead), ...(holder?.path ?? []), ...(since ?? [])];
  const dates = found && [...controlDates(found.holder), ...listingDates(found.listing, name ?? "")];
  const cell = partyCells(lead, steps, related, dates);
  const reaches = listing?.includesAffiliates === true || holder?.entity === party.key;
  const row: Row = createRow({
    view,
    subject: "listing",
    key: `${party.key}/${holder?.entity ?? "unknown"}/${listing?.list ?? "unknown"}`,
    title: listing?.list ?? party.title,
    pointer: party.pointer,
    written: party.written,
    place: { value: undefined, at: party.pointer },
    derive: {
      "listing.list": () => cell(listing?.list),
      "listing.ground": () => cell(listing && (listing.ground ?? NONE)),
      "listing.control": () => cell(holder && (reaches ? simplest(holder.control) : 0)),
      "listing.product_in_scope": () => cell(listing && context.productMeets(listing.scope)),
      "listing.use_in_scope": () => cell(listing && context.useMeets(listing.useScope)),
    },
    scopes: { system: () => party.scope("system"), party: () => party, listing: () => row },
    turns: () => party.turns?.() ?? [],
  });
  return row;
}
