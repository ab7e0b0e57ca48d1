import { firstDay } from "../period.ts";
import { areApart } from "./are-apart.ts";
import { compareCategories } from "./compare-categories.ts";
import { doubtsAbout } from "./doubts.ts";
import { freeIds } from "./free-ids.ts";
import { type HeldListing, hasEnded, heldListings, listingFor, standsOn } from "./held-listings.ts";
import { recordedConflicts } from "./list-conflicts.ts";
import type { ListEntry } from "./list-entry.ts";
import { matchEntry } from "./match-entry.ts";
import type { Changed, Proposal } from "./proposal.ts";
import {
  type CompareOptions,
  changeOf,
  type NamedEntry,
  type Outcome,
  takeKnown,
  takeTwin,
  takeUnknown,
} from "./take-entry.ts";

/**
 * Compares the entries of a file with what the registry holds of the list, and says what the registry would have to
 * say instead. Whatever only a person can know is undecided, never guessed.
 */
export function compareList(entries: readonly ListEntry[], options: CompareOptions): Proposal {
  const { list, document, source, retrievedOn, edition } = options;
  const held = heldListings(list.id, options.documents, options.registry);
  const { outcomes, met } = takeAll(entries, held, options);
  const of = <K extends Outcome["kind"]>(kind: K) =>
    outcomes.filter((one): one is Extract<Outcome, { kind: K }> => one.kind === kind);
  const values = {
    added: of("added").map(({ value }) => value),
    changed: of("changed").map(({ value }) => value),
    renamed: of("renamed").map(({ value }) => value),
    conflicts: of("conflicts").map(({ value }) => value),
    undecided: of("undecided").map(({ value }) => value),
    passedOver: of("passedOver").map(({ value }) => value),
    uncompared: of("uncompared").map(({ value }) => value),
  };
  const maybe = new Set(values.undecided.flatMap(({ near }) => near));
  // A listing invented for examples stands on no published list.
  const invented = ({ entity }: HeldListing) => options.registry.entity(entity)?.fictional === true;
  const missing = held.filter((one) => !met.has(one) && !maybe.has(one.entity) && !invented(one));
  const proposal = {
    list: list.id,
    file: document.file,
    source,
    retrievedOn,
    edition,
    rows: entries.length,
    same: of("same").length,
    ...values,
    ended: options.additions ? [] : ended(missing, options),
    recorded: recordedConflicts(list, document, held),
    categories: compareCategories(entries, list.id, options.documents),
  };
  return { ...proposal, doubts: doubtsAbout(proposal, options) };
}

/** What all entries come to, and the listings of the registry that any of them is about. */
function takeAll(entries: readonly ListEntry[], held: readonly HeldListing[], options: CompareOptions) {
  const { registry, edition, retrievedOn } = options;
  const outcomes: Outcome[] = [];
  // By the listing an entry is about, or by its entity where the registry has no such listing.
  const met = new Map<HeldListing | string, NamedEntry>();
  const made = new Set<string>();
  const freeId = freeIds((id) => made.has(id) || registry.entity(id) !== undefined);
  for (const entry of entries) {
    if (!isNamed(entry)) continue;
    const match = matchEntry(entry, registry);
    if (match.kind === "undecided") {
      const { reason, help, near } = match;
      outcomes.push({ kind: "undecided", value: { line: entry.line, name: entry.name, reason, help, near } });
      continue;
    }
    if (match.kind === "unknown") {
      const found = takeUnknown(entry, options, freeId);
      for (const one of found) if (one.kind === "added" && one.value.entity) made.add(one.value.entity.id);
      outcomes.push(...found);
      continue;
    }
    const own = held.filter((one) => one.entity === match.entity);
    const one = listingFor(entry, own, edition ?? retrievedOn);
    const twin = met.get(one ?? match.entity);
    met.set(one ?? match.entity, entry);
    if (twin !== undefined && !areApart(twin, entry)) outcomes.push(takeTwin(entry, twin, match.entity));
    else outcomes.push(...takeKnown(entry, match, one, options));
  }
  return { outcomes, met };
}

/** Entries that hold on the day of the file, have no end on record since, and are not in it. */
function ended(missing: readonly HeldListing[], options: CompareOptions): readonly Changed[] {
  const day = options.edition ?? options.retrievedOn;
  return missing
    .filter(({ listing }) => standsOn(listing, day) && !hasEnded(listing.to, options.retrievedOn))
    .filter(({ listing }) => listing.from === null || firstDay(listing.from) < day)
    .map((one) => changeOf(one, undefined, { to: day }, "not in the file", options.registry));
}

function isNamed(entry: ListEntry): entry is NamedEntry {
  return entry.name !== undefined;
}
