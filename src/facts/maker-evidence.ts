import type { Texts } from "../model/language.ts";
import type { Cell } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { blank, decided, known, unsettled } from "./cells.ts";
import { brandMention, makerMention } from "./declared-maker.ts";
import type { Identity } from "./identity.ts";
import type { ManifestView } from "./manifest-view.ts";
import { type Mention, readEntry } from "./mention.ts";
import { child, items, type Place } from "./place.ts";
import { textAt } from "./read.ts";
import { REGISTER_STEPS } from "./register-steps.ts";

/** A trace of who made a device: the entities it points to, none where the registry does not know it. */
interface Trace {
  readonly owners: readonly string[];
  readonly words: Texts;
  readonly at: string;
}

/**
 * The declared maker against MAC prefixes, FCC ids and the supplier of the firmware: one trace that names only
 * others conflicts; agreement needs the MAC prefixes to be stated and every trace to be known. An FCC id whose maker
 * the registry does not record is no trace, and the path says that it was not compared.
 */
export function makerEvidence(view: ManifestView, device: Place): Cell {
  const maker = makerMention(view, device);
  const grantees = granteesOf(view, device);
  const isRecorded = ({ owners }: Trace) => owners.length > 0;
  const traces = [
    ...macOwners(view, device),
    ...grantees.filter(isRecorded),
    ...firmwareSuppliers(view, device),
  ];
  const declared = declaredKey(maker.identity);
  if (declared === undefined) return unresolved(maker);
  const told = [...traces, ...grantees.filter((grantee) => !isRecorded(grantee))];
  const detail = { path: told.map(({ words }) => words), related: traces.map(({ at }) => at) };
  if (traces.some(({ owners }) => owners.length > 0 && !owners.includes(declared)))
    return known("conflicts", maker.at, detail);
  const prefixes = items(child(device, "mac_ouis"))?.map(textAt);
  if (prefixes === undefined || prefixes.includes(undefined)) return blank(maker.at);
  if (traces.length === 0) return known(NONE, maker.at, told.length > 0 ? { path: detail.path } : {});
  return traces.every(({ owners }) => owners.includes(declared))
    ? known("matches", maker.at, detail)
    : blank(maker.at);
}

/** Whether brand and declared maker are one company. */
export function brandIsMaker(view: ManifestView, device: Place): Cell {
  const brand = brandMention(view, device);
  const maker = makerMention(view, device);
  const [one, other] = [brand, maker].map(({ identity }) => declaredKey(identity));
  // What is not known of the maker is asked for there, once for both.
  if (other === undefined) return unresolved(maker);
  if (one === undefined) return unresolved(brand);
  return decided(one === other, brand.at);
}

/** A company that is named is stated; what is not known then is who that is. */
function unresolved({ identity, at, stated }: Mention): Cell {
  return stated && identity.kind === "company" ? unsettled(at, { path: identity.path }) : blank(at);
}

/** Who the device's MAC prefixes are registered to and who its FCC ids belong to. */
export function markOwners(view: ManifestView, device: Place): readonly Trace[] {
  return [...macOwners(view, device), ...granteesOf(view, device)];
}

function macOwners(view: ManifestView, device: Place): readonly Trace[] {
  return (items(child(device, "mac_ouis")) ?? []).flatMap((place) => {
    const prefix = textAt(place);
    if (prefix === undefined) return [];
    const owners = view.registry.byOui(prefix.toUpperCase());
    const names = owners.map((owner) => view.registry.entity(owner)?.name ?? owner);
    const words =
      names.length === 0 ? REGISTER_STEPS.unknownPrefix(prefix) : REGISTER_STEPS.prefixOwners(prefix, names);
    return [{ owners, words, at: place.at }];
  });
}

function granteesOf(view: ManifestView, device: Place): readonly Trace[] {
  return (items(child(device, "fcc_ids")) ?? []).flatMap((place) => {
    const id = textAt(place);
    if (id === undefined) return [];
    const owners = view.registry.byFcc(id);
    const names = owners.map((owner) => view.registry.entity(owner)?.name ?? owner);
    const words =
      names.length === 0 ? REGISTER_STEPS.unknownGrantee(id) : REGISTER_STEPS.granteeOf(id, names);
    return [{ owners, words, at: place.at }];
  });
}

function firmwareSuppliers(view: ManifestView, device: Place): readonly Trace[] {
  return (items(child(device, "components")) ?? []).flatMap((part) => {
    if (textAt(child(part, "part")) !== "firmware") return [];
    const { identity, name, at } = readEntry(view, "firmware", part);
    if (identity.kind !== "company") return [];
    return [
      {
        owners: identity.entity === undefined ? [] : [identity.entity],
        words: REGISTER_STEPS.firmwareFrom(name ?? identity.key),
        at,
      },
    ];
  });
}

/** What evidence can be compared with: a resolved company, or the municipality itself. */
function declaredKey(identity: Identity): string | undefined {
  if (identity.kind === "own") return identity.key;
  return identity.kind === "company" ? identity.entity : undefined;
}
