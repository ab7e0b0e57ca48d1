import { COMMA, type Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { factList } from "../parts/fact-list.ts";
import { ownWords } from "../parts/own-words.ts";
import { sayingIn } from "../say.ts";
import { entriesOf, isNone, labelsIn } from "./labels.ts";
import type { SystemInput } from "./system-input.ts";
import { SYSTEM_WORDS } from "./words.ts";

/** Why a system is there: the problem, what is to change, the purposes, other uses, and what it may bring or break. */
export function whyPart({ system, context, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const label = labelsIn(context, language);
  const { objective, data, system: declared } = system.manifest.value;
  const purposes = new Set([
    ...entriesOf(data?.purposes),
    ...entriesOf(declared?.sites).flatMap((site) => entriesOf(site.purposes)),
  ]);
  const uses = entriesOf(data?.secondary_uses).map(({ purpose, recipient, authority }) =>
    [purpose, recipient, authority].filter((text) => text && text !== "none").join(COMMA[language]),
  );
  const measure = objective?.measure;
  return html`${factList([
    [say("problem"), own(objective?.problem, language)],
    ...(measure?.indicator
      ? ([
          [
            say("goal"),
            html`${say("goalText", {
              indicator: measure.indicator,
              baseline: measure.baseline ?? "?",
              target: measure.target ?? "?",
              by: measure.by ?? "?",
            })}`,
          ],
        ] as const)
      : []),
    [
      say("purposes"),
      [...purposes].map((purpose) => label("site.purposes", purpose)).join(COMMA[language]) ||
        say("notStated"),
    ],
    [
      say("otherUses"),
      uses.length > 0
        ? uses.map((use) => html`${ownWords(use, language)} `)
        : useless(data?.secondary_uses, say),
    ],
    ...(entriesOf(objective?.alternatives_considered).length > 0
      ? ([
          [
            say("alternatives"),
            ownWords(entriesOf(objective?.alternatives_considered).join(COMMA[language]), language),
          ],
        ] as const)
      : []),
  ])}
${outlook({ system, context, language })}`;
}

function useless(list: unknown, say: (word: "noOtherUses" | "notStated") => string): string {
  return say(isNone(list) ? "noOtherUses" : "notStated");
}

function outlook({ system, language }: SystemInput): Html {
  const say = sayingIn(SYSTEM_WORDS, language);
  const { objective } = system.manifest.value;
  const lines = (["opportunity", "challenge"] as const).flatMap((kind) =>
    entriesOf(kind === "opportunity" ? objective?.opportunities : objective?.challenges).map(
      ({ horizon, text }) =>
        html`<li>${say(kind)}${horizon && html` ${say(horizon)}`}: ${own(text, language)}</li>
`,
    ),
  );
  return html`${
    lines.length > 0 &&
    html`<h3>${say("outlook")}</h3>
<ul>
${lines}</ul>`
  }`;
}

/** A text that people wrote, where they did. */
function own(text: string | null | undefined, language: Language): Html {
  return text ? ownWords(text, language) : html`${sayingIn(SYSTEM_WORDS, language)("notStated")}`;
}
