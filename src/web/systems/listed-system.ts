import { groupBy } from "../../facts/group-by.ts";
import type { Manifest } from "../../model/document.ts";
import type { Finding, ReportManifest } from "../../model/generated/report.ts";
import { type Language, type Texts, textIn } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";

/** A system with what the report says of it on the day of the site. */
export interface ListedSystem {
  readonly id: string;
  readonly manifest: Manifest;
  readonly tier: ReportManifest["tier"];
  readonly verdict: ReportManifest["verdict"];
  readonly findings: readonly Finding[];
}

const listed = new WeakMap<SiteContext, Map<Language, readonly ListedSystem[]>>();

/** Every system whose manifest could be read, by id. */
export function listSystems(context: SiteContext, language: Language): readonly ListedSystem[] {
  const known = listed.get(context) ?? new Map<Language, readonly ListedSystem[]>();
  listed.set(context, known);
  const systems = known.get(language) ?? toSystems(context, language);
  known.set(language, systems);
  return systems;
}

function toSystems({ manifests, reports }: SiteContext, language: Language): readonly ListedSystem[] {
  const { manifests: judged, findings } = reports[language];
  const byFile = new Map(judged.map((one) => [one.file, one]));
  const found = groupBy(findings, ({ manifest }) => manifest ?? "");
  return manifests
    .flatMap((manifest) => {
      const { id } = manifest.value.metadata;
      const one = byFile.get(manifest.file);
      if (one === undefined) return [];
      return [{ id, manifest, tier: one.tier, verdict: one.verdict, findings: found.get(id) ?? [] }];
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The title of a system in a language, as far as its municipality translated it. */
export function systemTexts({ value }: Manifest): Texts {
  const { en, he, ar } = value.metadata.title;
  return { en, ...(he && { he }), ...(ar && { ar }) };
}

/** The same as plain text. */
export function systemTitle(manifest: Manifest, language: Language): string {
  return textIn(systemTexts(manifest), language);
}
