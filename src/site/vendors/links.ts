import { pageFile } from "../page.ts";
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

/** An entity by its name, linked to what the register says of it; `page` is empty on the register itself. */
export function entityLink(id: string, setting: PageSetting, page = registerPage(setting)): string {
  const { register, language } = setting;
  return `[${named(register.nameOf(id), language)}](${page}#${entityAnchor(id)})`;
}

/** A list by the name rules call it, else by its title. */
export function listLink(id: string, setting: PageSetting, page = registerPage(setting)): string {
  return `[${listName(id, setting)}](${page}#${listAnchor(id)})`;
}

export function listName(id: string, { register, language, policies }: PageSetting): string {
  const label = policies.vocabulary.facts.get("listing.list")?.valueLabels.get(id)?.[language];
  return named(label ?? register.tables.lists.get(id)?.title ?? id, language);
}

/** Keys of sources, each linked to where the register describes it. */
export function sourceLinks(keys: readonly string[], { language, words }: PageSetting): string {
  return keys.map((key) => `[${code(key, language)}](#${sourceAnchor(key)})`).join(words("and"));
}

function registerPage({ language }: PageSetting): string {
  return pageFile("vendors", language);
}
