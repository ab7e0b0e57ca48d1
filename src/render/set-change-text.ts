import type { RuleChange, SetChange, ShownCase, ShownTierCase } from "../model/set-change.ts";
import { counted, entryWords, outcomeWords, policyWords, some, spansWords } from "./change-words.ts";
import { isolate } from "./isolate.ts";
import { oneLine, visible } from "./visible.ts";

/** Entries of the registry that are named one by one. */
const MOST_ENTRIES = 40;

/** How two sets differ, as lines for a terminal. */
export function renderSetChangeText(change: SetChange): string {
  return [
    ...change.policies.map(policyWords),
    ...change.rules.flatMap((rule) => ["", ...ruleLines(rule)]),
    ...ladderLines(change),
    ...change.municipal.flatMap(({ municipality, rules }) => [
      "",
      `In ${municipality.name} (${municipality.cbs_code}):`,
      ...rules.flatMap((rule) => ruleLines(rule).map((line) => `  ${line}`)),
    ]),
    ...list(
      "Packs",
      change.packs.map(({ pack, before, after }) => `\`${pack}\`: ${before} before, ${after} after`),
    ),
    ...list(
      "Decisions, arrangements and overlays",
      change.files.map(({ kind, id, change: how }) => `${how}: ${kind.toLowerCase()} \`${id}\``),
    ),
    ...list("Registry", change.registry.map(entryWords)),
    "",
    wholeLine(change),
  ]
    .join("\n")
    .replace(/^\n+/, "")
    .concat("\n");
}

function list(title: string, items: readonly string[]): readonly string[] {
  if (items.length === 0) return [];
  const left = items.length - MOST_ENTRIES;
  return [
    "",
    title,
    ...items.slice(0, MOST_ENTRIES).map((item) => `  ${isolate(oneLine(item))}`),
    ...(left > 0 ? [`  and ${left} more; \`--format json\` has them all`] : []),
  ];
}

function ruleLines(rule: RuleChange): readonly string[] {
  const { rule: id, title, policy, status, kind, spans, reasons, masked_by: masks } = rule;
  const how = status === "changed" ? "" : `${status}, `;
  const also = masks.length === 0 ? [] : [`  in the whole set hidden by ${some(masks)}`];
  return [
    isolate(`${id} ${oneLine(title)} (${policy}): ${how}${spansWords(kind, spans, reasons)}`),
    ...caseLines("tighter", rule.tighter),
    ...caseLines("looser", rule.looser),
    ...also,
  ];
}

function caseLines(direction: "tighter" | "looser", shown: ShownCase | null): readonly string[] {
  if (shown === null) return [];
  const { before, after } = shown;
  return factLines(direction, shown, `before: ${outcomeWords(before)}; after: ${outcomeWords(after)}`);
}

function factLines(
  direction: string,
  { date, subject, facts, yaml }: Pick<ShownCase, "date" | "subject" | "facts" | "yaml">,
  said: string,
): readonly string[] {
  return [
    `  ${direction} on ${date}, for example: ${subject}`,
    ...facts.map(({ label, value }) => `    ${isolate(oneLine(`${label}: ${value}`))}`),
    `    ${said}`,
    "    as a fragment of a manifest:",
    ...yaml
      .trimEnd()
      .split("\n")
      .map((line) => `      ${visible(line)}`),
  ];
}

function ladderLines({ ladder }: SetChange): readonly string[] {
  if (ladder === null) return [];
  const { kind, reasons, tighter, looser } = ladder;
  const tierLines = (direction: string, shown: ShownTierCase | null) =>
    shown === null
      ? []
      : factLines(
          direction,
          shown,
          `before: ${shown.before ?? "undecided"}; after: ${shown.after ?? "undecided"}`,
        );
  return [
    "",
    `The tier ladder: ${spansWords(kind, [], reasons)}`,
    ...tierLines("higher", tighter),
    ...tierLines("lower", looser),
  ];
}

/** All rules together, and how many are the same. */
function wholeLine({ whole, unchanged, rules }: SetChange): string {
  const same = `${counted(unchanged, "rule is", "rules are")} the same`;
  if (rules.length === 0 && whole.kind === "same") return `All rules decide as before: ${same}.`;
  return `All rules together: ${spansWords(whole.kind, whole.spans, whole.reasons)}. ${same}.`;
}
