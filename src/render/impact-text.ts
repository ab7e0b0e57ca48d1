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
import { countsOf, MOST_STEPS, objectiveWords, waiverWords } from "./impact-words.ts";
import { isolate } from "./isolate.ts";
import { oneLine } from "./visible.ts";
import { sentence } from "./words.ts";

/** How many of one kind are named one by one. */
const MOST = 40;
/** How many groups are named. */
const MOST_GROUPS = 10;

/** What a change does to systems, as lines for a terminal. */
export function renderImpactText(impact: Impact, language: Language): string {
  const { manifests, unread, dates, later } = impact;
  const say = sayChangeIn(language);
  return [
    line(0, say("looksAt", { n: manifests })),
    ...(unread.length === 0 ? [] : [line(2, say("notRead", { files: some(unread, say) }))]),
    ...causeLines(impact, say),
    ...dates.flatMap((dated) => datedLines(dated, manifests, say, language)),
    ...(later.length === 0 ? [] : ["", line(0, `${sentence(say("alsoOn", { days: some(later, say) }))}.`)]),
    "",
  ].join("\n");
}

function causeLines({ cause }: Impact, say: SayChange): readonly string[] {
  const { rules, ladder, registry, waivers, arrangements, plan, limits } = cause;
  const more = registry.length - MOST_GROUPS;
  const parts = [
    ...(rules.length === 0 ? [] : [say("rulesDiffer", { rules: some(rules, say) })]),
    ...(ladder ? [say("ladder")] : []),
    ...registry.slice(0, MOST_GROUPS).map((entry) => say("registryEntry", { entry: entryWords(entry, say) })),
    ...(more > 0 ? [say("moreEntries", { n: more })] : []),
    ...(waivers.length === 0 ? [] : [say("waiversDiffer", { ids: some(waivers, say) })]),
    ...(arrangements.length === 0 ? [] : [say("arrangementsDiffer", { ids: some(arrangements, say) })]),
    ...(plan ? [say("plan")] : []),
    ...(limits ? [say("limits")] : []),
  ];
  return parts.length === 0
    ? [line(2, say("nothingDiffers"))]
    : [line(2, say("whatDiffers")), ...parts.map((part) => line(4, part))];
}

function datedLines(
  dated: DatedImpact,
  manifests: number,
  say: SayChange,
  language: Language,
): readonly string[] {
  const { date, evaluated, rows, flips, verdicts, waivers, objectives, by } = dated;
  return [
    "",
    line(0, say("onDay", { date, counts: flipCounts(countsOf(flips), say) })),
    line(2, judgedWords(evaluated, manifests, rows, say)),
    ...FLIP_ORDER.flatMap((kind) =>
      flipLines(
        flipWord(kind, say),
        flips.filter((flip) => flip.kind === kind),
        say,
      ),
    ),
    ...section(
      say("verdicts"),
      verdicts.map(({ manifest, before, after, tiers }) => {
        const step = { before: tiers.before ?? say("undecided"), after: tiers.after ?? say("undecided") };
        const tier = tiers.before === tiers.after ? "" : `${say("comma")}${say("tierStep", step)}`;
        return `\`${manifest}\`: ${say("wasIs", { before: say(before), after: say(after) })}${tier}`;
      }),
      say,
    ),
    ...section(
      say("waivers"),
      waivers.map((waiver) => {
        const said = waiverWords(waiver, (text) => `\`${text}\``, say);
        return waiver.reason === null ? said : `${said}: ${waiver.reason}`;
      }),
      say,
    ),
    ...section(
      say("objectives"),
      objectives.map((objective) => objectiveWords(objective, `\`${objective.id}\``, say, language)),
      say,
    ),
    ...groupLines(say("byMunicipality"), by.municipality, say),
    ...groupLines(say("byTier"), by.tier, say),
    ...groupLines(say("byVendor"), by.vendor, say),
  ];
}

function flipLines(title: string, flips: readonly Flip[], say: SayChange): readonly string[] {
  if (flips.length === 0) return [];
  const shown = flips.slice(0, MOST).flatMap((flip) => {
    const [before, after] = [standingWords(flip.before, say), standingWords(flip.after, say)];
    return [
      line(4, `${flip.rule} ${flip.manifest}: ${say("wasIs", { before, after })}`),
      line(6, `${flip.file}:${flip.line}: ${flip.message}`),
      ...(flip.path.length === 0 ? [] : [line(6, say("path", { path: some(flip.path, say, MOST_STEPS) }))]),
      ...flip.through.map((entry) => line(6, say("through", { entry }))),
    ];
  });
  return [line(2, title), ...shown, ...left(flips.length - MOST, say)];
}

function section(title: string, items: readonly string[], say: SayChange): readonly string[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, MOST).map((item) => line(4, item));
  return [line(2, title), ...shown, ...left(items.length - MOST, say)];
}

function groupLines(title: string, groups: readonly ImpactGroup[], say: SayChange): readonly string[] {
  if (groups.length === 0) return [];
  const shown = groups
    .slice(0, MOST_GROUPS)
    .map(({ name, systems, flips }) =>
      line(4, `${name}: ${say("systemCount", { n: systems })}${say("semicolon")}${flipCounts(flips, say)}`),
    );
  return [line(2, title), ...shown, ...left(groups.length - MOST_GROUPS, say)];
}

function line(indent: number, text: string): string {
  return `${" ".repeat(indent)}${isolate(oneLine(text))}`;
}

function left(count: number, say: SayChange): readonly string[] {
  return count > 0 ? [line(4, say("inJson", { what: say("andMore", { n: count }) }))] : [];
}
