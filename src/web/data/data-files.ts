import type { Language } from "../../model/language.ts";
import { renderCsv } from "../../render/render-csv.ts";
import { renderJson } from "../../render/render-json.ts";
import { renderSarif } from "../../render/render-sarif.ts";
import type { SiteContext } from "../site-context.ts";
import type { SiteFile } from "../site-file.ts";
import { oscalCatalog } from "./oscal-catalog.ts";
import { placesGeojson } from "./places-geojson.ts";
import { systemsCsv } from "./systems-csv.ts";

/** A download: its name below `data/`, and how its text is made. */
export type Download = {
  readonly name: string;
  readonly format: "JSON" | "CSV" | "SARIF" | "GeoJSON" | "OSCAL";
  readonly about: DownloadAbout;
} & (
  | { readonly isSpoken: true; make(context: SiteContext, language: Language): string }
  /** The same in every language, so that there is one file of it. */
  | { readonly isSpoken: false; make(context: SiteContext): string }
);

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
    isSpoken: true,
    make: ({ reports }, language) => renderJson(reports[language]),
  },
  {
    name: "findings.csv",
    format: "CSV",
    about: "aboutFindings",
    isSpoken: true,
    make: ({ reports }, language) => renderCsv(reports[language], { language }),
  },
  {
    name: "report.sarif",
    format: "SARIF",
    about: "aboutSarif",
    isSpoken: true,
    make: ({ reports }, language) => renderSarif(reports[language], { language }),
  },
  {
    name: "inventory.json",
    format: "JSON",
    about: "aboutInventory",
    isSpoken: false,
    make: ({ inventory }) => json(inventory),
  },
  { name: "systems.csv", format: "CSV", about: "aboutSystems", isSpoken: true, make: systemsCsv },
  {
    name: "places.geojson",
    format: "GeoJSON",
    about: "aboutPlaces",
    isSpoken: true,
    make: (context, language) => json(placesGeojson(context, language)),
  },
  {
    name: "policies.json",
    format: "JSON",
    about: "aboutPolicies",
    isSpoken: false,
    make: ({ bundle }) => json(bundle.policyDocuments.map(({ value }) => value)),
  },
  {
    name: "policies.oscal.json",
    format: "OSCAL",
    about: "aboutOscal",
    isSpoken: true,
    make: (context, language) => json(oscalCatalog(context, language)),
  },
  {
    name: "registry.json",
    format: "JSON",
    about: "aboutRegistry",
    isSpoken: false,
    make: ({ bundle }) => json(bundle.registryDocuments.map(({ value }) => value)),
  },
];

/** Where a download stands below the root of the site. */
export function downloadPath({ name, isSpoken }: Download, language: Language): string {
  return isSpoken ? `${language}/data/${name}` : `data/${name}`;
}

/** The downloads in one language as files of the site. */
export function dataFiles(context: SiteContext, language: Language): readonly SiteFile[] {
  return DOWNLOADS.flatMap((download) =>
    download.isSpoken
      ? [{ path: downloadPath(download, language), text: download.make(context, language) }]
      : [],
  );
}

/** The downloads that are the same in every language. */
export function neutralDataFiles(context: SiteContext): readonly SiteFile[] {
  return DOWNLOADS.flatMap((download) =>
    download.isSpoken ? [] : [{ path: downloadPath(download, "en"), text: download.make(context) }],
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
