import { type Language, textIn } from "../../model/language.ts";
import type { Registry } from "../../model/registry.ts";
import type { Row } from "../../model/row.ts";
import type { RegistryEntryChange } from "../../model/set-change.ts";
import type { Difference } from "./asked-registry.ts";
import type { EntryChange } from "./registry-entries.ts";
import type { RunPair } from "./run-pair.ts";

/** Which tables an answer is read from. */
const READS: Partial<Record<keyof Registry, readonly RegistryEntryChange["table"][]>> = {
  entity: ["entities"],
  resolve: ["entities", "ouis"],
  holders: ["edges", "entities"],
  edges: ["edges"],
  productOrigins: ["edges", "entities"],
  listings: ["listings", "lists", "sources"],
  legalFlags: ["jurisdictions"],
  trust: ["assessments"],
  carrier: ["carriers"],
  byOui: ["ouis", "entities"],
  byFcc: ["entities"],
  exploited: ["vulnerabilities"],
};

/**
 * The changed entries of the registry a row rests on, in words: those about its company and whoever stands
 * above it, and where it has none, or none of them is, those that any answer to its manifest rests on.
 */
export function throughWords(
  differences: readonly Difference[],
  row: Row,
  { cause, before, after }: RunPair,
): readonly string[] {
  if (differences.length === 0) return [];
  const behind = cause.registry.filter((entry) => differences.some((one) => isBehind(one, entry)));
  const company = row.scope("party")?.key;
  const chain = new Set(
    company === undefined
      ? []
      : [before, after].flatMap(({ bundle: { registry }, rules: { asOf } }) =>
          registry.entity(company) === undefined
            ? [company]
            : registry.holders(company, asOf).map(({ entity }) => entity),
        ),
  );
  const own = behind.filter(({ entities }) => entities.some((id) => chain.has(id)));
  const { language } = after;
  const words = (own.length > 0 ? own : behind).map(
    ({ change, entry }) => `${CHANGES[change][language]}: ${textIn(entry, language)}`,
  );
  return [...new Set(words)];
}

const CHANGES: Readonly<Record<RegistryEntryChange["change"], Readonly<Record<Language, string>>>> = {
  added: { en: "added", he: "נוסף", ar: "أُضيف" },
  removed: { en: "removed", he: "הוסר", ar: "أُزيل" },
  changed: { en: "changed", he: "השתנה", ar: "تغيّر" },
};

/** Whether an answer differs because an entry does: it is of a table read for it, and about something named in it. */
function isBehind(
  { method, asked, before, after }: Difference,
  { table, entities, country }: EntryChange,
): boolean {
  if (READS[method]?.includes(table) !== true) return false;
  if (method === "legalFlags") return asked[0] === country;
  if (entities.length === 0) return true;
  const named = JSON.stringify([asked, before, after], (_, value: unknown) =>
    value instanceof Set ? [...value] : value,
  );
  return entities.some((id) => named.includes(JSON.stringify(id)));
}
