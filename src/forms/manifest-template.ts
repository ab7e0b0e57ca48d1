import type { JsonValue } from "../model/document.ts";
import type { Language } from "../model/language.ts";
import { KINDS } from "../parse/kinds.ts";
import { blankForm } from "./blank-form.ts";
import { blockComments } from "./block-comments.ts";
import { SELDOM, SYSTEM_KINDS, type SystemKindName } from "./system-kinds.ts";

/** What a manifest needs from its first line on. */
export interface ManifestAnswers {
  readonly kind: SystemKindName;
  readonly id?: string | undefined;
  readonly title?: string | undefined;
  readonly municipality?: string | undefined;
  readonly cbsCode?: string | undefined;
}

/** Stands where a name is required and none was given. */
export const TO_FILL_IN = "to be filled in";

/** The id a manifest gets: the one asked for, or one made from code and kind. */
export function idOf({ id, cbsCode, kind }: ManifestAnswers): string {
  return id ?? `il-${cbsCode ?? "0000"}-${kind}`;
}

/** A manifest to fill in: every field of the kind, blank or with what the kind itself answers. It fits the schema. */
export function manifestTemplate(answers: ManifestAnswers, language: Language): string {
  const { asks, answers: known } = SYSTEM_KINDS[answers.kind];
  const comments = blockComments(language);
  const code = answers.cbsCode ?? "0000";
  const own: Readonly<Record<string, JsonValue>> = {
    "metadata.id": idOf(answers),
    "metadata.title.en": answers.title ?? TO_FILL_IN,
    "metadata.municipality.cbs_code": code,
    "metadata.municipality.name": answers.municipality ?? TO_FILL_IN,
  };
  const head = [...(comments.get("manifest") ?? []), ...(comments.get(answers.kind) ?? [])];
  const form = blankForm({
    schema: KINDS.Manifest.schema,
    root: "",
    language,
    asks,
    answers: { ...known, ...own },
    // The form for sensors is kept short.
    seldom: { lists: SELDOM, rows: answers.kind !== "sensor" },
    commentOn: (path) => comments.get(path) ?? [],
  });
  return `${head.map((line) => `# ${line}\n`).join("")}${form}`;
}
