import { viewEntity } from "../../registry/entity-view.ts";
import { table } from "../../render/table.ts";
import { countryName } from "../country-name.ts";
import type { PageSetting } from "../page-setting.ts";
import { prose } from "../prose.ts";
import { spanWords } from "./dates.ts";
import { entityLink, listLink } from "./links.ts";

/** Every entry that is not invented, by name, with its country, what it is and the lists that name it or did. */
export function vendorIndex(setting: PageSetting): readonly string[] {
  const { register, language, say } = setting;
  const { entities, listings } = register.tables;
  const shown = [...entities.values()]
    .filter(({ id }) => !register.isInvented(id))
    .map((entity) => ({ entity, sortedBy: register.nameOf(entity.id).toLowerCase() }))
    .sort((a, b) => (a.sortedBy < b.sortedBy ? -1 : 1));
  if (shown.length === 0) return [];
  const rows = shown.map(({ entity }) => {
    const named = listings.filter((listing) => listing.entity === entity.id);
    const lists = named.map(({ list, to }) => spanWords(listLink(list, setting, true), null, to, setting));
    return [
      entityLink(entity.id, setting, true),
      entity.jurisdiction === null ? "" : prose(countryName(entity.jurisdiction, language), language),
      say(`entity-${viewEntity(entity, []).kind}`),
      [...new Set(lists)].join(" · "),
    ];
  });
  return [table([say("name"), say("country"), say("kind"), say("listingsHead")], rows)];
}
