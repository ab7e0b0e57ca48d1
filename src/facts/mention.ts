import type { Truth } from "../model/value.ts";
import { type Identity, identify } from "./identity.ts";
import { homeCountry, type ManifestView } from "./manifest-view.ts";
import { child, entries, type Place } from "./place.ts";
import { textAt } from "./read.ts";

/** One place in a manifest that names a party in a role. */
export interface Mention {
  /** `undefined` where the role is blank. */
  readonly role: string | undefined;
  readonly identity: Identity;
  /** The name as written, else the id; `undefined` where there is none. */
  readonly name: string | undefined;
  /** The id and the name as written, as far as there are any. */
  readonly refs: readonly string[];
  /** JSON pointer of the name itself. */
  readonly at: string;
  /** JSON pointer of the entry it stands in. */
  readonly entry: string;
  /** False for a party that should be named and is not. */
  readonly stated: boolean;
  /** Reported holders of the company. */
  readonly holdings?: Place;
  /** For an element on the data path: whether a trusted gateway lies before it. */
  readonly behindGateway?: Truth;
}

/** Where the parts of a mention are written. */
export interface MentionPlaces {
  readonly entry: Place;
  readonly id: Place;
  readonly name?: Place;
  readonly identifiers?: Place;
}

/** Reads a party where it is written; what is blank comes out as a blank party. */
export function readMention(view: ManifestView, role: string | undefined, places: MentionPlaces): Mention {
  const id = wordAt(places.id);
  const name = places.name && wordAt(places.name);
  const numbers = places.identifiers && entries(places.identifiers);
  const stated = numbers?.flatMap(([key, place]) => {
    const number = textAt(place);
    return number === undefined ? [] : [[key, number] as const];
  });
  const identifiers = stated === undefined || stated.length === 0 ? undefined : Object.fromEntries(stated);
  const named = id !== undefined && id !== "none" ? places.id : (places.name ?? places.id);
  return {
    role,
    identity: identify({ id, name, identifiers }, role, view.registry, homeCountry(view)),
    name: spoken(name) ?? spoken(id),
    refs: [spoken(id), spoken(name)].filter((ref) => ref !== undefined),
    at: named.value === undefined ? places.id.at : named.at,
    entry: places.entry.at,
    stated: id !== undefined || name !== undefined || identifiers !== undefined,
  };
}

/** Reads an entry with the keys `vendor` and `name_as_written`. */
export function readEntry(view: ManifestView, role: string | undefined, entry: Place): Mention {
  return readMention(view, role, {
    entry,
    id: child(entry, "vendor"),
    name: child(entry, "name_as_written"),
    identifiers: child(entry, "identifiers"),
  });
}

/** A party that must be named in a role and is not. Missing ones with one `key`, such as a blank list's, are one party. */
export function missingMention(role: string, at: string, key = role): Mention {
  return {
    role,
    identity: { kind: "blank", key: `blank:${key}` },
    name: undefined,
    refs: [],
    at,
    entry: at,
    stated: false,
  };
}

function wordAt(place: Place): string | undefined {
  return typeof place.value === "string" ? place.value : undefined;
}

function spoken(word: string | undefined): string | undefined {
  return word === "none" ? undefined : word;
}
