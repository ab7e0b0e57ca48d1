import { type Texts, textIn, textsOf } from "../model/language.ts";
import type { Row } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { blank, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import type { FactBase } from "./fact-base.ts";
import { homeCountry, type ManifestView } from "./manifest-view.ts";
import { deniesPeople } from "./personal-data-kinds.ts";
import { child, follow, items, type Place } from "./place.ts";
import { flagAt, isNone, textAt } from "./read.ts";
import { countryOf } from "./recipient-kind.ts";
import { REGISTER_STEPS } from "./register-steps.ts";
import { profileDates } from "./registry-dates.ts";
import { uniqueKeys } from "./unique-keys.ts";

interface Abroad {
  readonly kind: "location" | "transfer" | "access" | "not stated";
  /** `undefined` where the country is blank. */
  readonly country: string | undefined;
  readonly at: string;
  readonly entry: string;
  readonly ground: Place | undefined;
}

/**
 * Every way data leaves the country: a location, a declared transfer, remote access, a body abroad that a second use
 * or a link passes it to. A blank country is a row, and so is a blank list of any of the first three, unless personal and
 * business data are both ruled out.
 */
export function transferRows({ view, system }: FactBase): readonly Row[] {
  const ways = [...locations(view), ...transfers(view), ...remoteAccess(view), ...recipients(view)];
  const keys = uniqueKeys(ways.map(({ kind, country }) => `${kind} ${country ?? "unknown"}`));
  return ways.map((way, index) => transferRow(view, system, way, keys[index] ?? way.kind));
}

function transferRow(view: ManifestView, system: () => Row, way: Abroad, key: string): Row {
  const flags = view.registry.legalFlags(way.country, view.asOf);
  const path = flags?.map(REGISTER_STEPS.law) ?? [];
  const row: Row = createRow({
    view,
    subject: "transfer",
    key,
    title: titleOf(way),
    pointer: way.entry,
    written: way.kind !== "not stated",
    place: { value: undefined, at: way.entry },
    derive: {
      "transfer.country": () => known(way.country, way.at),
      "transfer.ground": () => groundCell(way),
      "transfer.legal_flags": () =>
        known(flags && new Set(flags.map(({ flag }) => flag)).size, way.at, {
          path,
          dates: profileDates(flags),
        }),
    },
    turns: () => view.registry.profileTurns(way.country),
    scopes: { system, transfer: () => row },
  });
  return row;
}

const KINDS: Readonly<Record<Abroad["kind"], Texts>> = {
  location: { en: "location", he: "מיקום המידע", ar: "موقع البيانات" },
  transfer: { en: "transfer", he: "העברה", ar: "نقل" },
  access: { en: "access", he: "גישה מרחוק", ar: "وصول عن بعد" },
  "not stated": { en: "not stated", he: "לא צוין", ar: "غير مذكور" },
};

function titleOf({ kind, country }: Abroad): Texts {
  return textsOf((language) => [textIn(KINDS[kind], language), country].filter(Boolean).join(" "));
}

function locations(view: ManifestView): readonly Abroad[] {
  return fromList(view, "data.locations", (entry) => [
    wayOf("location", view, child(entry, "country"), entry),
  ]);
}

function transfers(view: ManifestView): readonly Abroad[] {
  return fromList(view, "data.transfers", (entry) => {
    const country = child(entry, "country");
    return [
      {
        kind: "transfer",
        country: textAt(country),
        at: country.at,
        entry: entry.at,
        ground: child(entry, "ground"),
      },
    ];
  });
}

/** Countries remote access comes from; unknown ones where none are stated and remote access is not ruled out. */
function remoteAccess(view: ManifestView): readonly Abroad[] {
  return fromList(view, "data.access", (entry) => {
    const from = child(entry, "from_countries");
    const countries = items(from);
    if (countries !== undefined) return countries.map((country) => wayOf("access", view, country, entry));
    if (isNone(child(entry, "remote"))) return [];
    return [wayOf("access", view, { value: undefined, at: from.at }, entry)];
  });
}

/** Bodies abroad by their references, `external:<country>-…`; a link that only takes data in passes nothing on. */
function recipients(view: ManifestView): readonly Abroad[] {
  const uses = (items(follow(view.root, "data.secondary_uses")) ?? []).map((entry) => ({
    entry,
    to: child(entry, "recipient"),
  }));
  const links = (items(follow(view.root, "system.interfaces")) ?? [])
    .filter((entry) => textAt(child(entry, "direction")) !== "in")
    .map((entry) => ({ entry, to: child(entry, "to") }));
  return [...uses, ...links].flatMap(({ entry, to }) => {
    const country = countryOf(textAt(to) ?? "");
    if (country === undefined) return [];
    return wayOf("transfer", view, { value: country, at: to.at }, entry) ?? [];
  });
}

function fromList(
  view: ManifestView,
  path: string,
  read: (entry: Place) => readonly (Abroad | undefined)[],
): readonly Abroad[] {
  const list = follow(view.root, path);
  const entries = items(list);
  if (entries !== undefined) return entries.flatMap(read).filter((way) => way !== undefined);
  const noBusiness = flagAt(follow(view.root, "data.business_data")) === false;
  if (deniesPeople(view) && noBusiness) return [];
  return [{ kind: "not stated", country: undefined, at: list.at, entry: list.at, ground: undefined }];
}

/** A way out of the country; `undefined` for one that stays at home. Its ground is that of a declared transfer to the same country. */
function wayOf(kind: Abroad["kind"], view: ManifestView, place: Place, entry: Place): Abroad | undefined {
  const country = textAt(place);
  if (country !== undefined && country === homeCountry(view)) return undefined;
  const declared = (items(follow(view.root, "data.transfers")) ?? []).find(
    (transfer) => country !== undefined && textAt(child(transfer, "country")) === country,
  );
  return { kind, country, at: place.at, entry: entry.at, ground: declared && child(declared, "ground") };
}

function groundCell({ ground, entry }: Abroad) {
  if (ground === undefined) return blank(entry);
  return isNone(ground) ? known(NONE, ground.at) : known(textAt(ground), ground.at);
}
