import type { Language } from "../../model/language.ts";
import { renderCsv } from "../../render/render-csv.ts";
import { renderJson } from "../../render/render-json.ts";
import { renderSarif } from "../../render/render-sarif.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteFile } from "../site-file.ts";
import { oscalCatalog } from "./oscal-catalog.ts";
import { placesGeojson } from "./places-geojson.ts";
import { systemsCsv } from "./systems-csv.ts";

/** A download: its name below `data/` of a language, and how its text is made. */
export interface Download {
  readonly name: string;
  readonly format: "JSON" | "CSV" | "SARIF" | "GeoJSON" | "OSCAL";
  readonly about: DownloadAbout;
  make(context: SiteContext, language: Language): string;
}

type DownloadAbout =
  | "aboutReport"
  | "aboutFindings"
  | "aboutSarif"
  | "aboutInventory"
  | "aboutSystems"
  | "aboutPlaces"
  | "aboutPolicies"
  | "aboutOscal"
  | "aboutRegistry";

/** Everything there is to download, in the order the page lists it. */
export const DOWNLOADS: readonly Download[] = [
  {
    name: "report.json",
    format: "JSON",
    about: "aboutReport",
    make: ({ reports }, language) => renderJson(reports[language]),
  },
  {
    name: "findings.csv",
    format: "CSV",
    about: "aboutFindings",
    make: ({ reports }, language) => renderCsv(reports[language], { language }),
  },
  {
    name: "report.sarif",
    format: "SARIF",
    about: "aboutSarif",
    make: ({ reports }, language) => renderSarif(reports[language], { language }),
  },
  {
    name: "inventory.json",
    format: "JSON",
    about: "aboutInventory",
    make: ({ inventory }) => json(inventory),
  },
  { name: "systems.csv", format: "CSV", about: "aboutSystems", make: systemsCsv },
  {
    name: "places.geojson",
    format: "GeoJSON",
    about: "aboutPlaces",
    make: (context, language) => json(placesGeojson(context, language)),
  },
  {
    name: "policies.json",
    format: "JSON",
    about: "aboutPolicies",
    make: ({ bundle }) => json(bundle.policyDocuments.map(({ value }) => value)),
  },
  {
    name: "policies.oscal.json",
    format: "OSCAL",
    about: "aboutOscal",
    make: (context, language) => json(oscalCatalog(context, language)),
  },
  {
    name: "registry.json",
    format: "JSON",
    about: "aboutRegistry",
    make: ({ bundle }) => json(bundle.registryDocuments.map(({ value }) => value)),
  },
];

/** The downloads of one language as files of the site. */
export function dataFiles(context: SiteContext, language: Language): readonly SiteFile[] {
  return DOWNLOADS.map(({ name, make }) => ({
    path: `${language}/data/${name}`,
    text: make(context, language),
  }));
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
