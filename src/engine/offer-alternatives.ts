import { vocabulary } from "../model/generated/vocabulary-value.ts";
import { COMMA, type Language } from "../model/language.ts";
import type { Registry } from "../model/registry.ts";
import type { AlternativeLimits } from "./alternative-limits.ts";
import { WORDS } from "./words.ts";

interface Wanted {
  readonly registry: Registry;
  readonly asOf: string;
  /** What the system is. */
  readonly categories: readonly string[];
  /** The company the finding is about, as the registry or the manifest names it. */
  readonly refused: string | undefined;
  /** Those who stand in the same place already. */
  readonly beside: ReadonlySet<string>;
  /** Whether it is refused for its trust score, so that only a higher one helps. */
  readonly forScore: boolean;
  readonly limits: AlternativeLimits | undefined;
  readonly language: Language;
}

/**
 * Names of others that supply the same, best evidence first: as many as the limits ask for and the registry
 * has, those from partner countries among them. Never the company itself, nor one above or below it, nor who stands
 * beside it in the same place. Where there is nobody, one line that says why.
 */
export function offerAlternatives(wanted: Wanted): readonly string[] {
  const { registry, asOf, categories, forScore, language } = wanted;
  const { entities, reason } = registry.alternatives({ categories, asOf });
  const named = categories.map((category) => categoryIn(category, language)).join(COMMA[language]);
  if (reason !== undefined) return [WORDS[reason][language](named)];
  const others = entities.filter((id) => isOther(id, wanted));
  if (others.length === 0) return [WORDS.noOther[language](named)];
  const better = forScore
    ? others.filter((id) => scoreOf(id, wanted) > scoreOf(wanted.refused, wanted))
    : others;
  if (better.length === 0) return [WORDS.noneBetter[language](named)];
  return chosen(better, wanted).map((id) => registry.entity(id)?.name ?? id);
}

function categoryIn(category: string, language: Language): string {
  const label = ["system.categories", "device.category", "party.roles"]
    .map((fact) => vocabulary.facts[fact]?.value_labels?.[category])
    .find((texts) => texts !== undefined);
  return label?.[language] ?? category.replaceAll("_", " ");
}

/** Whether a company is neither the refused one nor holds or is held by it, nor stands beside it. */
function isOther(id: string, { registry, asOf, refused, beside }: Wanted): boolean {
  if (beside.has(id)) return false;
  if (refused === undefined) return true;
  const above = (one: string) => registry.holders(one, asOf).map(({ entity }) => entity);
  return !above(id).includes(refused) && !above(refused).includes(id);
}

function scoreOf(id: string | undefined, { registry, asOf }: Wanted): number {
  return (id === undefined ? undefined : registry.trust(id, asOf)?.score) ?? -1;
}

/** The first ones, and after them as many from partner countries as are missing among them. */
function chosen(ranked: readonly string[], { registry, limits }: Wanted): readonly string[] {
  if (limits === undefined) return ranked;
  const fromPartner = (id: string) => limits.partners.has(registry.entity(id)?.jurisdiction ?? "");
  const first = ranked.slice(0, limits.least);
  const missing = Math.max(0, limits.fromPartners - first.filter(fromPartner).length);
  return [...first, ...ranked.slice(limits.least).filter(fromPartner).slice(0, missing)];
}
