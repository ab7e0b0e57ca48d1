import type { Registry, Resolution } from "../model/registry.ts";
import { isPublicBody } from "./recipient-kind.ts";

/** Who a mention in a manifest speaks of. `key` is the same wherever the same party is named. */
export type Identity =
  | { readonly kind: "blank" | "none" | "own"; readonly key: string }
  | { readonly kind: "public_body"; readonly key: string }
  | {
      readonly kind: "company";
      readonly key: string;
      readonly resolution: Resolution;
      /** The registry entity, only where the look-up resolved. */
      readonly entity: string | undefined;
      /** Why the look-up did not resolve, or the steps that led to the entity. */
      readonly path: readonly string[];
    };

/** A party as it is written; `undefined` for what is blank. */
export interface Written {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly identifiers: Readonly<Record<string, string>> | undefined;
}

/** Roles in which a public body would stand for a product's maker; there it has to be a company of the registry. */
const PRODUCT_ROLES = new Set([
  "manufacturer",
  "brand",
  "importer",
  "product_origin",
  "soc",
  "radio",
  "firmware",
  "component",
  "sdk",
  "preinstalled_app",
  "cable_supplier",
]);

/** Finds out who is meant. An id goes before a name; where the two lead to different parties neither is taken. */
export function identify(
  { id, name, identifiers }: Written,
  role: string | undefined,
  registry: Registry,
): Identity {
  if (id === "none" || (id === undefined && name === "none")) {
    return name === undefined || name === "none"
      ? nobody("none", role)
      : contradiction(`${id} beside ${name}`, name);
  }
  if (id === undefined && name === undefined && identifiers === undefined) return nobody("blank", role);
  if (name === "none") return contradiction(`${id} beside none`, id ?? name);
  if (id === "self") return { kind: "own", key: "self" };
  if (id !== undefined && isPublicBody(id) && !PRODUCT_ROLES.has(role ?? ""))
    return { kind: "public_body", key: id };
  return company({ id, name, identifiers }, registry);
}

/** A company the registry has under this id. */
export function resolvedCompany(entity: string, path: readonly string[]): Identity {
  return { kind: "company", key: entity, resolution: { kind: "resolved", entity, by: "id" }, entity, path };
}

/** A company that stays open, and why. */
export function unresolvedCompany(
  resolution: Resolution,
  written: string,
  path: readonly string[],
): Identity {
  return { kind: "company", key: `unresolved:${fold(written)}`, resolution, entity: undefined, path };
}

function nobody(kind: "blank" | "none", role: string | undefined): Identity {
  return { kind, key: `${kind}:${role ?? ""}` };
}

function contradiction(what: string, written: string): Identity {
  return unresolvedCompany({ kind: "ambiguous", candidates: [] }, written, [
    `two answers are written: ${what}`,
  ]);
}

function company(written: Written, registry: Registry): Identity {
  const { id, name } = written;
  const shown = id ?? name ?? Object.values(written.identifiers ?? {}).join(" ");
  const resolution = registry.resolve(written);
  if (id !== undefined && name !== undefined) {
    const byName = registry.resolve({ name });
    if (byName.kind === "confusable") return unresolvedCompany(byName, shown, explain(byName, name));
    const other =
      byName.kind === "resolved" && resolution.kind === "resolved" && byName.entity !== resolution.entity;
    if (other) {
      const candidates = [resolution.entity, byName.entity];
      const names = candidates.map((candidate) => registry.entity(candidate)?.name ?? candidate);
      return unresolvedCompany({ kind: "ambiguous", candidates }, shown, [
        `${id} is ${names[0]}, ${name} is ${names[1]}`,
      ]);
    }
  }
  if (resolution.kind !== "resolved") return unresolvedCompany(resolution, shown, explain(resolution, shown));
  return { kind: "company", key: resolution.entity, resolution, entity: resolution.entity, path: [] };
}

function explain(resolution: Resolution, shown: string): readonly string[] {
  switch (resolution.kind) {
    case "ambiguous":
      return [`${shown} may be ${resolution.candidates.join(" or ")}`];
    case "confusable":
      return [`${shown} looks like ${resolution.known} but is written with other letters`];
    case "unknown":
      return [
        `the registry does not know ${shown}`,
        ...resolution.suggestions.map((near) => `near: ${near}`),
      ];
    case "resolved":
      return [];
  }
}

function fold(written: string): string {
  return written.normalize("NFKC").trim().toLowerCase();
}
