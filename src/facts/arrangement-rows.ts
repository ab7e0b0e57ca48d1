import type { Document } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import { eachOnce, type Texts } from "../model/language.ts";
import type { Resolution } from "../model/registry.ts";
import type { Cell } from "../model/row.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import { addDuration } from "../model/time/add-duration.ts";
import type { Turn } from "../model/turn.ts";
import { NONE, type Truth } from "../model/value.ts";
import { MAJORITY } from "../registry/holders.ts";
import { arrangementTurns, contradictionOf } from "./arrangement-state.ts";
import { dated, known, setOf, turning, unsettled } from "./cells.ts";
import { documentRow } from "./document-row.ts";
import { FILE_STEPS } from "./file-steps.ts";
import type { FactsContext } from "./manifest-view.ts";
import { child, follow, rootOf } from "./place.ts";
import { dateAt } from "./read.ts";
import { REGISTER_STEPS } from "./register-steps.ts";
import { controlDates, listingDates } from "./registry-dates.ts";

type Arrangement = Document<ArrangementDocument>;

/** One row for each arrangement file. */
export function arrangementRows({ arrangements }: Surroundings, context: FactsContext): readonly SetRow[] {
  return arrangements.map((document) => {
    const { id, municipality, partner } = document.value;
    const row = documentRow(
      document,
      {
        subject: "arrangement",
        key: id,
        title: partner.name,
        derive: {
          "arrangement.signed_on": () => dayOf(document, "signed_on", context),
          "arrangement.exit_on": () => dayOf(document, "exit_on", context),
          "arrangement.partner_grounds": () => partnerGrounds(document, context),
        },
        turns: () => partnerTurns(document, context),
      },
      context,
    );
    return { row, document, id, municipality: municipality.cbs_code };
  });
}

/** A day as written; unknown where what else is written says that it cannot be so. */
function dayOf(document: Arrangement, key: "signed_on" | "exit_on", { asOf }: FactsContext): Cell {
  const place = child(rootOf(document), key);
  const { value } = document;
  const isOpen = (on: string) => contradictionOf(value, on).includes(key);
  const cell: Cell = isOpen(asOf)
    ? unsettled(place.at, { path: [FILE_STEPS.contradicts()] })
    : dated(dateAt(place), place.at);
  return turning(
    cell,
    arrangementTurns(value).filter(({ on }) => isOpen(on) !== isOpen(eveOf(on))),
  );
}

/** The day before; the day itself at the edge of the calendar. */
function eveOf(day: string): string {
  return addDuration(day, { months: 0, seconds: 86_400 }, -1) ?? day;
}

/** On which grounds the partner, or a holder that controls it, is listed on the date, whatever the lists are for. */
function partnerGrounds(document: Arrangement, { registry, asOf }: FactsContext): Cell {
  const partner = follow(rootOf(document), "partner");
  const at = child(partner, document.value.partner.vendor ? "vendor" : "name").at;
  const found = partnerOf(document, { registry });
  if (found.kind === "nobody") return known(NONE, at);
  if (found.kind !== "entity") return unsettled(at, { path: found.why });
  const grounds: Record<string, Truth> = {};
  const path: Texts[] = [];
  const dates: Turn[] = [];
  for (const holder of registry.holders(found.entity, asOf)) {
    if (holder.control.max < MAJORITY) continue;
    const certain = holder.control.min >= MAJORITY;
    for (const listing of registry.listings(holder.entity, asOf)) {
      const { ground, list, from } = listing;
      if (ground === undefined) continue;
      const name = registry.entity(holder.entity)?.name ?? holder.entity;
      dates.push(...controlDates(holder), ...listingDates(listing, name));
      grounds[ground] = grounds[ground] === true || certain ? true : undefined;
      path.push(...holder.path, REGISTER_STEPS.listed(name, list, from));
    }
  }
  return turning({ ...setOf(grounds, at), ...(path.length > 0 && { path: eachOnce(path) }) }, dates);
}

function partnerTurns(document: Arrangement, { registry }: FactsContext): readonly Turn[] {
  const found = partnerOf(document, { registry });
  return found.kind === "entity" ? registry.turns(found.entity) : [];
}

type Partner =
  | { readonly kind: "entity"; readonly entity: string }
  | { readonly kind: "nobody" }
  | { readonly kind: "open"; readonly why: readonly Texts[] };

/** The company the partner is: as the file names it, else by its name; two answers that differ are none. */
function partnerOf(
  { value: { partner } }: Arrangement,
  { registry }: Pick<FactsContext, "registry">,
): Partner {
  const { name, vendor } = partner;
  const byName = registry.resolve({ name });
  const named = byName.kind === "resolved" ? byName.entity : undefined;
  if (vendor === "none" && byName.kind === "unknown" && byName.suggestions.length === 0)
    return { kind: "nobody" };
  if (!vendor || vendor === "none") {
    return named === undefined ? open(...whyOpen(byName, name)) : { kind: "entity", entity: named };
  }
  const byId = registry.resolve({ id: vendor });
  if (byId.kind !== "resolved") return open(...whyOpen(byId, vendor));
  return named === undefined || named === byId.entity
    ? { kind: "entity", entity: byId.entity }
    : open(REGISTER_STEPS.twoAnswers(vendor, name));
}

function open(...why: readonly Texts[]): Partner {
  return { kind: "open", why };
}

function whyOpen(resolution: Resolution, written: string): readonly Texts[] {
  switch (resolution.kind) {
    case "ambiguous":
      return [REGISTER_STEPS.mayBe(written, resolution.candidates)];
    case "confusable":
      return [REGISTER_STEPS.looksLike(written, resolution.known)];
    case "unknown":
      return [REGISTER_STEPS.notKnown(written), ...resolution.suggestions.map(REGISTER_STEPS.near)];
    case "resolved":
      return [REGISTER_STEPS.notKnown(written)];
  }
}
