import type { RuleChange, SetChange, ShownCase, ShownTierCase } from "../model/set-change.ts";
import { counted, entryWords, outcomeWords, policyWords, some, spansWords } from "./change-words.ts";
import { codeBlock } from "./code-block.ts";
import { codeSpan } from "./code-span.ts";
import { fitItems } from "./fit-items.ts";
import { inline } from "./inline.ts";
import { table } from "./table.ts";

/** Bytes of Markdown the parts take at most; what does not fit is counted. */
const ROOM = { rules: 24_000, lists: 6_000 } as const;

/** How two sets differ, as Markdown. */
export function renderSetChangeMarkdown(change: SetChange): string {
  const { whole, unchanged, policies, rules, municipal, packs, files, registry } = change;
  const together = `All rules together: **${spansWords(whole.kind, whole.spans, whole.reasons)}**. ${counted(unchanged, "rule is", "rules are")} the same.`;
  const parts = [
    "### How it compares",
    together,
    bullets(policies.map((policy) => inline(policyWords(policy)))),
    fitted(rules.map(ruleItem), ROOM.rules),
    ladderItem(change),
    ...municipal.map(({ municipality, rules: own }) =>
      [`In ${inline(municipality.name)}:`, fitted(own.map(ruleItem), ROOM.lists)].join("\n\n"),
    ),
    packs.length === 0
      ? ""
      : table(
          ["pack", "before", "after"],
          packs.map(({ pack, before, after }) => [codeSpan(pack), before, after]),
        ),
    bullets(files.map(({ kind, id, change: how }) => `${how}: ${kind.toLowerCase()} ${codeSpan(id)}`)),
    bullets(registry.map((entry) => inline(`registry, ${entryWords(entry)}`))),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function bullets(items: readonly string[]): string {
  return fitted(
    items.map((item) => `- ${item}`),
    ROOM.lists,
  );
}

function fitted(items: readonly string[], room: number): string {
  const { text, left } = fitItems(items, room);
  return left === 0 ? text : `${text}\n\nand ${left} more`;
}

function ruleItem(rule: RuleChange): string {
  const { rule: id, title, policy, status, kind, spans, reasons, masked_by: masks } = rule;
  const how = status === "changed" ? "" : `${status}, `;
  const cases = [...caseItem("tighter", rule.tighter), ...caseItem("looser", rule.looser)];
  const also = masks.length === 0 ? [] : [`  - in the whole set hidden by ${inline(some(masks))}`];
  return [
    `- ${codeSpan(id)} ${inline(title)} (${codeSpan(policy)}): **${how}${spansWords(kind, spans, reasons)}**`,
    ...cases,
    ...also,
  ].join("\n");
}

function caseItem(direction: "tighter" | "looser", shown: ShownCase | null): readonly string[] {
  if (shown === null) return [];
  const said = `before: ${outcomeWords(shown.before)}; after: ${outcomeWords(shown.after)}`;
  return [factItem(direction, shown, said)];
}

function factItem(
  direction: string,
  { date, subject, facts, yaml }: Pick<ShownCase, "date" | "subject" | "facts" | "yaml">,
  said: string,
): string {
  const values = facts.map(({ label, value }) => inline(`${label}: ${value}`)).join("; ");
  return [
    `  - ${direction} on ${date}, for example: ${inline(subject)} (${values}): ${said}`,
    "",
    codeBlock(yaml, "yaml", "    "),
    "",
  ].join("\n");
}

function ladderItem({ ladder }: SetChange): string {
  if (ladder === null) return "";
  const item = (direction: string, shown: ShownTierCase | null) =>
    shown === null
      ? []
      : [
          factItem(
            direction,
            shown,
            `before: ${shown.before ?? "undecided"}; after: ${shown.after ?? "undecided"}`,
          ),
        ];
  return [
    `- the tier ladder: **${spansWords(ladder.kind, [], ladder.reasons)}**`,
    ...item("higher", ladder.tighter),
    ...item("lower", ladder.looser),
  ].join("\n");
}
