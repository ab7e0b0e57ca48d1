import type { Inventory, InventoryOutlook } from "../model/inventory.ts";
import { columns } from "./columns.ts";
import { counted } from "./counted.ts";
import { left, section } from "./section.ts";

/** The national picture as tables for a terminal, holders by their names. Everything in it, and more, is in the JSON. */
export function inventoryText(picture: Inventory, nameOf: (id: string) => string): string {
  const { coverage, outcomes, cameras } = picture;
  return [
    `The national picture on ${picture.as_of}`,
    ...coverageLines(picture),
    ...section(
      "municipalities and bodies",
      ["code", "name", "systems", "T1", "T2", "T3", "T4", "?", "failing"],
      coverage.by_municipality.map(({ cbs_code, name, systems, tiers, failing }) =>
        [cbs_code, name, systems, tiers.T1, tiers.T2, tiers.T3, tiers.T4, tiers.unknown, failing].map(String),
      ),
    ),
    ...section(
      "functions in use",
      ["function", "systems", "failing", "objectives"],
      picture.functions.map((entry) => [
        entry.function.replaceAll("_", " "),
        String(entry.systems),
        String(entry.failing),
        entry.objectives.join(", ") || "none",
      ]),
    ),
    ...section(
      "vendors",
      ["name", "country", "controlled by", "listed on", "systems", "devices"],
      picture.vendors.map((vendor) => [
        vendor.entity === null ? `${vendor.name} (not resolved)` : vendor.name,
        vendor.country ?? "?",
        vendor.controllers.map(nameOf).join(", ") || "-",
        vendor.lists.join(", ") || "-",
        String(vendor.systems),
        String(vendor.devices),
      ]),
    ),
    ...section(
      "origin of devices",
      ["country", "systems", "devices"],
      picture.origins.map(({ country, systems, devices }) => [
        country ?? "?",
        String(systems),
        String(devices),
      ]),
    ),
    ...section(
      "cameras",
      ["code", "name", "cameras", "residents", "per 1,000"],
      cameras.by_municipality.map(({ cbs_code, name, cameras: count, residents, per_1000_residents }) =>
        [cbs_code, name, count, residents ?? "?", per_1000_residents ?? "?"].map(String),
      ),
    ),
    ...section(
      "outcomes",
      ["rule", "fails", "unknown", "waived or approved", "coming", "systems"],
      outcomes.rules.map(({ rule, fail, unknown, waived, upcoming, systems }) =>
        [rule, fail, unknown, waived, upcoming, systems].map(String),
      ),
    ),
    ...section(
      "objectives",
      ["objective", "now", "target", "by", "standing"],
      picture.objectives.map(({ id, measured, target, unit, date, standing }) => [
        id,
        measured === null ? "?" : String(measured),
        `${target ?? "?"} ${unit ?? ""}`.trim(),
        date ?? "?",
        standing.replaceAll("-", " "),
      ]),
      picture.objectives.length,
    ),
    ...section(
      "gaps",
      ["what", "how many", "about"],
      picture.gaps.map(({ kind, count, about }) => [kind.replaceAll("-", " "), String(count), some(about)]),
    ),
    ...outlookLines("opportunities and challenges in the short term", picture.outlook.short),
    ...outlookLines("opportunities and challenges in the long term", picture.outlook.long),
    "",
  ].join("\n");
}

function coverageLines({ coverage, outcomes, tiers, stages }: Inventory): readonly string[] {
  const { authorities, percent, municipalities, local_authorities, systems } = coverage;
  const { pass, fail, "needs-approval": waiting } = outcomes.verdicts;
  const declared = `${counted(municipalities, "municipality or body has", "municipalities and bodies have")} declared ${counted(systems, "system", "systems")}`;
  const of =
    authorities === null
      ? "how many authorities there are is not in the plan"
      : `${counted(local_authorities, "local authority is", "local authorities are")} among them, ${percent} % of ${authorities.count} (${authorities.as_of}${authorities.verified ? "" : ", not checked"})`;
  return [
    `  ${declared}: ${of}`,
    `  ${counted(pass, "passes", "pass")}, ${counted(waiting, "waits for approval", "wait for approval")}, ${counted(fail, "fails", "fail")}`,
    `  by tier: ${tally(tiers)}`,
    `  by stage: ${tally(stages)}`,
    "  ? is what nobody declared or recorded, - what there is none of",
  ];
}

/** How many of each kind are printed of an outlook. */
const OUTLOOK = 3;

function outlookLines(
  title: string,
  { opportunities, challenges, silent }: InventoryOutlook,
): readonly string[] {
  const said = [
    ...opportunities.slice(0, OUTLOOK).map(({ manifest, text }) => ["opportunity", manifest, text]),
    ...challenges.slice(0, OUTLOOK).map(({ manifest, text }) => ["challenge", manifest, text]),
  ];
  const counts = [
    counted(opportunities.length, "opportunity", "opportunities"),
    counted(challenges.length, "challenge", "challenges"),
  ];
  return [
    "",
    title,
    `  ${counts.join(", ")}; ${counted(silent, "system names", "systems name")} neither`,
    ...columns(said).map((line) => `  ${line}`),
    ...left(opportunities.length + challenges.length - said.length),
  ];
}

function tally(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

function some(list: readonly string[]): string {
  const shown = list.slice(0, 3).join(", ");
  return list.length > 3 ? `${shown} and ${list.length - 3} more` : shown;
}
