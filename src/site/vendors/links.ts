import type { PageSetting } from "../page-setting.ts";
import { code, named } from "../prose.ts";

/** The place of an entity in the vendor register. */
export function entityAnchor(id: string): string {
  return id.replace(":", "-");
}

export function listAnchor(id: string): string {
  return `list-${id}`;
}

export function sourceAnchor(key: string): string {
  return `source-${key.toLowerCase()}`;
}

/** An entity by its name, linked to what the register says of it; `here`: on the register itself. */
export function entityLink(id: string, setting: PageSetting, here = false): string {
  const { register, language, addresses } = setting;
  return `[${named(register.nameOf(id), language)}](${addresses.entity(id, here)})`;
}

/** A list by the name rules call it, else by its title. */
export function listLink(id: string, setting: PageSetting, here = false): string {
  return `[${listName(id, setting)}](${setting.addresses.list(id, here)})`;
}

export function listName(id: string, { register, language, policies }: PageSetting): string {
  const label = policies.vocabulary.facts.get("listing.list")?.valueLabels.get(id)?.[language];
  return named(label ?? register.tables.lists.get(id)?.title ?? id, language);
}

/** Keys of sources, each linked to where the register describes it. */
export function sourceLinks(keys: readonly string[], { language, words, addresses }: PageSetting): string {
  return keys.map((key) => `[${code(key, language)}](${addresses.source(key)})`).join(words("and"));
}
