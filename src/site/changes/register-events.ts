import { countryName } from "../country-name.ts";
import type { PageSetting } from "../page-setting.ts";
import { code, english, prose } from "../prose.ts";
import { edgeWords, shareWords } from "../vendors/edges-part.ts";
import { entityLink, listLink } from "../vendors/links.ts";
import { type DatedEvent, eventsByDate } from "./dated-event.ts";

/** What begins or ends in the vendor register: lists and their entries, relations, laws, vulnerabilities and clean carriers. */
export function registerEvents(setting: PageSetting): readonly DatedEvent[] {
  return [
    ...listEvents(setting),
    ...[...setting.register.tables.lists.keys()].flatMap((list) => entryEvents(list, setting)),
    ...edgeEvents(setting),
    ...lawEvents(setting),
    ...flawEvents(setting),
    ...carrierEvents(setting),
  ];
}

/** Names of companies, laws and categories hold commas of their own. */
function joined(items: readonly string[]): string {
  return items.join(" · ");
}

function listEvents(setting: PageSetting): readonly DatedEvent[] {
  const lists = [...setting.register.tables.lists.values()];
  const on = (key: "from" | "to") =>
    lists.map((list) => ({ date: list[key], item: listLink(list.id, setting) }));
  return [...eventsByDate("on-list", on("from"), joined), ...eventsByDate("on-list-end", on("to"), joined)];
}

/** Entries of one list, all that fall on one date together. */
function entryEvents(list: string, setting: PageSetting): readonly DatedEvent[] {
  const { register, language, say } = setting;
  const own = register.tables.listings.filter(
    (entry) => entry.list === list && !(entry.entity !== undefined && register.isInvented(entry.entity)),
  );
  const on = (key: "from" | "to") =>
    own.map(({ entity, category, [key]: date }) => ({
      date,
      item: entity === undefined ? english(category ?? "", language) : entityLink(entity, setting),
    }));
  const within = (items: readonly string[]) =>
    say("labelled", { label: listLink(list, setting), text: joined(items) });
  return [
    ...eventsByDate("on-listing", on("from"), within),
    ...eventsByDate("on-listing-end", on("to"), within),
  ];
}

function edgeEvents(setting: PageSetting): readonly DatedEvent[] {
  const { register } = setting;
  return register.tables.edges
    .filter(({ from, to }) => !register.isInvented(from) && !register.isInvented(to))
    .flatMap((edge): readonly DatedEvent[] => {
      const share = shareWords(edge.percent, setting);
      const which = `${edgeWords(edge, setting)}${share === "" ? "" : ` (${share})`}`;
      return [
        ...(edge.from_date ? [{ date: edge.from_date, what: "on-edge", which } as const] : []),
        ...(edge.to_date ? [{ date: edge.to_date, what: "on-edge-end", which } as const] : []),
      ];
    });
}

function lawEvents(setting: PageSetting): readonly DatedEvent[] {
  const { register, language, say, addresses } = setting;
  return [...register.tables.jurisdictions.values()].flatMap(({ country, flags, sources }) => {
    if (sources.every((key) => register.isInvented(key))) return [];
    const name = prose(countryName(country, language), language);
    const label = `[${name}](${addresses.laws(country)})`;
    const within = (items: readonly string[]) => say("labelled", { label, text: joined(items) });
    const on = (key: "from" | "to") =>
      (flags ?? []).map(({ law, [key]: date }) => ({ date, item: english(law, language) }));
    return [...eventsByDate("on-law", on("from"), within), ...eventsByDate("on-law-end", on("to"), within)];
  });
}

function flawEvents(setting: PageSetting): readonly DatedEvent[] {
  const { register, language, addresses } = setting;
  const real = register.tables.vulnerabilities.filter(({ source }) => !register.isInvented(source));
  const items = real.map(({ id, listed_on }) => ({
    date: listed_on,
    item: `[${code(id, language)}](${addresses.vulnerabilities()})`,
  }));
  return eventsByDate("on-flaw", items, joined);
}

function carrierEvents(setting: PageSetting): readonly DatedEvent[] {
  const { register } = setting;
  const clean = register.tables.carriers.filter(
    ({ entity, clean }) => clean === true && !register.isInvented(entity),
  );
  const on = (key: "from" | "to") =>
    clean.map(({ entity, [key]: date }) => ({ date, item: entityLink(entity, setting) }));
  return [
    ...eventsByDate("on-carrier", on("from"), joined),
    ...eventsByDate("on-carrier-end", on("to"), joined),
  ];
}
