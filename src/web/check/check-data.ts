import { sha256 } from "../../engine/sha256.ts";
import type { JsonValue } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { Digests } from "../../model/generated/report.ts";
import { LANGUAGES, type Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import { packOuis } from "./pack-ouis.ts";
import { withoutPositions } from "./without-positions.ts";

/** Everything a manifest is judged by and among in the browser: one file of the site for each language. */
export interface CheckData {
  readonly digests: Omit<Digests, "manifests">;
  /** What judges and is never pointed into: file and value, in the language of the page. */
  readonly values: readonly (readonly [file: string, value: JsonValue])[];
  /** What judges and may be pointed into: file and text. */
  readonly texts: readonly CheckFile[];
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
 * The data of the check page in one language. Of policies, the plan and most of the registry only values go along;
 * published lists are subjects of rules, and keep their text for its positions, as everything municipalities write does.
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
  const { policyDocuments, plan, registryDocuments, overlays, waivers, arrangements } = bundle;
  const isPointedInto = ({ value }: (typeof registryDocuments)[number]) => value.lists !== undefined;
  // Read by a parser of YAML and accepted by the validator of its kind, so it is a JSON value.
  const spokenIn = (value: unknown) => spoken(value as JsonValue, language);
  return {
    digests: bundle.digests,
    values: [
      ...policyDocuments.map(({ file, value }) => [file, spokenIn(judgingPart(value))] as const),
      ...(plan === undefined
        ? []
        : [[plan.file, spokenIn({ ...plan.value, objectives: plan.value.objectives.slice(0, 1) })] as const]),
      ...registryDocuments
        .filter((document) => !isPointedInto(document))
        .map(({ file, value }) => [file, packOuis(spokenIn(value))] as const),
    ],
    texts: [...registryDocuments.filter(isPointedInto), ...overlays, ...waivers, ...arrangements].map(
      ({ file, text }) => [file, text] as const,
    ),
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

/** A policy without its history and summary, which no finding shows; it stays one that its schema accepts. */
function judgingPart(policy: PolicyDocument): PolicyDocument {
  const { title, changes } = policy;
  const [latest] = changes;
  return { ...policy, summary: title, changes: [{ ...latest, summary: title }] };
}

/** No reader takes it for a manifest: what the file declares stays unknown, as it was when the site was built. */
const UNREADABLE = "\0";

/** A value whose texts are in one language, in the place of the English ones, which stay where there are no others. */
function spoken(value: JsonValue, language: Language): JsonValue {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => spoken(item, language));
  const texts = new Map(Object.entries(value));
  const isTexts = texts.has("en") && [...texts.keys()].every((key) => LANGUAGES.some((one) => one === key));
  if (isTexts) return { en: texts.get(language) ?? texts.get("en") ?? null };
  return Object.fromEntries([...texts].map(([key, inner]) => [key, spoken(inner, language)]));
}
