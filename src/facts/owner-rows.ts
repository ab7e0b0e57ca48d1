import type { EntityView, Holder, LegalFlag, Trust } from "../model/registry.ts";
import type { Row } from "../model/row.ts";
import { isDate } from "../model/time/is-date.ts";
import { type FactValue, NONE, type NumberRange } from "../model/value.ts";
import { turning } from "./cells.ts";
import { createRow } from "./create-row.ts";
import { reportedHolding } from "./holdings.ts";
import { homeCountry, type ManifestView } from "./manifest-view.ts";
import { once } from "./once.ts";
import { onceFor } from "./once-for.ts";
import { type Named, type PartyCell, partyCells, stepsOf } from "./party-cells.ts";
import type { PartyGroup } from "./party-groups.ts";
import { REGISTER_STEPS } from "./register-steps.ts";
import { assessmentDates, controlDates, profileDates } from "./registry-dates.ts";

/**
 * A resolved party itself and every holder above it; one blank row for a party that is not resolved;
 * none for nobody, the municipality and public bodies.
 */
export function ownerRows(view: ManifestView, party: Row, group: PartyGroup, named: Named): readonly Row[] {
  const { identity } = named.lead;
  if (identity.kind !== "company" && identity.kind !== "blank") return [];
  const entity = identity.kind === "company" ? identity.entity : undefined;
  const holders = entity === undefined ? [undefined] : view.registry.holders(entity, view.asOf);
  return holders.map((holder) => ownerRow(view, party, group, named, holder));
}

function ownerRow(
  view: ManifestView,
  party: Row,
  group: PartyGroup,
  { lead, related }: Named,
  holder: Holder | undefined,
): Row {
  const itself = holder !== undefined && holder.entity === party.key;
  const entity = holder && view.registry.entity(holder.entity);
  const steps = [...stepsOf(lead), ...(holder?.path ?? [])];
  const cell = partyCells(lead, steps, related, holder && controlDates(holder));
  const reported = once(() => reportedHolding(view, group, holder?.entity, cell));
  const row: Row = createRow({
    view,
    subject: "owner",
    key: `${party.key}/${holder?.entity ?? "unknown"}`,
    title: entity?.name ?? holder?.entity ?? party.title,
    pointer: party.pointer,
    written: party.written,
    place: { value: undefined, at: party.pointer },
    derive: {
      "owner.control": () => cell(holder && simplest(holder.control)),
      "owner.percent": () => cell(itself ? NONE : holder?.percent && simplest(holder.percent)),
      "owner.state_linked": () => cell(entity?.kind === "state_body" ? true : entity?.stateOwned),
      "owner.fund_sponsored": () => cell(entity && fundSponsored(view, entity)),
      "owner.foreign": () => cell(foreign(entity, homeCountry(view))),
      "owner.legal_flags": () => legalFlags(view, entity, cell),
      "owner.trust_score": () => trustScore(view, holder?.entity, cell),
      "owner.disclosed": () => (itself ? cell(true) : reported().disclosed),
      "owner.changed_on": () => changedOn(holder, itself, cell),
      "owner.reported_on": () => (itself ? cell(NONE) : reported().reportedOn),
    },
    scopes: { system: () => party.scope("system"), party: () => party, owner: () => row },
    turns: () => party.turns?.() ?? [],
  });
  return row;
}

/**
 * The sum of the trust criteria, with those that lack evidence; `none` for a company nobody has assessed, which
 * is neither a low score nor an unknown one: the rule about scores asks for it, the rules about risk do not.
 */
export function trustScore(view: ManifestView, entity: string | undefined, cell: PartyCell) {
  if (entity === undefined) return cell(undefined);
  const trust = view.registry.trust(entity, view.asOf);
  if (trust === undefined) return cell(NONE, [REGISTER_STEPS.notAssessed()]);
  const found = cell(trust.score, missingSteps(trust));
  return turning(found, assessmentDates(trust, view.registry.entity(entity)?.name ?? entity));
}

const missingSteps = onceFor(({ missing }: Trust) => missing.map(REGISTER_STEPS.withoutEvidence));

/** A range that is really one number, as that number. */
export function simplest({ min, max }: NumberRange): number | NumberRange {
  return min === max ? min : { min, max };
}

/** Each flag counts once, however many laws raise it; the laws are the steps. */
function legalFlags(view: ManifestView, entity: EntityView | undefined, cell: PartyCell) {
  const flags = view.registry.legalFlags(entity?.jurisdiction, view.asOf);
  const words = flags && lawSteps(flags);
  return turning(cell(flags && new Set(flags.map(({ flag }) => flag)).size, words), profileDates(flags));
}

const lawSteps = onceFor((flags: readonly LegalFlag[]) => flags.map(REGISTER_STEPS.law));

/** A fund with somebody else's money: the registry names who stands behind it. */
function fundSponsored({ registry, asOf }: ManifestView, { id, kind }: EntityView): boolean {
  if (kind !== "fund") return false;
  return registry
    .edges(id, asOf)
    .some((edge) => edge.kind === "fund_sponsored_by" && edge.from === id && edge.active);
}

function foreign(entity: EntityView | undefined, home: string | undefined): FactValue | undefined {
  return entity?.jurisdiction === undefined || home === undefined ? undefined : entity.jurisdiction !== home;
}

/** A holding whose start the registry does not record is taken as always there, so that nothing changed. */
function changedOn(holder: Holder | undefined, itself: boolean, cell: PartyCell) {
  if (itself) return cell(NONE);
  if (holder !== undefined && holder.since === undefined) return cell(NONE, [REGISTER_STEPS.holdingAlways()]);
  return cell(holder?.since !== undefined && isDate(holder.since) ? holder.since : undefined);
}
