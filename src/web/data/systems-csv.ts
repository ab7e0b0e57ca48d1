import type { Language } from "../../model/language.ts";
import { csvTable } from "../../render/csv-table.ts";
import type { SiteContext } from "../site-context.ts";
import { entriesOf } from "../systems/labels.ts";
import { listSystems, systemTitle } from "../systems/listed-system.ts";
import { municipalityOf } from "../systems/systems-table.ts";

/** Every system as a row for spreadsheets, with keys and codes as the manifests have them. */
export function systemsCsv(context: SiteContext, language: Language): string {
  const header = [
    "id",
    "title",
    "municipality",
    "cbs_code",
    "stage",
    "tier",
    "verdict",
    "categories",
    "devices",
    "open_findings",
    "file",
  ];
  const rows = listSystems(context, language).map((system) => {
    const { metadata, system: declared } = system.manifest.value;
    const { name, cbs_code: code } = municipalityOf(system);
    const devices = entriesOf(declared?.sites).reduce((sum, site) => sum + (site.devices ?? 0), 0);
    return [
      system.id,
      systemTitle(system.manifest, language),
      name,
      code,
      metadata.status,
      system.tier ?? "",
      system.verdict,
      entriesOf(declared?.categories).join("; "),
      devices,
      system.findings.filter(({ state }) => state === "open").length,
      system.manifest.file,
    ];
  });
  return csvTable([header, ...rows]);
}
