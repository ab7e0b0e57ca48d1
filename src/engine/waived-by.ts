import type { SetRow } from "../model/surroundings.ts";

/** The id of what the waiver or standing approval of a row is for. */
export function waivedBy({ value }: SetRow["document"]): string {
  // The rows of this subject come from documents that the validator of waivers has accepted.
  return (value as { readonly manifest: string }).manifest;
}
