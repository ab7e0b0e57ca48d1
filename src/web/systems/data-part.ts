import type { Access } from "../../model/generated/manifest.ts";
import { COMMA, SEMICOLON } from "../../model/language.ts";
import { parseDuration } from "../../model/time/parse-duration.ts";
import { durationWords } from "../../rules/words/duration-words.ts";
import { countryName } from "../../site/country-name.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { factList } from "../parts/fact-list.ts";
import { ownWords } from "../parts/own-words.ts";
import { type Saying, sayingIn } from "../say.ts";
import { entriesOf, isNone, type Label, labelsIn } from "./labels.ts";
import type { ListedSystem } from "./listed-system.ts";
import { partyName } from "./party-name.ts";
import type { SystemInput } from "./system-input.ts";
import { SYSTEM_WORDS, type SystemWord } from "./words.ts";

/** What data a system takes, and where it lies. */
export function dataPart({ system, context, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const label = labelsIn(context, language);
  const { data } = system.manifest.value;
  const stored = entriesOf(data?.locations).map(({ country, site }) =>
    [site, country && countryName(country, language)].filter(Boolean).join(COMMA[language]),
  );
  const abroad = entriesOf(data?.transfers).map(({ country, recipient }) =>
    [country && countryName(country, language), recipient].filter(Boolean).join(COMMA[language]),
  );
  return factList([
    [say("personal"), yesOrNo(data?.personal_data, say, ["personalYes", "personalNo"])],
    ...(data?.personal_data === false
      ? []
      : ([[say("dataKinds"), dataKinds(system, label, language) || say("notStated")]] as const)),
    [say("stored"), stored.length > 0 ? list(stored, language) : say("notStated")],
    [
      say("abroad"),
      abroad.length > 0 ? list(abroad, language) : say(isNone(data?.transfers) ? "abroadNo" : "notStated"),
    ],
  ]);
}

/** The kinds of data a system takes, in words; empty where none is named. */
export function dataKinds(
  { manifest }: ListedSystem,
  label: Label,
  language: SystemInput["language"],
): string {
  const { data } = manifest.value;
  const kinds = [
    ...entriesOf(data?.kinds).map((kind) => label("system.personal_data_kinds", kind)),
    ...entriesOf(data?.highly_sensitive).map((kind) => label("system.highly_sensitive", kind)),
  ];
  return [...new Set(kinds)].join(COMMA[language]);
}

/** How long each kind of record is kept. */
export function keptPart({ system, context, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const label = labelsIn(context, language);
  const lines = system.manifest.value.data?.retention;
  if (isNone(lines)) return html`<p>${say("keepsNothing")}</p>`;
  const kept = entriesOf(lines);
  if (kept.length === 0) return html`<p>${say("keptUnknown")}</p>`;
  const columns = (["record", "period", "deletes", "whyLong"] as const).map((word) => ({ title: say(word) }));
  return dataTable(
    say("kept"),
    columns,
    kept.map(({ data, period, auto_delete: deletes, justification }) => ({
      cells: [
        data ? label("retention.data", data) : say("notStated"),
        periodWords(period, language) ?? say("notStated"),
        yesOrNo(deletes, say),
        justification && justification !== "none" ? ownWords(justification, language) : "",
      ],
    })),
    { isCaptionHidden: true },
  );
}

/** Who may see the data, and to whom it is passed on. */
export function seesPart({ system, context, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const { data, system: declared } = system.manifest.value;
  const entries = entriesOf(data?.access);
  const links = entriesOf(declared?.interfaces).filter(({ direction }) => direction !== "in");
  const columns = (["who", "role", "live", "recorded", "search", "export", "authority"] as const).map(
    (word) => ({
      title: say(word),
    }),
  );
  return html`${
    entries.length === 0
      ? html`<p>${isNone(data?.access) ? say("nobody") : say("seesUnknown")}</p>`
      : dataTable(
          say("sees"),
          columns,
          entries.map((entry) => ({ cells: accessCells(entry, { system, context, language }) })),
          { isCaptionHidden: true },
        )
  }
${factList([
  [
    say("links"),
    links.length > 0
      ? links.map(
          ({ to }, index) =>
            html`${index > 0 && COMMA[language]}${partyName({ party: to }, system, context, language)}`,
        )
      : say(isNone(declared?.interfaces) ? "linksNo" : "notStated"),
  ],
])}`;
}

function accessCells(entry: Access, { system, context, language }: SystemInput) {
  const say = sayingIn(SYSTEM_WORDS, language);
  const { party, role, live, recorded, search, export: exports, authority } = entry;
  return [
    partyName({ party }, system, context, language),
    role ? ownWords(role, language) : say("notStated"),
    ...[live, recorded, search, exports].map((may) => yesOrNo(may, say)),
    authority && authority !== "none" ? ownWords(authority, language) : say(authority ? "no" : "notStated"),
  ];
}

/** A period in words; `undefined` where none is stated. */
export function periodWords(
  period: string | null | undefined,
  language: SystemInput["language"],
): string | undefined {
  const duration = period ? parseDuration(period) : undefined;
  return duration && durationWords(duration, language);
}

function yesOrNo(
  value: boolean | null | undefined,
  say: Saying<SystemWord>,
  [yes, no]: readonly [SystemWord, SystemWord] = ["yes", "no"],
): string {
  if (value === undefined || value === null) return say("notStated");
  return say(value ? yes : no);
}

function list(items: readonly string[], language: SystemInput["language"]): Html {
  return html`${items.map((item, index) => html`${index > 0 && SEMICOLON[language]}<bdi>${item}</bdi>`)}`;
}
