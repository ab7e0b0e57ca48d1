import type { FactValue, NumberRange } from "../model/value.ts";
import { identify } from "./identity.ts";
import type { ManifestView } from "./manifest-view.ts";
import { simplest } from "./owner-rows.ts";
import type { PartyGroup } from "./party-groups.ts";
import { child, items, type Place } from "./place.ts";
import { numberAt, textAt } from "./read.ts";

/** A share at the top of a chain; `undefined` where its size is not recorded. */
type Share = NumberRange | undefined;

/** Kinds of entity that have owners themselves; a state or a university is a known top. */
const OWNED = new Set(["company", "brand", "fund"]);

/**
 * The largest holding of someone above whom nothing is recorded: by the registry, and where it records no
 * holder by what the manifest reports. Unknown where neither says who holds the company.
 */
export function untracedPercent(
  view: ManifestView,
  group: PartyGroup,
  entity: string | undefined,
): FactValue | undefined {
  if (entity === undefined) return undefined;
  const above = view.registry.holders(entity, view.asOf).filter((holder) => holder.entity !== entity);
  const open =
    above.length > 0
      ? above.filter((holder) => endsOpen(view, holder.entity)).map(({ percent }) => percent)
      : reportedOpen(view, group);
  if (open === undefined || open.includes(undefined)) return undefined;
  const largest = (bound: "min" | "max") => Math.max(0, ...open.map((share) => share?.[bound] ?? 0));
  return simplest({ min: largest("min"), max: largest("max") });
}

/** Whether the chain ends at this holder although somebody must stand above it. */
function endsOpen({ registry, asOf }: ManifestView, entity: string): boolean {
  return OWNED.has(registry.entity(entity)?.kind ?? "company") && registry.holders(entity, asOf).length < 2;
}

/** Reported holders that are companies the chain ends at; a holder the registry does not know is taken to be a person. */
function reportedOpen(view: ManifestView, { mentions }: PartyGroup): readonly Share[] | undefined {
  const lists = mentions.flatMap(({ holdings }) => (holdings === undefined ? [] : [items(holdings)]));
  if (lists.length === 0 || lists.includes(undefined)) return undefined;
  return lists.flatMap((list) => (list ?? []).flatMap((holding) => openShare(view, holding)));
}

function openShare(view: ManifestView, holding: Place): readonly Share[] {
  const id = textAt(child(holding, "holder"));
  const name = textAt(child(holding, "name_as_written"));
  const identity = identify({ id, name, identifiers: undefined }, "ultimate_owner", view.registry);
  const percent = numberAt(child(holding, "percent"));
  const share = percent === undefined ? undefined : { min: percent, max: percent };
  if (identity.kind === "company" && identity.resolution.kind === "resolved") {
    return endsOpen(view, identity.resolution.entity) ? [share] : [];
  }
  const person = identity.kind === "company" && identity.resolution.kind === "unknown" && id === undefined;
  return person ? [] : [share];
}
