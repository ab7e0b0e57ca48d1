import type { Finding } from "../../model/generated/report.ts";
import { SEMICOLON } from "../../model/language.ts";
import { sentence } from "../../render/words.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { message } from "../parts/message.ts";
import { stateBadge } from "../rules/today-part.ts";
import { sayingIn } from "../say.ts";
import { findingsByRule } from "./findings-by-rule.ts";
import type { SystemInput } from "./system-input.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** What the rules say of a system: what fails in full; what is undecided, waived or announced folded, each by rule. */
export function findingsPart(input: SystemInput): Html {
  const { system, context, language } = input;
  const say = sayingIn(SYSTEM_WORDS, language);
  const date = context.asOf;
  const { findings } = system;
  if (findings.length === 0) return html`<p>${say("findingsNone", { date })}</p>`;
  const open = findings.filter(({ state }) => state === "open");
  const failing = open.filter(({ outcome }) => outcome !== "unknown");
  const upcoming = findings.filter(({ state }) => state === "upcoming");
  const waived = findings.filter(({ state }) => state === "waived" || state === "approved");
  const counts = { open: open.length, upcoming: upcoming.length, waived: waived.length };
  return html`<p>${say("findingsAbout", { date, ...counts })}</p>
${failing.length > 0 && findingsTable(failing, input)}
${folded(
  "undecided",
  open.filter(({ outcome }) => outcome === "unknown"),
  input,
)}${folded("excused", waived, input)}${folded("announced", upcoming, input)}`;
}

function folded(
  title: "undecided" | "excused" | "announced",
  findings: readonly Finding[],
  input: SystemInput,
): Html | false {
  if (findings.length === 0) return false;
  const say = sayingIn(SYSTEM_WORDS, input.language);
  return html`<details class="more"><summary>${say(title)} (${findings.length})</summary>
${findingsTable(findings, input)}</details>
`;
}

/** A row for each rule: what it is called, the places where it was found, and what to do, said once. */
function findingsTable(findings: readonly Finding[], input: SystemInput): Html {
  const { context, language } = input;
  const say = sayingIn(SYSTEM_WORDS, language);
  return dataTable(
    say("findings"),
    [{ title: say("rule") }, { title: say("weight") }, { title: say("what_found") }],
    findingsByRule(findings).flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      const link = html`<a href="${context.href(`rules/${first.rule}`, language)}" dir="ltr">${first.rule}</a>`;
      return [{ cells: [link, stateBadge(first, language), foundCell(first, of, input)] }];
    }),
    { isCaptionHidden: true },
  );
}

/** So many places of one rule stand open; the others are folded. */
const OPEN = 3;

function foundCell(first: Finding, of: readonly Finding[], { language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const found = [...new Set(of.map((finding) => finding.message))];
  const helps = [...new Set(of.flatMap(({ help }) => help ?? []))];
  const shown = found.length > OPEN + 1 ? found.slice(0, OPEN) : found;
  const folded = found.slice(shown.length);
  const list = (messages: readonly string[]) =>
    html`<ul class="plain found">${messages.map((one) => html`<li>${message(one)}</li>`)}</ul>`;
  return html`<p class="rule-title">${sentence(first.title)}</p>
${list(shown)}${
  folded.length > 0 &&
  html`
<details class="more"><summary>${say("foundMore", { n: folded.length })}</summary>${list(folded)}</details>`
}${
  helps.length > 0 &&
  html`
<p class="quiet-text">${say("help")}: ${helps.map((help, index) => html`${index > 0 && SEMICOLON[language]}${message(help)}`)}</p>`
}`;
}
