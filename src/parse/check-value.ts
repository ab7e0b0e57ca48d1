import type { DocumentKind, JsonObject } from "../model/document.ts";
import { readKind } from "./document-kind.ts";
import { explainSchema, type SchemaProblem } from "./explain-schema.ts";
import type { Flaw } from "./flaw.ts";
import { KINDS } from "./kinds.ts";
import type { Locator } from "./locator.ts";
import { refuseSize } from "./read-text.ts";
import { type Disagreement, findDisagreement } from "./second-opinion.ts";

/** What is known of a file whose value is to be checked. */
export interface CheckContext {
  readonly text: string;
  readonly locator: Locator;
  readonly bytes: number;
  readonly gate: boolean;
  readonly kind?: DocumentKind;
}

/** The kind of a value that passed every check, or what is wrong with it. */
export type CheckedValue =
  | { readonly ok: true; readonly kind: DocumentKind }
  | { readonly ok: false; readonly kind: DocumentKind | null; readonly flaws: readonly Flaw[] };

/** Checks a parsed value: its kind, the size that kind allows, a second reader's opinion where asked for, its schema. */
export function checkValue(value: JsonObject, context: CheckContext): CheckedValue {
  const { text, bytes, gate } = context;
  const found = readKind(value, context.kind);
  if (!found.ok) return { ok: false, kind: context.kind ?? null, flaws: [toFlaw(found.problem, context)] };
  const { kind } = found;
  const entry = KINDS[kind];
  const size = refuseSize(bytes, entry.bytes);
  if (size !== undefined) return { ok: false, kind, flaws: [{ stage: "limits", start: 0, end: 0, ...size }] };
  const doubt = gate ? findDisagreement(text, value) : undefined;
  if (doubt !== undefined) return { ok: false, kind, flaws: [describeDoubt(doubt, context)] };
  if (entry.validate(value)) return { ok: true, kind };
  const problems = explainSchema(entry.schema, value);
  return {
    ok: false,
    kind,
    flaws: (problems.length === 0 ? [UNEXPLAINED] : problems).map((problem) => toFlaw(problem, context)),
  };
}

function describeDoubt({ offset, pointer }: Disagreement, { text, locator }: CheckContext): Flaw {
  const { start, end } = offset === undefined ? locator.value(pointer) : { start: offset, end: offset + 1 };
  if (text[start] === "\t") {
    const message = "a tab stands at the beginning of a line, which programs read differently";
    return { stage: "syntax", start, end, message, help: "delete the tab, or put spaces in its place" };
  }
  return {
    stage: "syntax",
    start,
    end,
    pointer,
    message: "two YAML readers understand this differently",
    help: "write it in the plainest form: one key a line, text in quotes",
  };
}

/** The compiled validator decides; this stands in where the words for its reason are lacking. */
const UNEXPLAINED: SchemaProblem = {
  pointer: "",
  at: "parent",
  message: "the file does not match the schema of its kind",
  help: "compare it with the schema in `schemas/`",
  weight: 0,
};

/** What is missing from a map is shown at the key that holds the map, or at the map's first line. */
function toFlaw(
  { pointer, at, message, help }: SchemaProblem,
  { text, locator }: Pick<CheckContext, "text" | "locator">,
): Flaw {
  const { start, end } = at === "value" ? locator.value(pointer) : locator.key(pointer);
  const line = text.indexOf("\n", start);
  return {
    stage: "schema",
    start,
    end: at === "parent" && line !== -1 ? Math.min(end, line) : end,
    pointer,
    message,
    help,
  };
}
