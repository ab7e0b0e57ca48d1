import type { DatedImpact, Flip, Impact, ImpactGroup } from "../model/impact.ts";
import { textIn } from "../model/language.ts";
import {
  counted,
  entryWords,
  FLIP_ORDER,
  FLIPS,
  flipCounts,
  some,
  standingWords,
  WAIVER_FATES,
} from "./change-words.ts";
import { codeSpan } from "./code-span.ts";
import { fitItems } from "./fit-items.ts";
import { countsOf, MOST_STEPS, objectiveWords } from "./impact-text.ts";
import { inline } from "./inline.ts";
import { table, tableHead, tableRow } from "./table.ts";

/** Bytes of Markdown the flips of one date, and each other part of it, take at most; what does not fit is counted. */
const ROOM = { flips: 8_000, other: 3_000 } as const;

/** What a change does to systems, as Markdown: for each date the flips, and tables by municipality, tier and vendor. */
export function renderImpactMarkdown(impact: Impact): string {
  const { manifests, unread, cause, dates, later } = impact;
  const parts = [
    "### What it does",
    `${counted(manifests, "system", "systems")} looked at, which ${manifests === 1 ? "stays as it is" : "stay as they are"}.`,
    unread.length === 0 ? "" : `Not read: ${some(unread.map(codeSpan))}.`,
    bullets(
      cause.registry.map((entry) => inline(`registry, ${entryWords(entry)}`)),
      ROOM.other,
    ),
    ...dates.map((dated) => datedPart(dated, manifests)),
    later.length === 0 ? "" : `It also takes effect on ${some(later)}, which was not looked at.`,
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function datedPart(dated: DatedImpact, manifests: number): string {
  const { date, evaluated, flips, verdicts, waivers, objectives, by } = dated;
  const parts = [
    `**On ${date}: ${flipCounts(countsOf(flips))}.** ${evaluated} of ${counted(manifests, "system", "systems")} judged by both.`,
    groupTable("municipality", by.municipality),
    ...FLIP_ORDER.map((kind) =>
      flipList(
        kind,
        flips.filter((flip) => flip.kind === kind),
      ),
    ),
    verdicts.length === 0
      ? ""
      : table(
          ["manifest", "before", "after"],
          verdicts.map(({ manifest, before, after }) => [codeSpan(manifest), before, after]),
        ),
    bullets(
      waivers.map(({ kind, id, rule, manifest, reason }) => {
        const why = reason === null ? "" : `: ${inline(reason)}`;
        return `${codeSpan(id)} for ${codeSpan(rule)} of ${codeSpan(manifest)} ${WAIVER_FATES[kind]}${why}`;
      }),
      ROOM.other,
    ),
    bullets(
      objectives.map(
        ({ id, title, kind, unit, before, after }) =>
          `${codeSpan(id)} ${inline(textIn(title, "en"))}: ${kind}, ${inline(objectiveWords(before, unit))} before, ${inline(objectiveWords(after, unit))} after`,
      ),
      ROOM.other,
    ),
    groupTable("tier", by.tier),
    groupTable("vendor", by.vendor),
  ];
  return parts.filter((part) => part !== "").join("\n\n");
}

function flipList(kind: Flip["kind"], flips: readonly Flip[]): string {
  if (flips.length === 0) return "";
  const items = flips.map((flip) => {
    const path = flip.path.length === 0 ? "" : `\n  - path: ${inline(some(flip.path, MOST_STEPS))}`;
    const through = flip.through.length === 0 ? "" : `\n  - through ${flip.through.map(inline).join(" · ")}`;
    const stands = `${standingWords(flip.before)} before, ${standingWords(flip.after)} after`;
    return `- ${codeSpan(flip.rule)} ${codeSpan(`${flip.file}:${flip.line}`)} ${stands}: ${inline(flip.message)}${path}${through}`;
  });
  return `${FLIPS[kind]}:\n\n${fitted(items, ROOM.flips)}`;
}

function groupTable(title: string, groups: readonly ImpactGroup[]): string {
  if (groups.length === 0) return "";
  const head = tableHead([title, "systems", ...FLIP_ORDER.map((kind) => FLIPS[kind])]);
  const rows = groups.map(({ name, systems, flips }) =>
    tableRow([inline(name), String(systems), ...FLIP_ORDER.map((kind) => String(flips[kind]))]),
  );
  return `${head}\n${fitted(rows, ROOM.other)}`;
}

function bullets(items: readonly string[], room: number): string {
  return fitted(
    items.map((item) => `- ${item}`),
    room,
  );
}

function fitted(items: readonly string[], room: number): string {
  const { text, left } = fitItems(items, room);
  return left === 0 ? text : `${text}\n\nand ${left} more`;
}
