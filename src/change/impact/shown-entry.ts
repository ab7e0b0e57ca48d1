import type { RegistryEntryChange } from "../../model/set-change.ts";
import type { EntryChange } from "./registry-entries.ts";

/** A changed entry as it is shown. */
export function shownEntry({ table, change, entry, entities, keys }: EntryChange): RegistryEntryChange {
  return { table, change, entry, entities, keys };
}
