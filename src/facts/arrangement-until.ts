import type { Document } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import type { Texts } from "../model/language.ts";
import type { Cell } from "../model/row.ts";
import type { FilePlace } from "../model/surroundings.ts";
import { LAST_DAY } from "../model/time/last-day.ts";
import type { Truth } from "../model/value.ts";
import { NONE } from "../model/value.ts";
import { MAJORITY } from "../registry/holders.ts";
import { arrangementTurns, contradictionOf } from "./arrangement-state.ts";
import { turning } from "./cells.ts";
import { FILE_STEPS } from "./file-steps.ts";
import type { Identity } from "./identity.ts";
import type { ManifestView } from "./manifest-view.ts";
import { sameCode } from "./municipality-code.ts";
import type { PartyCell } from "./party-cells.ts";
import { follow } from "./place.ts";
import { textAt } from "./read.ts";
import { arrangementsByCode } from "./surroundings-index.ts";

type Arrangement = Document<ArrangementDocument>;

/** A time an arrangement of the buyer is in force. */
interface Span {
  readonly country: string | undefined;
  /** The last day; `undefined` where its state does not say. */
  readonly until: string | undefined;
  readonly words: Texts;
  readonly place: FilePlace;
}

/**
 * The last day on which an arrangement of the buyer with the home country of a supplier, or of a holder that
 * controls it, is active; `none` where there is none. What is blank of an arrangement, or of the supplier,
 * leaves it unknown unless another arrangement already lasts without an end.
 */
export function arrangementUntil(view: ManifestView, identity: Identity, cell: PartyCell): Cell {
  if (isNoSupplier(identity)) return cell(NONE);
  const isHome = homesOf(view, identity);
  const dates = buyerArrangements(view)
    .filter(({ value: { partner } }) => !partner.country || isHome(partner.country) !== false)
    .flatMap(({ value }) => arrangementTurns(value));
  return turning(untilOf(buyerSpans(view), isHome, cell), dates);
}

function untilOf(spans: readonly Span[], isHome: (country: string) => Truth, cell: PartyCell): Cell {
  if (spans.length === 0) return cell(NONE);
  const met = spans
    .map((span) => ({ ...span, met: span.country === undefined ? undefined : isHome(span.country) }))
    .filter(({ met }) => met !== false)
    .sort((left, right) => ((left.until ?? "") < (right.until ?? "") ? 1 : -1));
  const last = met.find((span) => span.met === true && span.until !== undefined)?.until;
  const open = met.some(
    (span) =>
      span.until === undefined || (span.met === undefined && (last === undefined || span.until > last)),
  );
  const found = cell(
    open && last !== LAST_DAY ? undefined : (last ?? NONE),
    met.map(({ words }) => words),
  );
  return met.length === 0 || !found.stated ? found : { ...found, elsewhere: met.map(({ place }) => place) };
}

function isNoSupplier({ kind }: Identity): boolean {
  return kind === "none" || kind === "own" || kind === "public_body";
}

/** Whether a country is the home of a supplier or of a holder that controls it; unknown where that is not settled. */
function homesOf(view: ManifestView, identity: Identity): (country: string) => Truth {
  const entity = identity.kind === "company" ? identity.entity : undefined;
  if (entity === undefined) return () => undefined;
  const homes = view.registry.holders(entity, view.asOf).flatMap((holder) => {
    const { kind, jurisdiction } = view.registry.entity(holder.entity) ?? {};
    // A brand is no company: what makes its products is a party of its own.
    if (holder.control.max < MAJORITY || (kind === "brand" && jurisdiction === undefined)) return [];
    return [{ country: jurisdiction, certain: holder.control.min >= MAJORITY }];
  });
  return (country) => {
    if (homes.some((home) => home.country === country && home.certain)) return true;
    return homes.some((home) => home.country === country || home.country === undefined) ? undefined : false;
  };
}

function buyerSpans(view: ManifestView): readonly Span[] {
  return buyerArrangements(view).flatMap((arrangement) => spanOf(arrangement, view.asOf) ?? []);
}

function buyerArrangements(view: ManifestView): readonly Arrangement[] {
  const code = textAt(follow(view.root, "metadata.municipality.cbs_code"));
  return code === undefined ? [] : (arrangementsByCode(view.surroundings).get(sameCode(code)) ?? []);
}

/** When an arrangement is in force; `undefined` for one that never was by that date. */
function spanOf({ file, value }: Arrangement, asOf: string): Span | undefined {
  const { active, signed_on: signed, exit_on: exit, partner } = value;
  const span = (until: string | undefined, words: Texts, at: string): Span => ({
    country: partner.country ?? undefined,
    until,
    words: FILE_STEPS.arrangement(partner.name, words),
    place: { file, at },
  });
  const [contradicting] = contradictionOf(value, asOf);
  if (contradicting !== undefined) return span(undefined, FILE_STEPS.contradicts(), `/${contradicting}`);
  if (signed && signed !== "none" && signed > asOf) return undefined;
  if (active === false && signed === "none") return undefined;
  if (exit && exit !== "none") return span(exit, FILE_STEPS.until(exit), "/exit_on");
  return active === true
    ? span(LAST_DAY, FILE_STEPS.noEnd(), "/active")
    : span(undefined, FILE_STEPS.stateOpen(), active === undefined ? "" : "/active");
}
