import type { Finding } from "../../model/generated/report.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { message } from "../parts/message.ts";
import { stateBadge } from "../rules/today-part.ts";
import { sayingIn } from "../say.ts";
import type { SystemInput } from "./system-input.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** What the rules say of a system: open findings in full, what is announced folded. */
export function findingsPart(input: SystemInput): Html {
  const { system, context, language } = input;
  const say = sayingIn(SYSTEM_WORDS, language);
  const date = context.asOf;
  const { findings } = system;
  if (findings.length === 0) return html`<p>${say("findingsNone", { date })}</p>`;
  const upcoming = findings.filter(({ state }) => state === "upcoming");
  const binding = findings.filter(({ state }) => state !== "upcoming");
  const open = binding.filter(({ state }) => state === "open");
  const counts = { open: open.length, upcoming: upcoming.length, waived: binding.length - open.length };
  return html`<p>${say("findingsAbout", { date, ...counts })}</p>
${binding.length > 0 && findingsTable(binding, input)}
${
  upcoming.length > 0 &&
  html`<details class="more"><summary>${say("announced")} (${upcoming.length})</summary>
${findingsTable(upcoming, input)}</details>`
}`;
}

function findingsTable(findings: readonly Finding[], input: SystemInput): Html {
  const { context, language } = input;
  const say = sayingIn(SYSTEM_WORDS, language);
  return dataTable(
    say("findings"),
    [{ title: say("rule") }, { title: say("weight") }, { title: say("what_found") }],
    findings.map((finding) => ({
      cells: [
        html`<a href="${context.href(`rules/${finding.rule}`, language)}" dir="ltr">${finding.rule}</a>`,
        stateBadge(finding, language),
        html`${message(finding.message)}${
          finding.help !== null &&
          html`<br><small class="quiet-text">${say("help")}: ${message(finding.help)}</small>`
        }`,
      ],
    })),
    { isCaptionHidden: true },
  );
}
