import type { Document, FileProblem, JsonObject, JsonValue } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { Language } from "../../model/language.ts";
import { reportInto } from "../../rules/check/report.ts";
import { idOf } from "./text-places.ts";
import { VERSION_WORDS } from "./version-words.ts";

/**
 * Texts whose English changed while a translation stayed as it was: unless the translation is marked as stale,
 * or somebody else than before has checked it, it now says something else than the English.
 */
export function translationProblems(
  before: Document<PolicyDocument> | undefined,
  after: Document<PolicyDocument>,
  language: Language,
): readonly FileProblem[] {
  if (before === undefined) return [];
  const problems: FileProblem[] = [];
  const report = reportInto(problems, after);
  const earlier = new Map(textsIn(before).map(({ name, texts }) => [name, texts]));
  for (const { name, pointer, texts } of textsIn(after)) {
    const old = earlier.get(name);
    if (old === undefined || old.en === texts.en || old.reviewed_by !== texts.reviewed_by) continue;
    for (const other of ["he", "ar"] as const) {
      const kept = texts[other] !== undefined && texts[other] === old[other];
      const isMarked = Array.isArray(texts.stale) && texts.stale.includes(other);
      if (!kept || isMarked) continue;
      const behind = VERSION_WORDS[other === "he" ? "hebrewBehind" : "arabicBehind"][language];
      const help = VERSION_WORDS.translate[language](`\`stale: [${other}]\``);
      report(`${pointer}/${other}`, behind(`\`${name}\``), help);
    }
  }
  return problems;
}

interface Texts {
  /** By keys, and ids in place of indexes. */
  readonly name: string;
  readonly pointer: string;
  readonly texts: JsonObject;
}

/** Every text of a policy. */
function textsIn({ value }: Document<PolicyDocument>): readonly Texts[] {
  const found: Texts[] = [];
  const visit = (part: JsonValue, names: readonly string[], pointer: string): void => {
    if (typeof part !== "object" || part === null) return;
    if (!Array.isArray(part) && "en" in part) {
      found.push({ name: names.join(" "), pointer, texts: part as JsonObject });
      return;
    }
    for (const [key, inner] of Object.entries(part) as [string, JsonValue][]) {
      const id = Array.isArray(part) ? idOf(inner) : undefined;
      visit(inner, [...names, id ?? key], `${pointer}/${key}`);
    }
  };
  // A policy was parsed from YAML, so it is a JSON value.
  visit(value as unknown as JsonValue, [], "");
  return found;
}
