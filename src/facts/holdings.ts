import type { Cell } from "../model/row.ts";
import { blank, dated, known } from "./cells.ts";
import { identify } from "./identity.ts";
import type { ManifestView } from "./manifest-view.ts";
import type { PartyCell } from "./party-cells.ts";
import type { PartyGroup } from "./party-groups.ts";
import { child, items, type Place } from "./place.ts";
import { dateAt, textAt } from "./read.ts";

/** What a manifest says of one holder of a party. */
export interface ReportedHolding {
  readonly disclosed: Cell;
  readonly reportedOn: Cell;
}

/** Looks a holder up among the holdings a party reported; where no list of holdings is written both are unknown. */
export function reportedHolding(
  view: ManifestView,
  group: PartyGroup,
  holder: string | undefined,
  cell: PartyCell,
): ReportedHolding {
  const lists = group.mentions.flatMap(({ holdings }) => holdings ?? []);
  const written = lists.filter((list) => list.value !== undefined);
  const [list] = written;
  if (holder === undefined || list === undefined) {
    const place = lists[0];
    const unknown = place === undefined ? cell(undefined) : blank(place.at);
    return { disclosed: unknown, reportedOn: unknown };
  }
  const entry = written
    .flatMap((one) => items(one) ?? [])
    .find((holding) => holderOf(view, holding) === holder);
  if (entry === undefined) return { disclosed: known(false, list.at), reportedOn: blank(list.at) };
  const reported = child(entry, "reported_on");
  return { disclosed: known(true, entry.at), reportedOn: dated(dateAt(reported), reported.at) };
}

function holderOf(view: ManifestView, holding: Place): string | undefined {
  const written = {
    id: textAt(child(holding, "holder")),
    name: textAt(child(holding, "name_as_written")),
    identifiers: undefined,
  };
  const identity = identify(written, "ultimate_owner", view.registry);
  return identity.kind === "company" ? identity.entity : undefined;
}
