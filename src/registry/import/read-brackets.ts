import type { Registry } from "../../model/registry.ts";

/** The entity of a name with brackets, or those it may mean. */
export interface ReadBrackets {
  readonly entity: string | undefined;
  readonly near: readonly string[];
}

/**
 * Reads a name such as `China State Shipbuilding Corporation (CSSC)`. It names the entity of the words outside only
 * where what stands in brackets is made of their initials or is a name of that entity too; a place or a branch in
 * brackets may mean another company, so that it only suggests.
 */
export function readBrackets(name: string, registry: Registry): ReadBrackets {
  const inside = [...name.matchAll(/\(([^()]+)\)/g)].map(([, text = ""]) => text.trim());
  if (inside.length === 0) return { entity: undefined, near: [] };
  const outside = name.replace(/\([^()]*\)/g, " ");
  const entityOf = (text: string) => {
    const found = registry.resolve({ name: text });
    return found.kind === "resolved" ? found.entity : undefined;
  };
  const entity = entityOf(outside);
  const initials = (outside.match(/\p{Lu}(?=[\p{L}'’.-])/gu) ?? []).join("");
  const means = (text: string) =>
    (/^\p{Lu}{2,}$/u.test(text) && initials.includes(text)) || entityOf(text) === entity;
  if (entity !== undefined && inside.every(means)) return { entity, near: [] };
  return { entity: undefined, near: [outside, ...inside].flatMap((text) => entityOf(text) ?? []) };
}
