import type { Jurisdiction } from "../../model/generated/registry.ts";
import { table } from "../../render/table.ts";
import { countryName } from "../country-name.ts";
import type { PageSetting } from "../page-setting.ts";
import { code, english, prose } from "../prose.ts";
import { beginCell, endCell } from "./dates.ts";
import { sourceLinks } from "./links.ts";

/** Legal profiles of countries, those invented for examples or the others: each power found, with its law and article, and the laws that bound such powers. */
export function lawsSection(setting: PageSetting, invented: boolean): readonly string[] {
  const { register, language, say } = setting;
  const profiles = [...register.tables.jurisdictions.values()]
    .filter(({ sources }) => sources.every((key) => register.isInvented(key)) === invented)
    .map((profile) => ({ profile, name: countryName(profile.country, language) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  if (profiles.length === 0) return [];
  return [
    ...(invented ? [] : [prose(say("lawsAbout"), language)]),
    ...profiles.flatMap(({ profile, name }) => [
      `<a id="law-${profile.country.toLowerCase()}"></a>`,
      `### ${prose(name, language)}`,
      ...profilePart(profile, setting),
    ]),
  ];
}

function profilePart(profile: Jurisdiction, setting: PageSetting): readonly string[] {
  const { language, say } = setting;
  const { country, as_of, flags, review = [], sources, note } = profile;
  return [
    `${code(country, language)} · ${say("asOf", { date: prose(as_of, language) })}`,
    ...(flags === null
      ? [say("notLookedInto")]
      : flags.length === 0
        ? [say("noFlags")]
        : [powers(flags, setting)]),
    ...(review.length === 0 ? [] : [say("review"), reviewTable(review, setting)]),
    `- ${say("sources")}: ${sourceLinks(sources, setting)}${note === undefined ? "" : `\n- ${say("remark")}: ${english(note, language)}`}`,
  ];
}

function powers(flags: NonNullable<Jurisdiction["flags"]>, setting: PageSetting): string {
  const { language, say, words } = setting;
  const rows = flags.map(({ flag, law, article, text, from, to, renumbered_to, source, verified }) => [
    say(`flag-${flag}`),
    english(law, language),
    renumbered_to === null
      ? english(article, language)
      : say("renumbered", { article: english(article, language), now: english(renumbered_to, language) }),
    text === undefined ? "" : english(text, language),
    beginCell(from, setting),
    endCell(to, setting),
    sourceLinks([source], setting),
    words(verified ? "yes" : "no"),
  ]);
  const head = ["power", "law", "article", "textOf", "fromDay", "ended", "facts", "read"] as const;
  return table(
    head.map((word) => say(word)),
    rows,
  );
}

function reviewTable(review: NonNullable<Jurisdiction["review"]>, setting: PageSetting): string {
  const { language, say, words } = setting;
  const rows = review.map(({ law, article, text, source, verified }) => [
    english(law, language),
    english(article, language),
    text === undefined ? "" : english(text, language),
    sourceLinks([source], setting),
    words(verified ? "yes" : "no"),
  ]);
  return table([say("law"), say("article"), say("textOf"), say("facts"), say("read")], rows);
}
