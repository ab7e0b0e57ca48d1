import { SEMICOLON, textIn, textsOf } from "../model/language.ts";
import type { ActiveListing, Holder, LegalFlag } from "../model/registry.ts";
import type { Turn } from "../model/turn.ts";
import { listingWords } from "../registry/listing-words.ts";
import { onceFor } from "./once-for.ts";
import { WITHOUT_START } from "./register-steps.ts";

/** The days from which and until which the way to a holder is recorded. */
export const controlDates: (holder: Holder) => readonly Turn[] = onceFor(({ since, until, path }) => {
  const way = textsOf((language) => path.map((step) => textIn(step, language)).join(SEMICOLON[language]));
  return span("control", way, since, until);
});

/** The days from which and until which a listing holds. */
export function listingDates({ list, from, to }: ActiveListing, name: string): readonly Turn[] {
  return span("listing", listingWords(name, list), from === WITHOUT_START ? undefined : from, to);
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

function span(
  reason: Turn["reason"],
  what: Turn["what"],
  from: string | undefined,
  to: string | undefined,
): readonly Turn[] {
  return [
    ...(from === undefined ? [] : [{ on: from, reason, begins: true, what }]),
    ...(to === undefined ? [] : [{ on: to, reason, begins: false, what }]),
  ];
}
