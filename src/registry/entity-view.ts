import type { Entity, EntityName } from "../model/generated/registry.ts";
import type { EntityView } from "../model/registry.ts";
import { namesOf } from "./name-index.ts";

const SHOWN: ReadonlySet<EntityName["kind"]> = new Set(["brand", "acronym", "common"]);

/** An entity as others see it, its kind read from its id where it states none. */
export function viewEntity(entity: Entity, ouis: readonly string[]): EntityView {
  return {
    id: entity.id,
    name: displayName(entity.id, entity),
    jurisdiction: entity.jurisdiction ?? undefined,
    kind: entity.kind ?? kindOf(entity.id),
    stateOwned: entity.state_owned ?? undefined,
    names: [...new Set(namesOf(entity).map(({ text }) => text))],
    ouis,
    reply: entity.reply,
    fictional: entity.fictional === true,
  };
}

/** The short English name of an entity, else its legal name, else any name, else its id. */
export function displayName(id: string, entity: Entity | undefined): string {
  const short = entity?.names?.find(({ lang, kind }) => lang === "en" && SHOWN.has(kind));
  return short?.text ?? entity?.legal_name ?? entity?.names?.[0]?.text ?? id;
}

function kindOf(id: string): EntityView["kind"] {
  if (id.startsWith("brand:")) return "brand";
  return id.startsWith("body:") ? "state_body" : "company";
}
