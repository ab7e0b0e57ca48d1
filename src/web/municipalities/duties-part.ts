import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { message } from "../parts/message.ts";
import { sayingIn } from "../say.ts";
import { subjectLink } from "../systems/subject-link.ts";
import { type Duty, dutiesOf } from "./duties.ts";
import type { MunicipalityInput } from "./municipality-input.ts";
import { MUNICIPALITY_WORDS } from "./words.ts";

/** What is due in a municipality, by date. `most` cuts the list and says how many are left. */
export function dutiesPart(
  { municipality, context, language }: MunicipalityInput,
  most = Number.POSITIVE_INFINITY,
): Html {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const duties = dutiesOf(municipality, context);
  if (duties.length === 0) return html`<p>${say("dutiesNone", { date: context.asOf })}</p>`;
  const left = duties.length - most;
  return html`${dataTable(
    say("duties"),
    [{ title: say("day") }, { title: say("dutyWhat") }, { title: say("dutyAbout") }],
    duties.slice(0, most).map((duty) => ({
      cells: [
        html`<time>${duty.day}</time>`,
        dutyWords(duty, { municipality, context, language }),
        subjectLink(duty.about, context, language),
      ],
    })),
    { isCaptionHidden: true },
  )}${left > 0 && html`\n<p>${say("dutiesLeft", { n: left })}</p>`}`;
}

function dutyWords({ kind, rule, note }: Duty, { context, language }: MunicipalityInput): Html {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const link =
    rule !== undefined && html`<a href="${context.href(`rules/${rule}`, language)}" dir="ltr">${rule}</a> `;
  return html`${link}${note === undefined ? say(`duty-${kind}`) : message(note)}`;
}
