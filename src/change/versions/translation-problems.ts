import type { Document, FileProblem, JsonObject, JsonValue } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import { reportInto } from "../../rules/check/report.ts";
import { idOf } from "./text-places.ts";

const OTHERS = { he: "Hebrew", ar: "Arabic" } as const;

/**
 * Texts whose English changed while a translation stayed as it was: unless the translation is marked as stale,
 * or somebody else than before has checked it, it now says something else than the English.
 */
export function translationProblems(
  before: Document<PolicyDocument> | undefined,
  after: Document<PolicyDocument>,
): readonly FileProblem[] {
  if (before === undefined) return [];
  const problems: FileProblem[] = [];
  const report = reportInto(problems, after);
  const earlier = new Map(textsIn(before).map(({ name, texts }) => [name, texts]));
  for (const { name, pointer, texts } of textsIn(after)) {
    const old = earlier.get(name);
    if (old === undefined || old.en === texts.en || old.reviewed_by !== texts.reviewed_by) continue;
    for (const [language, called] of Object.entries(OTHERS)) {
      const kept = texts[language] !== undefined && texts[language] === old[language];
      const isMarked = Array.isArray(texts.stale) && texts.stale.includes(language);
      if (!kept || isMarked) continue;
      report(
        `${pointer}/${language}`,
        `the English text of \`${name}\` changed, and the ${called} one did not`,
        `translate it again, or write \`stale: [${language}]\` beside it`,
      );
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
