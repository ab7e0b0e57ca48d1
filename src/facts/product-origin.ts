import { eachOnce } from "../model/language.ts";
import type { Turn } from "../model/turn.ts";
import { brandMention, makerMention } from "./declared-maker.ts";
import { type Identity, resolvedCompany, unresolvedCompany } from "./identity.ts";
import { markOwners } from "./maker-evidence.ts";
import type { ManifestView } from "./manifest-view.ts";
import { type Mention, readEntry } from "./mention.ts";
import { perManifest, perPlace } from "./per-manifest.ts";
import { child, follow, items, type Place } from "./place.ts";
import { textAt } from "./read.ts";
import { REGISTER_STEPS } from "./register-steps.ts";

/** Roles whose holders sell what others make. */
const SELLERS = new Set(["importer", "integrator"]);

/**
 * The company a device really comes from: the maker the registry records for the model under its brand,
 * declared maker or sellers, else the declared maker. It stays open where the registry names several,
 * where only a brand is declared, and where MAC prefixes speak against the declaration.
 */
export const productOrigin: (view: ManifestView, device: Place) => Mention = perPlace((view, device) => {
  const maker = makerMention(view, device);
  const brand = brandMention(view, device);
  const lead = maker.stated ? maker : brand;
  const identity = originOf(view, device, maker, brand);
  const name =
    identity.kind === "company" && identity.entity ? view.registry.entity(identity.entity)?.name : lead.name;
  // A maker found through the registry is known even where the manifest names none.
  return {
    ...lead,
    role: "product_origin",
    identity,
    name,
    stated: lead.stated || identity.kind === "company",
  };
});

function originOf(view: ManifestView, device: Place, maker: Mention, brand: Mention): Identity {
  const product = productOf(view, device, maker, brand);
  const { model } = product;
  const origins = view.registry.productOrigins({ ...product, asOf: view.asOf });
  const shown = [brand.name ?? maker.name, model].filter(Boolean).join(" ") || "the device";
  const [only, second] = origins;
  if (only === undefined) return declaredOrigin(view, device, { maker, brand }, shown);
  // Without a model the registry answers for every model of the brand, at low confidence: that decides nothing.
  const certain = model !== undefined || only.confidence !== "low";
  if (second === undefined && certain) return resolvedCompany(only.entity, only.path);
  const candidates = origins.map(({ entity }) => entity);
  const path = eachOnce(origins.flatMap((origin) => origin.path));
  return unresolvedCompany({ kind: "ambiguous", candidates }, shown, path);
}

function productOf(view: ManifestView, device: Place, maker: Mention, brand: Mention) {
  return {
    model: textAt(child(device, "model")),
    maker: entityOf(maker),
    brand: entityOf(brand),
    sellers: sellersOf(view),
  };
}

/** The days on which a device of a manifest comes from another company than before. */
export const originTurns: (view: ManifestView) => readonly Turn[] = perManifest((view) =>
  (items(follow(view.root, "supply_chain.devices")) ?? []).flatMap((device) =>
    view.registry.originTurns(
      productOf(view, device, makerMention(view, device), brandMention(view, device)),
    ),
  ),
);

/** The declared maker, where the registry knows no other and nothing speaks against it. */
function declaredOrigin(
  view: ManifestView,
  device: Place,
  { maker: { identity }, brand }: { readonly maker: Mention; readonly brand: Mention },
  shown: string,
): Identity {
  if (identity.kind === "blank" && !brand.stated)
    return { kind: "blank", key: `blank:product_origin:${shown}` };
  if (identity.kind !== "company" && identity.kind !== "own") {
    return unresolvedCompany({ kind: "unknown", suggestions: [] }, shown, [REGISTER_STEPS.noMaker(shown)]);
  }
  if (identity.kind !== "company" || identity.entity === undefined) return identity;
  if (view.registry.entity(identity.entity)?.kind === "brand") {
    return unresolvedCompany({ kind: "unknown", suggestions: [] }, shown, [
      REGISTER_STEPS.noMakerRecorded(shown),
    ]);
  }
  const others = markOwners(view, device).filter(
    ({ owners }) => owners.length > 0 && !owners.includes(identity.key),
  );
  if (others.length === 0) return identity;
  const candidates = [identity.entity, ...new Set(others.flatMap(({ owners }) => owners))];
  return unresolvedCompany(
    { kind: "ambiguous", candidates },
    shown,
    others.map(({ words }) => words),
  );
}

/** What the registry can look a mention up by. */
function entityOf({ identity, name }: Mention): string | undefined {
  if (identity.kind !== "company") return undefined;
  return identity.entity ?? (identity.resolution.kind === "unknown" ? name : undefined);
}

const sellersOf = perManifest((view): readonly string[] =>
  (items(follow(view.root, "supply_chain.parties")) ?? []).flatMap((entry) => {
    const role = textAt(child(entry, "role"));
    if (role === undefined || !SELLERS.has(role)) return [];
    const { identity } = readEntry(view, role, entry);
    return identity.kind === "company" && identity.entity !== undefined ? [identity.entity] : [];
  }),
);
