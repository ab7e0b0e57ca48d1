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
import { codeBlock } from "./code-block.ts";
import { codeSpan } from "./code-span.ts";
import { fitItems } from "./fit-items.ts";
import { inline } from "./inline.ts";
import { fileWords, statusWords, wholeWords } from "./set-change-words.ts";
import { table } from "./table.ts";

/** Bytes of Markdown the parts take at most; what does not fit is counted. */
const ROOM = { rules: 24_000, lists: 6_000 } as const;

/** How two sets differ, as Markdown. */
export function renderSetChangeMarkdown(change: SetChange, language: Language): string {
  const say = sayChangeIn(language);
  const { policies, rules, municipal, packs, files, registry } = change;
  const rulesOf = (all: readonly RuleChange[], room: number) =>
    fitted(
      all.map((rule) => ruleItem(rule, say)),
      room,
      say,
    );
  const bullets = (items: readonly string[]) =>
    fitted(
      items.map((item) => `- ${item}`),
      ROOM.lists,
      say,
    );
  const parts = [
    `### ${say("howItCompares")}`,
    wholeWords(change, say, (text) => `**${text}**`),
    bullets(policies.map((policy) => inline(policyWords(policy, say)))),
    rulesOf(rules, ROOM.rules),
    ladderItem(change, say),
    ...municipal.map(({ municipality, rules: own }) =>
      [`${say("inMunicipality", { name: inline(municipality.name) })}:`, rulesOf(own, ROOM.lists)].join(
        "\n\n",
      ),
    ),
    packs.length === 0
      ? ""
      : table(
          [say("pack"), say("before"), say("after")],
          packs.map(({ pack, before, after }) => [codeSpan(pack), say(before), say(after)]),
        ),
    bullets(files.map((file) => fileWords(file, codeSpan(file.id), say))),
    bullets(registry.map((entry) => inline(say("registryEntry", { entry: entryWords(entry, say) })))),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function fitted(items: readonly string[], room: number, say: SayChange): string {
  const { text, left } = fitItems(items, room);
  return left === 0 ? text : `${text}\n\n${say("andMore", { n: left })}`;
}

function ruleItem(rule: RuleChange, say: SayChange): string {
  const { rule: id, title, policy, masked_by: masks } = rule;
  const also = masks.length === 0 ? [] : [`  - ${say("hidden", { rules: inline(some(masks, say)) })}`];
  return [
    `- ${codeSpan(id)} ${inline(title)} (${codeSpan(policy)}): **${statusWords(rule, say)}**`,
    ...caseItem("tighter", rule.tighter, say),
    ...caseItem("looser", rule.looser, say),
    ...also,
  ].join("\n");
}

function caseItem(
  direction: "tighter" | "looser",
  shown: ShownCase | null,
  say: SayChange,
): readonly string[] {
  if (shown === null) return [];
  const outcomes = { before: outcomeWords(shown.before, say), after: outcomeWords(shown.after, say) };
  return [factItem(direction, shown, outcomes, say)];
}

function factItem(
  direction: "tighter" | "looser" | "higher" | "lower",
  { date, subject, facts, yaml }: Pick<ShownCase, "date" | "subject" | "facts" | "yaml">,
  outcomes: { readonly before: string; readonly after: string },
  say: SayChange,
): string {
  const values = facts.map(({ label, value }) => inline(`${label}: ${value}`)).join(say("semicolon"));
  const example = say("example", { direction: say(direction), date, subject: inline(subject) });
  return [
    `  - ${example} (${values}): ${say("beforeAfter", outcomes)}`,
    "",
    codeBlock(yaml, "yaml", "    "),
    "",
  ].join("\n");
}

function ladderItem({ ladder }: SetChange, say: SayChange): string {
  if (ladder === null) return "";
  const item = (direction: "higher" | "lower", shown: ShownTierCase | null) => {
    if (shown === null) return [];
    const tiers = { before: shown.before ?? say("undecided"), after: shown.after ?? say("undecided") };
    return [factItem(direction, shown, tiers, say)];
  };
  return [
    `- ${say("ladder")}: **${spansWords(ladder.kind, [], ladder.reasons, say)}**`,
    ...item("higher", ladder.tighter),
    ...item("lower", ladder.looser),
  ].join("\n");
}
