import { EXAMPLE_FILES } from "../../engine/page-examples.ts";
import type { NotedExample } from "../../site/page-prose.ts";
import { type Html, html } from "../html.ts";
import { proseMarkdown } from "../markdown.ts";
import { code, codeBlock } from "../parts/code.ts";
import { outcomeBadge } from "../parts/outcome-badge.ts";
import { sayingIn } from "../say.ts";
import type { RuleInput } from "./rule-page.ts";
import { RULES_WORDS } from "./words.ts";

/** Of each kind so many are shown; the others unfold. */
const SHOWN = 2;

const KINDS = ["fails", "passes", "unknown"] as const;
const OUTCOMES = { fails: "fail", passes: "pass", unknown: "unknown" } as const;

/** The executed examples of a rule: those that fail, those that pass, those that leave it open. */
export function examplesPart(input: RuleInput): Html {
  const say = sayingIn(RULES_WORDS, input.language);
  const examples = input.prose?.examples ?? [];
  if (examples.length === 0) return html`<p>${say("noExamples")}</p>\n`;
  return html`<p>${say("examplesAbout")}</p>
${KINDS.map((kind) => {
  const own = examples.filter(({ example }) => example.expected === kind);
  if (own.length === 0) return null;
  const further = own.slice(SHOWN);
  return html`<h3>${say(kind)}</h3>
${own.slice(0, SHOWN).map((noted) => exampleFigure(noted, input))}${
  further.length > 0 &&
  html`<details class="more"><summary>${say("furtherExamples", { n: further.length })}</summary>
${further.map((noted) => exampleFigure(noted, input))}</details>
`
}`;
})}`;
}

function exampleFigure({ note, example }: NotedExample, { language }: RuleInput): Html {
  const say = sayingIn(RULES_WORDS, language);
  const { expected, effect, asOf, of, yaml } = example;
  const badge = isEffect(effect) ? outcomeBadge(effect, language) : null;
  return html`<figure class="example ${expected}">
<figcaption>${note !== "" && html`<div lang="en" dir="ltr">${proseMarkdown(note)}</div>`}<p>${outcomeBadge(OUTCOMES[expected], language)} ${expected === "passes" ? null : badge} ${asOf !== undefined && say("asOf", { date: asOf })} ${of !== "manifest" && code(EXAMPLE_FILES[of].file)}</p></figcaption>
${codeBlock(yaml, "yaml")}
</figure>
`;
}

function isEffect(word: string | undefined): word is "block" | "approve" | "warn" | "note" {
  return word !== undefined && ["block", "approve", "warn", "note"].includes(word);
}
