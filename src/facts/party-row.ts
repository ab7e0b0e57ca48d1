import { COMMA, eachOnce, type Texts, textIn, textsOf } from "../model/language.ts";
import type { Cell, Row } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { arrangementUntil } from "./arrangement-until.ts";
import { blank, decided, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import { listingRows } from "./listing-rows.ts";
import type { ListingContext } from "./listing-scope.ts";
import type { ManifestView } from "./manifest-view.ts";
import type { Mention } from "./mention.ts";
import { once } from "./once.ts";
import { ownerRows, trustScore } from "./owner-rows.ts";
import { type Named, partyCells, stepsOf } from "./party-cells.ts";
import type { PartyGroup } from "./party-groups.ts";
import { originTurns } from "./product-origin.ts";
import { allOf } from "./truth.ts";
import { untracedPercent } from "./untraced-percent.ts";
import { valueTexts } from "./value-texts.ts";

/** How a party is looked at: from which mention, and for which products and uses. */
export interface PartyContext {
  readonly system: () => Row;
  readonly listing: ListingContext;
  /** The mention findings point at; the first one where left out. */
  readonly lead?: Mention | undefined;
}

/** The row of one party, whatever its roles. */
export function partyRow(view: ManifestView, group: PartyGroup, context: PartyContext): Row {
  const lead = context.lead ?? group.mentions[0];
  const others = [...new Set(group.mentions.map(({ at }) => at))].filter((at) => at !== lead.at);
  const cell = partyCells(lead, stepsOf(lead), others);
  // Seen through one device or app, what is found of a company is about that one, not about where else it is named.
  const named: Named = { lead, related: context.lead === undefined ? others : [] };
  const { identity } = lead;
  const entity = identity.kind === "company" ? identity.entity : undefined;
  const row: Row = createRow({
    view,
    subject: "party",
    key: group.key,
    title: (entity && view.registry.entity(entity)?.name) ?? lead.name ?? roleWords(group),
    pointer: lead.entry,
    written: lead.stated,
    place: { value: undefined, at: lead.entry },
    derive: {
      "party.roles": () => rolesCell(group, lead, others),
      "party.name": () => cell(identity.kind === "none" ? NONE : lead.name),
      "party.kind": () => cell(identity.kind === "none" ? NONE : identity.kind),
      "party.resolution": () => cell(identity.kind === "company" ? identity.resolution.kind : "resolved"),
      "party.untraced_percent": () =>
        cell(identity.kind === "company" ? untracedPercent(view, group, entity) : 0),
      "party.trust_score": () => trustScore(view, entity, cell),
      "party.arrangement_until": () => arrangementUntil(view, identity, cell),
      "party.behind_gateway": () => gatewayCell(group, lead),
    },
    scopes: { system: context.system, party: () => row },
    nested: {
      owner: once(() => ownerRows(view, row, group, named)),
      listing: once(() => listingRows(view, row, named, context.listing)),
    },
    turns: once(() => [...(entity === undefined ? [] : view.registry.turns(entity)), ...originTurns(view)]),
  });
  return row;
}

function roleWords({ mentions }: PartyGroup): Texts {
  const roles = eachOnce(
    mentions.map(({ role }) => (role === undefined ? NO_ROLE : valueTexts("party.roles", role))),
  );
  return textsOf((language) => roles.map((role) => textIn(role, language)).join(COMMA[language]));
}

const NO_ROLE: Texts = { en: "role not stated", he: "התפקיד לא צוין", ar: "الدور غير مذكور" };

/** Roles are known even of a party whose name is blank: somebody is missing in them. */
function rolesCell({ mentions }: PartyGroup, lead: Mention, related: readonly string[]): Cell {
  const roles = mentions.map(({ role }) => role);
  const named = roles.filter((role) => role !== undefined);
  return named.length < roles.length
    ? blank(lead.at)
    : known(new Set(named), lead.at, related.length > 0 ? { related } : {});
}

/** Whether every element of this company on the path is behind a gateway; a company without one is behind none. */
function gatewayCell({ mentions }: PartyGroup, lead: Mention): Cell {
  const hops = mentions.filter(({ role }) => role === "hop");
  const behind = hops.length === 0 ? false : allOf(hops.map(({ behindGateway }) => behindGateway));
  return decided(behind, hops[0]?.at ?? lead.at);
}
