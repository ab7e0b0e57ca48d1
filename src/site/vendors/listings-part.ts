import type { IncludesAffiliates, Listing } from "../../model/generated/registry.ts";
import { table } from "../../render/table.ts";
import type { PageSetting } from "../page-setting.ts";
import { english, prose } from "../prose.ts";
import { beginCell, endCell, spanWords } from "./dates.ts";
import { listLink, sourceLinks } from "./links.ts";

/** What published lists say or said of an entity, with scope, dates, source and place. */
export function listingsPart(id: string, setting: PageSetting): readonly string[] {
  const { register, say } = setting;
  const own = register.tables.listings.filter(({ entity }) => entity === id);
  if (own.length === 0) return [];
  const head = [
    "list",
    "fromDay",
    "ended",
    "ground",
    "products",
    "uses",
    "affiliates",
    "facts",
    "read",
  ] as const;
  const heads = head.map((word) => say(word));
  const lines = own.flatMap((listing) => remarks(listing, setting));
  return [
    `**${say("listingsHead")}**`,
    table(
      heads,
      own.map((listing) => listingRow(listing, setting)),
    ),
    ...(lines.length === 0 ? [] : [lines.map((line) => `- ${line}`).join("\n")]),
  ];
}

function listingRow(listing: Listing, setting: PageSetting): readonly string[] {
  const { register, language, words } = setting;
  const list = register.tables.lists.get(listing.list);
  const source = sourceLinks([listing.source], setting);
  return [
    listLink(listing.list, setting, true),
    beginCell(listing.from, setting),
    endCell(listing.to, setting),
    groundWords(listing.ground ?? list?.ground, setting),
    scopeWords(listing.scope ?? list?.scope, setting),
    usesWords(listing.use_scope ?? list?.use_scope, setting),
    affiliatesWords(listing.includes_affiliates ?? list?.includes_affiliates, setting),
    listing.provision === undefined
      ? source
      : [source, english(listing.provision, language)].join(words("and")),
    words(register.isRead(listing, [listing.source]) ? "yes" : "no"),
  ];
}

/** The ground of a listing by the word rules use for it. */
export function groundWords(ground: string | undefined, { policies, language }: PageSetting): string {
  if (ground === undefined) return "";
  const labels = policies.vocabulary.facts.get("listing.ground")?.valueLabels;
  return prose(labels?.get(ground)?.[language] ?? ground, language);
}

export function scopeWords(scope: Listing["scope"], { say, words }: PageSetting): string {
  if (scope === undefined || scope.length === 0) return say("unlimited");
  return scope.map((word) => say(`scope-${word}`)).join(words("and"));
}

export function usesWords(uses: Listing["use_scope"], { say, words }: PageSetting): string {
  if (uses === undefined || uses.length === 0) return say("unlimited");
  return uses.map((word) => say(`use-${word}`)).join(words("and"));
}

/** Whether a listing reaches companies the listed one controls, with the dates of each answer. */
export function affiliatesWords(answer: IncludesAffiliates | undefined, setting: PageSetting): string {
  const { say, words } = setting;
  if (answer === undefined || typeof answer === "boolean")
    return say(`affiliates-${answer === true ? "yes" : "no"}`);
  return answer
    .map(({ value, from, to, source }) => {
      const said = say(value === null ? "affiliates-unverified" : `affiliates-${value ? "yes" : "no"}`);
      return `${spanWords(said, from, to, setting)} ${sourceLinks([source], setting)}`;
    })
    .join(words("and"));
}

function remarks({ list: id, updated, conflict, note }: Listing, setting: PageSetting): readonly string[] {
  const { language, say, words } = setting;
  const list = listLink(id, setting, true);
  const dates = (updated ?? []).map((date) => prose(date, language)).join(words("and"));
  return [
    ...(dates === "" ? [] : [say("changedOn", { list, dates })]),
    ...(conflict === undefined
      ? []
      : [
          say("conflict", {
            list,
            text: english(conflict.text, language),
            sources: sourceLinks(conflict.sources, setting),
          }),
        ]),
    ...(note === undefined ? [] : [say("remarkOn", { relation: list, text: english(note, language) })]),
  ];
}
