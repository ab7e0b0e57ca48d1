import type { Language } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { type Messages, sayingIn } from "../say.ts";

/** A choice that narrows a list: the mark of its rows, its label, and what can be chosen. */
export interface Filter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/**
 * Choices over the rows of the table with an id, for pages that load the script `filters`. They stand in the
 * address. Without script they stay hidden, and the list whole.
 */
export function filterForm(table: string, filters: readonly Filter[], language: Language): Html {
  const say = sayingIn(WORDS, language);
  return html`<fieldset class="filters" data-filters="${table}" data-shown="${WORDS[language].shown}" hidden>
<legend class="unseen">${say("filters")}</legend>
${filters.map(
  ({
    name,
    label,
    options,
  }) => html`<div><label for="filter-${name}">${label}</label><select id="filter-${name}" name="${name}"><option value="">${say("all")}</option>${options.map(
    (option) => html`<option value="${option.value}">${option.label}</option>`,
  )}</select></div>
`,
)}<p role="status"></p>
</fieldset>`;
}

const WORDS = {
  en: { filters: "Filters", all: "All", shown: "Shown: {shown} of {all}" },
  he: { filters: "סינון", all: "הכול", shown: "מוצגים: {shown} מתוך {all}" },
  ar: { filters: "تصفية", all: "الكل", shown: "المعروض: {shown} من {all}" },
} as const satisfies Messages<string>;
