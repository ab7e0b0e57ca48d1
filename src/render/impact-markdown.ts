import type { DatedImpact, Flip, Impact, ImpactGroup } from "../model/impact.ts";
import type { Language } from "../model/language.ts";
import {
  entryWords,
  FLIP_ORDER,
  flipCounts,
  flipWord,
  judgedWords,
  type SayChange,
  sayChangeIn,
  some,
  standingWords,
} from "./change-words.ts";
import { codeSpan } from "./code-span.ts";
import { fitItems } from "./fit-items.ts";
import { countsOf, MOST_STEPS, objectiveWords, waiverWords } from "./impact-words.ts";
import { inline } from "./inline.ts";
import { table, tableHead, tableRow } from "./table.ts";
import { sentence } from "./words.ts";

/** Bytes of Markdown the flips of one date, and each other part of it, take at most; what does not fit is counted. */
const ROOM = { flips: 8_000, other: 3_000 } as const;

/** What an impact is rendered with. `said` is the language of its messages: in any other they are left out. */
export interface ImpactMarkdownOptions {
  readonly language: Language;
  readonly said: Language;
}

/** What a change does to systems, as Markdown: for each date the flips, and tables by municipality, tier and vendor. */
export function renderImpactMarkdown(impact: Impact, { language, said }: ImpactMarkdownOptions): string {
  const { manifests, unread, cause, dates, later } = impact;
  const say = sayChangeIn(language);
  const context = { say, language, isSaid: language === said };
  const entries = context.isSaid ? cause.registry : [];
  const parts = [
    `### ${say("whatItDoes")}`,
    `${say("lookedAt", { n: manifests })}.`,
    unread.length === 0 ? "" : `${sentence(say("notRead", { files: some(unread.map(codeSpan), say) }))}.`,
    bullets(
      entries.map((entry) => inline(say("registryEntry", { entry: entryWords(entry, say) }))),
      say,
    ),
    ...dates.map((dated) => datedPart(dated, manifests, context)),
    later.length === 0 ? "" : `${sentence(say("alsoOn", { days: some(later, say) }))}.`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

interface Context {
  readonly say: SayChange;
  readonly language: Language;
  /** Whether messages, paths and reasons are in this language. */
  readonly isSaid: boolean;
}

function datedPart(dated: DatedImpact, manifests: number, context: Context): string {
  const { date, evaluated, flips, verdicts, waivers, objectives, by } = dated;
  const { say, language, isSaid } = context;
  const counts = flipCounts(countsOf(flips), say);
  const parts = [
    `**${say("onDay", { date, counts })}.** ${judgedWords(evaluated, manifests, 0, say)}.`,
    groupTable(say("municipality"), by.municipality, say),
    ...FLIP_ORDER.map((kind) =>
      flipList(
        kind,
        flips.filter((flip) => flip.kind === kind),
        context,
      ),
    ),
    verdicts.length === 0
      ? ""
      : table(
          [say("manifest"), say("before"), say("after")],
          verdicts.map(({ manifest, before, after }) => [codeSpan(manifest), say(before), say(after)]),
        ),
    bullets(
      waivers.map((waiver) => {
        const fate = waiverWords(waiver, codeSpan, say);
        return waiver.reason === null || !isSaid ? fate : `${fate}: ${inline(waiver.reason)}`;
      }),
      say,
    ),
    bullets(
      objectives.map((objective) => inline(objectiveWords(objective, `\`${objective.id}\``, say, language))),
      say,
    ),
    groupTable(say("tier"), by.tier, say),
    groupTable(say("vendor"), by.vendor, say),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function flipList(kind: Flip["kind"], flips: readonly Flip[], { say, isSaid }: Context): string {
  if (flips.length === 0) return "";
  const items = flips.map((flip) => {
    const stands = say("wasIs", {
      before: standingWords(flip.before, say),
      after: standingWords(flip.after, say),
    });
    const item = `- ${codeSpan(flip.rule)} ${codeSpan(`${flip.file}:${flip.line}`)} ${stands}`;
    if (!isSaid) return item;
    const path = say("path", { path: inline(some(flip.path, say, MOST_STEPS)) });
    const through = say("through", { entry: flip.through.map(inline).join(" · ") });
    return [
      `${item}: ${inline(flip.message)}`,
      ...(flip.path.length === 0 ? [] : [`  - ${path}`]),
      ...(flip.through.length === 0 ? [] : [`  - ${through}`]),
    ].join("\n");
  });
  return `${flipWord(kind, say)}:\n\n${fitted(items, ROOM.flips, say)}`;
}

function groupTable(title: string, groups: readonly ImpactGroup[], say: SayChange): string {
  if (groups.length === 0) return "";
  const head = tableHead([title, say("systems"), ...FLIP_ORDER.map((kind) => flipWord(kind, say))]);
  const rows = groups.map(({ name, systems, flips }) =>
    tableRow([inline(name), String(systems), ...FLIP_ORDER.map((kind) => String(flips[kind]))]),
  );
  return `${head}\n${fitted(rows, ROOM.other, say)}`;
}

function bullets(items: readonly string[], say: SayChange): string {
  return fitted(
    items.map((item) => `- ${item}`),
    ROOM.other,
    say,
  );
}

function fitted(items: readonly string[], room: number, say: SayChange): string {
  const { text, left } = fitItems(items, room);
  return left === 0 ? text : `${text}\n\n${say("andMore", { n: left })}`;
}
