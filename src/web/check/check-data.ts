import { sha256 } from "../../engine/sha256.ts";
import type { Digests } from "../../model/generated/report.ts";
import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import { withoutPositions } from "./without-positions.ts";

/** Everything a manifest is judged by and among in the browser: one file of the site for each language. */
export interface CheckData {
  readonly digests: Omit<Digests, "manifests">;
  /** What judges: file and text. Policies and plan are JSON in the languages of the page; the digests are of what was read. */
  readonly judging: readonly CheckFile[];
  /** The manifests of the site, which the one that is checked is judged among. */
  readonly manifests: readonly CheckManifest[];
}

export type CheckFile = readonly [file: string, text: string];

/**
 * A manifest with its id, and its title for whoever chooses one; where something is withheld from its text, with the
 * SHA-256 of the whole, which digests are made of.
 */
export type CheckManifest = readonly [file: string, text: string, id: string, title: string, whole?: string];

/**
 * The data of the check page in one language. Nothing points into a policy or the plan, so that of these only the
 * values go along, without the languages the page does not speak; all else keeps its text, for its positions.
 */
export function checkData(
  {
    bundle,
    manifests,
    surroundings,
    view,
  }: Pick<SiteContext, "bundle" | "manifests" | "surroundings" | "view">,
  language: Language,
): CheckData {
  const values = [...bundle.policyDocuments, ...(bundle.plan === undefined ? [] : [bundle.plan])];
  const texts = [...bundle.registryDocuments, ...bundle.overlays, ...bundle.waivers, ...bundle.arrangements];
  return {
    digests: bundle.digests,
    judging: [
      ...values.map(({ file, value }) => [file, JSON.stringify(spoken(value, language))] as const),
      ...texts.map(({ file, text }) => [file, text] as const),
    ],
    manifests: [
      ...manifests.map((manifest): CheckManifest => {
        const { id, title } = manifest.value.metadata;
        const text = view === "public" ? withoutPositions(manifest) : manifest.text;
        const shown = [manifest.file, text, id, title[language] ?? title.en] as const;
        return text === manifest.text ? shown : [...shown, sha256(manifest.text)];
      }),
      ...surroundings.unread.map((file): CheckManifest => [file, UNREADABLE, "", file]),
    ],
  };
}

/** No reader takes it for a manifest: what the file declares stays unknown, as it was when the site was built. */
const UNREADABLE = "\0";

/** A value whose texts are in English, which stands in where a translation is missing, and in one language. */
function spoken(value: unknown, language: Language): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => spoken(item, language));
  const entries = Object.entries(value);
  const isTexts = entries.every(([key]) => key === "en" || key === "he" || key === "ar") && "en" in value;
  const kept = isTexts ? entries.filter(([key]) => key === "en" || key === language) : entries;
  return Object.fromEntries(kept.map(([key, inner]) => [key, spoken(inner, language)]));
}
