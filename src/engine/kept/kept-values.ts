/** What runs before this one kept, by keys of everything a value rests on. Where it is stored is no matter of the engine's. */
export interface KeptValues {
  keyOf(parts: Iterable<string | Uint8Array>): string;
  find(key: string): string | undefined;
  keep(key: string, value: string): void;
}

/** For a run that is to rest on no other. */
export const NOTHING_KEPT: KeptValues = {
  keyOf: () => "",
  find: () => undefined,
  keep: () => undefined,
};
