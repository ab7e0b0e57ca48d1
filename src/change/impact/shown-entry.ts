import { type Language, textIn } from "../../model/language.ts";
import type { RegistryEntryChange } from "../../model/set-change.ts";
import type { EntryChange } from "./registry-entries.ts";

/** A changed entry as it is shown in a language. */
export function shownEntry(
  { table, change, entry, entities, keys }: EntryChange,
  language: Language,
): RegistryEntryChange {
  return { table, change, entry: textIn(entry, language), entities, keys };
}
