import type { ActiveListing, Holder, LegalFlag } from "../model/registry.ts";
import type { Turn } from "../model/turn.ts";

/** The days from which and until which the way to a holder is recorded. */
export function controlDates({ since, until, path }: Holder): readonly Turn[] {
  return span("control", path.join("; "), since, until);
}

/** The days from which and until which a listing holds. */
export function listingDates({ list, from, to }: ActiveListing, name: string): readonly Turn[] {
  return span("listing", `${name}, ${list}`, from === ALWAYS ? undefined : from, to);
}

/** The days from which the laws of a legal profile hold. */
export function profileDates(flags: readonly LegalFlag[] | undefined): readonly Turn[] {
  return (flags ?? []).flatMap(({ law, article, from }) =>
    span("profile", `${law} ${article}`, from, undefined),
  );
}

/** The day from which a trust assessment counts. */
export function assessmentDates(trust: { readonly on: string } | undefined, name: string): readonly Turn[] {
  return span("assessment", name, trust?.on, undefined);
}

/** How the registry dates what is recorded without a start. */
const ALWAYS = "0001-01-01";

function span(
  reason: Turn["reason"],
  what: string,
  from: string | undefined,
  to: string | undefined,
): readonly Turn[] {
  return [
    ...(from === undefined ? [] : [{ on: from, reason, begins: true, what }]),
    ...(to === undefined ? [] : [{ on: to, reason, begins: false, what }]),
  ];
}
