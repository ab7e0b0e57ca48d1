import type { DatedImpact, Flip, Impact, ImpactGroup, ObjectiveStanding } from "../model/impact.ts";
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
import { isolate } from "./isolate.ts";
import { oneLine } from "./visible.ts";

/** How many of one kind are named one by one. */
const MOST = 40;
/** How many steps of a path are named. */
export const MOST_STEPS = 4;
/** How many groups are named. */
const MOST_GROUPS = 10;

/** What a change does to systems, as lines for a terminal. */
export function renderImpactText(impact: Impact): string {
  const { manifests, unread, dates, later } = impact;
  return [
    `What the change does to ${counted(manifests, "system that stays as it is", "systems that stay as they are")}`,
    ...(unread.length === 0 ? [] : [`  not read: ${some(unread)}`]),
    ...causeLines(impact),
    ...dates.flatMap((dated) => datedLines(dated, manifests)),
    ...(later.length === 0 ? [] : ["", `It also takes effect on ${some(later)}, which was not looked at.`]),
    "",
  ].join("\n");
}

function causeLines({ cause }: Impact): readonly string[] {
  const { rules, ladder, registry, waivers, arrangements, plan, limits } = cause;
  const parts = [
    ...(rules.length === 0 ? [] : [`rules: ${some(rules)}`]),
    ...(ladder ? ["the tier ladder"] : []),
    ...registry.slice(0, MOST_GROUPS).map((entry) => `registry, ${entryWords(entry)}`),
    ...(registry.length > MOST_GROUPS
      ? [`and ${registry.length - MOST_GROUPS} more entries of the registry`]
      : []),
    ...(waivers.length === 0 ? [] : [`waivers and approvals: ${some(waivers)}`]),
    ...(arrangements.length === 0 ? [] : [`arrangements: ${some(arrangements)}`]),
    ...(plan ? ["the plan"] : []),
    ...(limits ? ["how long and how often waivers may last"] : []),
  ];
  return parts.length === 0
    ? ["  nothing that decides a verdict differs"]
    : ["  what differs", ...parts.map((part) => line(4, part))];
}

function datedLines(dated: DatedImpact, manifests: number): readonly string[] {
  const { date, evaluated, rows, flips, verdicts, waivers, objectives, by } = dated;
  const judged = `${evaluated} of ${counted(manifests, "system", "systems")} judged by both`;
  return [
    "",
    `On ${date}: ${flipCounts(countsOf(flips))}`,
    `  ${rows === 0 ? judged : `${judged}, ${counted(rows, "row of a set", "rows of sets")}`}`,
    ...FLIP_ORDER.flatMap((kind) =>
      flipLines(
        FLIPS[kind],
        flips.filter((flip) => flip.kind === kind),
      ),
    ),
    ...section(
      "verdicts",
      verdicts.map(({ manifest, before, after, tiers }) => {
        const tier =
          tiers.before === tiers.after
            ? ""
            : `, tier ${tiers.before ?? "undecided"} to ${tiers.after ?? "undecided"}`;
        return `\`${manifest}\`: ${before} before, ${after} after${tier}`;
      }),
    ),
    ...section(
      "waivers and approvals",
      waivers.map(({ kind, id, rule, manifest, reason }) => {
        const why = reason === null ? "" : `: ${reason}`;
        return `\`${id}\` for \`${rule}\` of \`${manifest}\` ${WAIVER_FATES[kind]}${why}`;
      }),
    ),
    ...section(
      "objectives",
      objectives.map(
        ({ id, title, kind, unit, before, after }) =>
          `\`${id}\` ${textIn(title, "en")}: ${kind}, ${objectiveWords(before, unit)} before, ${objectiveWords(after, unit)} after`,
      ),
    ),
    ...groupLines("by municipality", by.municipality),
    ...groupLines("by tier", by.tier),
    ...groupLines("by vendor", by.vendor),
  ];
}

/** How many flips there are of each kind. */
export function countsOf(flips: readonly Flip[]): ImpactGroup["flips"] {
  const counts = { "newly-failing": 0, "newly-unknown": 0, "newly-passing": 0, changed: 0 };
  for (const { kind } of flips) counts[kind] += 1;
  return counts;
}

/** `86.7 percent of 100, open`. */
export function objectiveWords(standing: ObjectiveStanding | null, unit: string | null): string {
  if (standing === null) return "not there";
  const { measured, target, standing: state } = standing;
  const of = target === null ? "" : ` (target ${target})`;
  return `${measured ?? "not measured"}${unit === null || measured === null ? "" : ` ${unit}`}${of}, ${state.replaceAll("-", " ")}`;
}

function flipLines(title: string, flips: readonly Flip[]): readonly string[] {
  if (flips.length === 0) return [];
  const shown = flips
    .slice(0, MOST)
    .flatMap((flip) => [
      line(
        4,
        `${flip.rule} ${flip.manifest}: ${standingWords(flip.before)} before, ${standingWords(flip.after)} after`,
      ),
      line(6, `${flip.file}:${flip.line}: ${flip.message}`),
      ...(flip.path.length === 0 ? [] : [line(6, `path: ${some(flip.path, MOST_STEPS)}`)]),
      ...flip.through.map((entry) => line(6, `through ${entry}`)),
    ]);
  return [`  ${title}`, ...shown, ...left(flips.length - MOST)];
}

function section(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  return [`  ${title}`, ...items.slice(0, MOST).map((item) => line(4, item)), ...left(items.length - MOST)];
}

function groupLines(title: string, groups: readonly ImpactGroup[]): readonly string[] {
  if (groups.length === 0) return [];
  const shown = groups
    .slice(0, MOST_GROUPS)
    .map(({ name, systems, flips }) =>
      line(4, `${name}: ${counted(systems, "system", "systems")}; ${flipCounts(flips)}`),
    );
  return [`  ${title}`, ...shown, ...left(groups.length - MOST_GROUPS)];
}

function line(indent: number, text: string): string {
  return `${" ".repeat(indent)}${isolate(oneLine(text))}`;
}

function left(count: number): readonly string[] {
  return count > 0 ? [`    and ${count} more; \`--format json\` has them all`] : [];
}
