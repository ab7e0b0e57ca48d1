import type { Language } from "../model/language.ts";
import type { RuleChange, SetChange, ShownCase, ShownTierCase } from "../model/set-change.ts";
import {
  entryWords,
  outcomeWords,
  policyWords,
  type SayChange,
  sayChangeIn,
  some,
  spansWords,
} from "./change-words.ts";
import { isolate } from "./isolate.ts";
import { fileWords, packWords, statusWords, wholeWords } from "./set-change-words.ts";
import { oneLine, visible } from "./visible.ts";
import { sentence } from "./words.ts";

/** Entries of the registry that are named one by one. */
const MOST_ENTRIES = 40;

/** How two sets differ, as lines for a terminal. */
export function renderSetChangeText(change: SetChange, language: Language): string {
  const say = sayChangeIn(language);
  return [
    ...change.policies.map((policy) => isolate(policyWords(policy, say))),
    ...change.rules.flatMap((rule) => ["", ...ruleLines(rule, say)]),
    ...ladderLines(change, say),
    ...change.municipal.flatMap(({ municipality: { name, cbs_code }, rules }) => [
      "",
      isolate(`${say("inMunicipality", { name: oneLine(name) })} (${cbs_code}):`),
      ...rules.flatMap((rule) => ruleLines(rule, say).map((line) => `  ${line}`)),
    ]),
    ...list(
      say("packs"),
      change.packs.map((pack) => `\`${pack.pack}\`: ${packWords(pack, say)}`),
      say,
    ),
    ...list(
      say("files"),
      change.files.map((file) => fileWords(file, `\`${file.id}\``, say)),
      say,
    ),
    ...list(
      say("registry"),
      change.registry.map((entry) => entryWords(entry, say)),
      say,
    ),
    "",
    isolate(wholeWords(change, say)),
  ]
    .join("\n")
    .replace(/^\n+/, "")
    .concat("\n");
}

function list(title: string, items: readonly string[], say: SayChange): readonly string[] {
  if (items.length === 0) return [];
  const left = items.length - MOST_ENTRIES;
  return [
    "",
    isolate(title),
    ...items.slice(0, MOST_ENTRIES).map((item) => `  ${isolate(oneLine(item))}`),
    ...(left > 0 ? [`  ${isolate(say("inJson", { what: say("andMore", { n: left }) }))}`] : []),
  ];
}

function ruleLines(rule: RuleChange, say: SayChange): readonly string[] {
  const { rule: id, title, policy, masked_by: masks } = rule;
  const also = masks.length === 0 ? [] : [`  ${isolate(say("hidden", { rules: some(masks, say) }))}`];
  return [
    isolate(`${id} ${oneLine(title)} (${policy}): ${statusWords(rule, say)}`),
    ...caseLines("tighter", rule.tighter, say),
    ...caseLines("looser", rule.looser, say),
    ...also,
  ];
}

function caseLines(
  direction: "tighter" | "looser",
  shown: ShownCase | null,
  say: SayChange,
): readonly string[] {
  if (shown === null) return [];
  const [before, after] = [outcomeWords(shown.before, say), outcomeWords(shown.after, say)];
  return factLines(direction, shown, { before, after }, say);
}

function factLines(
  direction: "tighter" | "looser" | "higher" | "lower",
  { date, subject, facts, yaml }: Pick<ShownCase, "date" | "subject" | "facts" | "yaml">,
  outcomes: { readonly before: string; readonly after: string },
  say: SayChange,
): readonly string[] {
  return [
    `  ${isolate(say("example", { direction: say(direction), date, subject }))}`,
    ...facts.map(({ label, value }) => `    ${isolate(oneLine(`${label}: ${value}`))}`),
    `    ${isolate(say("beforeAfter", outcomes))}`,
    `    ${isolate(`${say("fragment")}:`)}`,
    ...yaml
      .trimEnd()
      .split("\n")
      .map((line) => `      ${visible(line)}`),
  ];
}

function ladderLines({ ladder }: SetChange, say: SayChange): readonly string[] {
  if (ladder === null) return [];
  const { kind, reasons, tighter, looser } = ladder;
  const tierLines = (direction: "higher" | "lower", shown: ShownTierCase | null) => {
    if (shown === null) return [];
    const tiers = { before: shown.before ?? say("undecided"), after: shown.after ?? say("undecided") };
    return factLines(direction, shown, tiers, say);
  };
  return [
    "",
    isolate(`${sentence(say("ladder"))}: ${spansWords(kind, [], reasons, say)}`),
    ...tierLines("higher", tighter),
    ...tierLines("lower", looser),
  ];
}
