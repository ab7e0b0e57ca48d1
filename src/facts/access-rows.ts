import type { Texts } from "../model/language.ts";
import type { Cell, Row } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import type { FactBase } from "./fact-base.ts";
import { type Mention, readMention } from "./mention.ts";
import { child, follow, items, type Place } from "./place.ts";
import { flagAt, textAt } from "./read.ts";
import { recipientKind } from "./recipient-kind.ts";
import { uniqueKeys } from "./unique-keys.ts";

/** Roles that reach the data whether or not the matrix says so; a blank role may be one of them. */
const HANDS_ON = new Set<string | undefined>(["maintenance", "operator", undefined]);

interface Entry {
  readonly key: string;
  readonly title: Row["title"];
  readonly place: Place;
  readonly written: boolean;
  /** The party's reference, its id or its name. */
  readonly party: string | undefined;
  readonly partyAt: string;
}

/**
 * The access matrix as written, a blank line for each recipient of a link and each party with a hands-on
 * role that is missing in it, and one blank line where the matrix is blank and nobody is known.
 */
export function accessRows(base: FactBase): readonly Row[] {
  const list = follow(base.view.root, "data.access");
  const written = (items(list) ?? []).map((place) => toEntry(base, place));
  const present = new Set(written.map(({ key }) => key));
  const missing = expected(base, list.at).filter(({ key }) => !present.has(key));
  const blankList = list.value === undefined && missing.length === 0;
  const lines = [
    ...written,
    ...missing,
    ...(blankList ? [blankEntry(list.at, undefined, "access", NOBODY)] : []),
  ];
  const keys = uniqueKeys(
    lines.map(({ key, place }) => [key, textAt(child(place, "role"))].filter(Boolean).join(":")),
  );
  return lines.map((entry, index) => accessRow(base, entry, keys[index] ?? entry.key));
}

function accessRow({ view, system }: FactBase, entry: Entry, key: string): Row {
  const { place, written, title } = entry;
  const row: Row = createRow({
    view,
    subject: "access",
    key,
    title,
    pointer: place.at,
    written,
    place,
    derive: { "access.holder": () => holder(entry), "access.search": () => search(place) },
    scopes: { system, access: () => row },
  });
  return row;
}

const NOBODY: Texts = { en: "access", he: "גישה", ar: "وصول" };

function toEntry({ view }: FactBase, place: Place): Entry {
  const party = child(place, "party");
  const { identity, name } = readMention(view, "data_access", { entry: place, id: party });
  const title = [name, textAt(child(place, "role"))].filter(Boolean).join(", ") || NOBODY;
  return { key: identity.key, title, place, written: true, party: textAt(party), partyAt: party.at };
}

function expected(base: FactBase, at: string): readonly Entry[] {
  const entries = new Map<string, Entry>();
  for (const mention of [...recipients(base), ...handsOn(base)]) {
    const { identity, name } = mention;
    if (identity.kind === "none" || identity.kind === "blank" || name === undefined) continue;
    entries.set(identity.key, blankEntry(at, reference(mention), identity.key, name));
  }
  return [...entries.values()];
}

/** Parties outside to which a link leads; a link that only takes data in gives nobody access. */
function recipients({ view }: FactBase): readonly Mention[] {
  return (items(follow(view.root, "system.interfaces")) ?? []).flatMap((link) => {
    const to = child(link, "to");
    const outside = textAt(to)?.includes(":") === true;
    return outside && textAt(child(link, "direction")) !== "in"
      ? [readMention(view, "data_access", { entry: link, id: to })]
      : [];
  });
}

function handsOn({ groups }: FactBase): readonly Mention[] {
  return [...groups().values()].flatMap(
    ({ mentions }) => mentions.find(({ role }) => HANDS_ON.has(role)) ?? [],
  );
}

function reference({ identity, name }: Mention): string | undefined {
  if (identity.kind === "company") return identity.entity ?? `vendor:${name}`;
  return identity.kind === "own" || identity.kind === "public_body" ? identity.key : undefined;
}

function blankEntry(at: string, party: string | undefined, key: string, title: Row["title"]): Entry {
  return { key, title, place: { value: undefined, at }, written: false, party, partyAt: at };
}

function holder({ party, partyAt, written }: Entry): Cell {
  const kind = party === undefined ? undefined : recipientKind(party);
  return written ? known(kind, partyAt) : { ...known(kind, partyAt), stated: false };
}

/** As written; where neither live view nor recordings are open there is nothing to search. */
function search(entry: Place): Cell {
  const written = child(entry, "search");
  if (written.value !== undefined) return known(flagAt(written), written.at);
  const nothing = ["live", "recorded"].every((key) => flagAt(child(entry, key)) === false);
  return nothing ? known(false, entry.at) : blank(entry.at);
}
