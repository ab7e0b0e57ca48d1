import type { PublishedList } from "../../model/generated/registry.ts";
import type { PageSetting } from "../page-setting.ts";
import { code, english, prose } from "../prose.ts";
import { spanWords } from "./dates.ts";
import { entityLink, listAnchor, listLink, listName, sourceLinks } from "./links.ts";
import { affiliatesWords, groundWords, scopeWords, usesWords } from "./listings-part.ts";

/** The published lists: who keeps each, on what law, when it was read, how much of it is here, and whom it names. */
export function listsSection(setting: PageSetting): readonly string[] {
  return [...setting.register.tables.lists.values()].flatMap((list) => [
    `<a id="${listAnchor(list.id)}"></a>`,
    `### ${listName(list.id, setting)}`,
    listFacts(list, setting),
  ]);
}

function listFacts(list: PublishedList, setting: PageSetting): string {
  const { register, language, say, words } = setting;
  const joined = (texts: readonly string[]) => texts.join(words("and"));
  const facts: readonly (readonly [string, string])[] = [
    [say("fullName"), english(list.title, language)],
    [say("id"), code(list.id, language)],
    [say("authority"), english(list.authority, language)],
    [say("law"), list.law === undefined ? "" : english(list.law, language)],
    [say("fromDay"), list.from ? prose(list.from, language) : ""],
    [say("ended"), list.to ? prose(list.to, language) : ""],
    [
      say("supersededBy"),
      list.superseded_by === undefined ? "" : listLink(list.superseded_by, setting, true),
    ],
    [say("retrieved"), list.retrieved_on === null ? say("never") : prose(list.retrieved_on, language)],
    [say("readBefore"), joined((list.read_before ?? []).map((date) => prose(date, language)))],
    [say("coverage"), say(`coverage-${list.coverage}`)],
    [say("ground"), groundWords(list.ground, setting)],
    [say("products"), scopeWords(list.scope, setting)],
    [say("uses"), usesWords(list.use_scope, setting)],
    [say("affiliates"), affiliatesWords(list.includes_affiliates, setting)],
    [say("editions"), joined((list.editions ?? []).map((edition) => editionWords(edition, setting)))],
    [say("sources"), sourceLinks(list.sources, setting)],
    [say("read"), words(register.isRead(list, list.sources) ? "yes" : "no")],
    [say("remark"), list.note === undefined ? "" : english(list.note, language)],
  ];
  const lines = facts.flatMap(([label, text]) => (text === "" ? [] : [`- ${label}: ${text}`]));
  const { conflict } = list;
  if (conflict !== undefined)
    lines.push(
      `- ${say("conflict", { list: listName(list.id, setting), text: english(conflict.text, language), sources: sourceLinks(conflict.sources, setting) })}`,
    );
  return [...lines, ...entries(list.id, setting)].join("\n");
}

function editionWords(
  { date, rows }: NonNullable<PublishedList["editions"]>[number],
  { language, say }: PageSetting,
): string {
  const day = prose(date, language);
  return rows === null ? day : say("rows", { date: day, rows });
}

/** Whom a list names, with the dates of each entry; entries for categories apart. */
function entries(id: string, setting: PageSetting): readonly string[] {
  const { register, language, say } = setting;
  const own = register.tables.listings.filter(({ list }) => list === id);
  const named = own.flatMap(({ entity, from, to }) =>
    entity === undefined || register.isInvented(entity)
      ? []
      : [spanWords(entityLink(entity, setting, true), from, to, setting)],
  );
  const categories = own.flatMap(({ category, from, to }) =>
    category === undefined ? [] : [spanWords(english(category, language), from, to, setting)],
  );
  return [
    ...(named.length === 0 ? [] : [`- ${say("listed")}: ${named.join(" · ")}`]),
    ...(categories.length === 0 ? [] : [`- ${say("categories")}: ${categories.join(" · ")}`]),
  ];
}
