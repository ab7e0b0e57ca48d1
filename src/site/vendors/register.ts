import type { Document } from "../../model/document.ts";
import type { RegistryDocument } from "../../model/generated/registry.ts";
import { displayName } from "../../registry/entity-view.ts";
import { mergeTables, type Tables } from "../../registry/tables.ts";

/** The vendor register as it is written, on no date: all files as one, with the names its pages use. */
export interface Register {
  readonly tables: Tables;
  nameOf(entity: string): string;
  /** Invented for examples, whether an entity or a source. */
  isInvented(entityOrSource: string): boolean;
  /** Whether a fact was compared with its primary text: what it says itself, else what all its sources say. */
  isRead(fact: { readonly verified?: boolean | undefined }, sources: readonly string[]): boolean;
}

/** Joins the files of a register. */
export function registerOf(files: readonly Document<RegistryDocument>[]): Register {
  const tables = mergeTables(files.map(({ value }) => value));
  const { entities, sources } = tables;
  return {
    tables,
    nameOf: (id) => displayName(id, entities.get(id)),
    isInvented: (id) => entities.get(id)?.fictional === true || sources.get(id)?.kind === "fictional",
    isRead: ({ verified }, keys) => verified ?? keys.every((key) => sources.get(key)?.verified === true),
  };
}
