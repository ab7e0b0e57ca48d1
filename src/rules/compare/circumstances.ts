import type { Fact } from "../vocabulary.ts";

const BARE: Omit<Fact, "name" | "type"> = {
  subject: "system",
  values: [],
  open: "any",
  unit: undefined,
  none: true,
  range: false,
  vendor: false,
  country: false,
  label: { en: "", he: "", ar: "" },
  yes: undefined,
  no: undefined,
  valueLabels: new Map(),
};

/** Whether a waiver for the rule is on file: no fact of the vocabulary, and weighed like one. */
export const WAIVED: Fact = { ...BARE, name: "waiver on file", type: "boolean", none: false };

/** The changes the manifest lists, as kinds and the days since which they count. */
export const CHANGES: Fact = { ...BARE, name: "changes listed", type: "set" };

/** A change without a kind counts as every kind. */
const ANY_KIND = "any";

/** Changes of some kinds on or after a day, told apart by the days transitions name. */
export function changeTokens(
  kinds: readonly string[],
  since: string,
  days: readonly string[],
): ReadonlySet<string> {
  const counted = days.filter((day) => day >= since);
  return new Set(counted.flatMap((day) => [...kinds, ANY_KIND].map((kind) => `${day} ${kind}`)));
}

/** A token as a manifest would list it. */
export function changeOf(token: string): { readonly kind: string | null; readonly on: string } {
  const [on = "", kind = ""] = token.split(" ");
  return { kind: kind === ANY_KIND ? null : kind, on };
}
