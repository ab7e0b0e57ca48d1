import { blankForm } from "../../forms/blank-form.ts";
import { blockComments } from "../../forms/block-comments.ts";
import { TO_FILL_IN } from "../../forms/manifest-template.ts";
import type { JsonValue } from "../../model/document.ts";
import type { Language } from "../../model/language.ts";
import { KINDS } from "../../parse/kinds.ts";

/** What is known of an arrangement beforehand. */
export interface ArrangementAnswers {
  readonly id?: string | undefined;
  readonly municipality?: string | undefined;
  readonly cbsCode?: string | undefined;
  readonly partner?: string | undefined;
  readonly country?: string | undefined;
}

/** The path of an arrangement's facts in the vocabulary. */
const ROOT = "arrangements[]";

/** An arrangement with a foreign body to fill in; not signed and not approved, as it is when it is submitted. */
export function arrangementTemplate(answers: ArrangementAnswers, language: Language): string {
  const comments = blockComments(language);
  const code = answers.cbsCode ?? "0000";
  const own: Readonly<Record<string, JsonValue>> = {
    id: answers.id ?? `arr:il-${code}-partner`,
    "municipality.cbs_code": code,
    "municipality.name": answers.municipality ?? TO_FILL_IN,
    "partner.name": answers.partner ?? TO_FILL_IN,
    "partner.country": answers.country ?? null,
    signed_on: "none",
    notified_on: "none",
    renotified_on: "none",
    approved_by: "none",
    active: false,
    sources: [],
  };
  const form = blankForm({
    schema: KINDS.Arrangement.schema,
    root: ROOT,
    language,
    asks: (path) => path !== `${ROOT}.modelled_on`,
    answers: Object.fromEntries(Object.entries(own).map(([path, value]) => [`${ROOT}.${path}`, value])),
    seldom: { lists: new Set(), rows: false },
    commentOn: (path) => comments.get(path) ?? [],
  });
  return `${(comments.get("arrangement") ?? []).map((line) => `# ${line}\n`).join("")}${form}`;
}
