import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";

/** The word for a value of a fact, as findings use it; the value itself where it has none. */
export type Label = (fact: string, value: string) => string;

/** The words of one language. */
export function labelsIn({ bundle }: Pick<SiteContext, "bundle">, language: Language): Label {
  const { facts } = bundle.policies.vocabulary;
  return (fact, value) => facts.get(fact)?.valueLabels.get(value)?.[language] ?? value.replaceAll("_", " ");
}

/** The entries of a list that people may also leave blank or answer with `none`. */
export function entriesOf<T>(list: readonly T[] | string | null | undefined): readonly T[] {
  return typeof list === "string" ? [] : (list ?? []);
}

/** Whether a list is answered with "there is none". */
export function isNone(list: unknown): boolean {
  return list === "none" || (Array.isArray(list) && list.length === 0);
}
