import type { Texts } from "../model/language.ts";
import type { Registry, Resolution } from "../model/registry.ts";
import { isPublicBody } from "./recipient-kind.ts";
import { REGISTER_STEPS } from "./register-steps.ts";

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
      readonly path: readonly Texts[];
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

/** Roles in which data may pass to a public body of any country. */
const RECEIVING = new Set(["data_access", "link"]);

/**
 * Finds out who is meant. An id goes before a name; where the two lead to different parties neither is taken.
 * A public body of another country than `home` may receive data, and in any other role is a company like others.
 */
export function identify(
  { id, name, identifiers }: Written,
  role: string | undefined,
  registry: Registry,
  home?: string,
): Identity {
  if (id === "none" || (id === undefined && name === "none")) {
    return name === undefined || name === "none"
      ? nobody("none", role)
      : contradiction(id ?? "none", name, name);
  }
  if (id === undefined && name === undefined && identifiers === undefined) return nobody("blank", role);
  if (name === "none") return contradiction(id ?? "", "none", id ?? name);
  const own = id === "self";
  if (id !== undefined && (own || isPublicBody(id, RECEIVING.has(role ?? "") ? undefined : home))) {
    // The municipality's own name is in no registry; a company beside it is a second answer.
    const beside = [{ name }, { identifiers }].map((other) => resolveBeside(other, registry));
    if (beside.some((other) => other !== undefined && other.kind !== "unknown"))
      return contradiction(id, name ?? Object.values(identifiers ?? {}).join(" "), name ?? id);
    if (own) return { kind: "own", key: "self" };
    if (!PRODUCT_ROLES.has(role ?? "")) return { kind: "public_body", key: id };
  }
  return company({ id, name, identifiers }, registry);
}

/** A company the registry has under this id. */
export function resolvedCompany(entity: string, path: readonly Texts[]): Identity {
  return { kind: "company", key: entity, resolution: { kind: "resolved", entity, by: "id" }, entity, path };
}

/** A company that stays open, and why. */
export function unresolvedCompany(resolution: Resolution, written: string, path: readonly Texts[]): Identity {
  return { kind: "company", key: `unresolved:${fold(written)}`, resolution, entity: undefined, path };
}

function nobody(kind: "blank" | "none", role: string | undefined): Identity {
  return { kind, key: `${kind}:${role ?? ""}` };
}

function contradiction(one: string, other: string, written: string): Identity {
  return unresolvedCompany({ kind: "ambiguous", candidates: [] }, written, [
    REGISTER_STEPS.twoAnswers(one, other),
  ]);
}

function company(written: Written, registry: Registry): Identity {
  const { id, name, identifiers } = written;
  const numbers = Object.values(identifiers ?? {}).join(" ");
  const shown = id ?? name ?? numbers;
  const resolution = registry.resolve(written);
  for (const beside of [{ name }, { identifiers }]) {
    const other = resolveBeside(beside, registry);
    if (other?.kind === "confusable") return unresolvedCompany(other, shown, explain(other, name ?? shown));
    const agrees = resolution.kind !== "resolved" || other?.kind !== "resolved";
    if (agrees || resolution.entity === other.entity) continue;
    const candidates = [resolution.entity, other.entity];
    const names = candidates.map((candidate) => registry.entity(candidate)?.name ?? candidate);
    return unresolvedCompany({ kind: "ambiguous", candidates }, shown, [
      REGISTER_STEPS.twoCompanies([
        [id ?? numbers, names[0] ?? ""],
        [beside.name ?? numbers, names[1] ?? ""],
      ]),
    ]);
  }
  if (resolution.kind !== "resolved") return unresolvedCompany(resolution, shown, explain(resolution, shown));
  return { kind: "company", key: resolution.entity, resolution, entity: resolution.entity, path: [] };
}

/** Who a name or a number speaks of on its own; `undefined` where there is none. */
function resolveBeside(
  { name, identifiers }: Partial<Pick<Written, "name" | "identifiers">>,
  registry: Registry,
): Resolution | undefined {
  return name === undefined && identifiers === undefined
    ? undefined
    : registry.resolve({ name, identifiers });
}

function explain(resolution: Resolution, shown: string): readonly Texts[] {
  switch (resolution.kind) {
    case "ambiguous":
      return [REGISTER_STEPS.mayBe(shown, resolution.candidates)];
    case "confusable":
      return [REGISTER_STEPS.looksLike(shown, resolution.known)];
    case "unknown":
      return [REGISTER_STEPS.notKnown(shown), ...resolution.suggestions.map(REGISTER_STEPS.near)];
    case "resolved":
      return [];
  }
}

function fold(written: string): string {
  return written.normalize("NFKC").trim().toLowerCase();
}
