import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/model/document.ts";
import type { ManifestDocument } from "../../src/model/generated/manifest.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { dataFiles, neutralDataFiles } from "../../src/web/data/data-files.ts";
import { oscalCatalog } from "../../src/web/data/oscal-catalog.ts";
import { placesGeojson } from "../../src/web/data/places-geojson.ts";
import { systemsCsv } from "../../src/web/data/systems-csv.ts";
import { markupOf } from "../../src/web/html.ts";
import { briefPage } from "../../src/web/municipalities/brief-page.ts";
import { listMunicipalities } from "../../src/web/municipalities/listed-municipality.ts";
import { municipalityPage } from "../../src/web/municipalities/municipality-page.ts";
import { mapPart } from "../../src/web/places/map-part.ts";
import { mapPoints } from "../../src/web/places/map-points.ts";
import { renderPage } from "../../src/web/shell/render-page.ts";
import type { SiteContext } from "../../src/web/site-context.ts";
import { type ListedSystem, listSystems } from "../../src/web/systems/listed-system.ts";
import { signPage } from "../../src/web/systems/sign-page.ts";
import { systemPage } from "../../src/web/systems/system-page.ts";
import { vendorUses } from "../../src/web/vendors/vendor-uses.ts";
import { exampleSite } from "../browser/example-site.ts";
import { sensitiveSites } from "./sensitive-sites.ts";

const site = exampleSite();
const restricted: SiteContext = { ...site, view: "restricted" };

function systemNamed(id: string, context = site): ListedSystem {
  const found = listSystems(context, "en").find((system) => system.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

/** The pages about one system: its own, its sign, and those of its municipality. */
function pagesOf(id: string, context: SiteContext): readonly string[] {
  const system = systemNamed(id, context);
  const owner = listMunicipalities(context, "en").find(({ systems }) => systems.some((one) => one.id === id));
  if (owner === undefined) throw new Error(`nobody has ${id}`);
  return [
    systemPage(system, context, "en"),
    signPage(system, context, "en"),
    municipalityPage(owner, context, "en"),
    briefPage(owner, context, "en"),
  ].map((page) => renderPage({ context, language: "en", page, paths: new Set() }));
}

describe("positions of places", () => {
  it("of security-sensitive sites stand in the restricted view alone, which says what it is", () => {
    const [page = ""] = pagesOf("il-9930-cam-market", restricted);
    expect(page).toContain("32.1008, 34.9019");
    expect(page).toContain('class="notice restricted"');
    const [open = ""] = pagesOf("il-9930-cam-market", site);
    expect(open).toContain("32.1004, 34.9011");
    expect(open).toContain("withheld for its protection");
    expect(open).not.toContain("32.1008");
    expect(open).not.toContain('class="notice restricted"');
  });

  it("are in the GeoJSON with longitude first, as the manifests state them", () => {
    const stated = site.manifests.flatMap(({ value }) =>
      sitesOf(value).flatMap(({ lat, lon }) => (lat && lon ? [[lon, lat]] : [])),
    );
    const written = (context: SiteContext) =>
      placesGeojson(context, "en").features.map(({ geometry }) => [...geometry.coordinates]);
    expect(written(restricted).sort()).toEqual(stated.sort());
    const hidden = sensitiveSites(site.manifests).map(({ lat, lon }) => [lon, lat]);
    expect(hidden.length).toBeGreaterThan(3);
    expect(written(site).sort()).toEqual(
      stated.filter((one) => !hidden.some((other) => other.join() === one.join())),
    );
  });

  it("that a map leaves out are counted on it", () => {
    const { points, withheld, unplaced } = mapPoints(site, "en");
    const places = site.manifests.flatMap(({ value }) => sitesOf(value)).length;
    expect(points.reduce((sum, point) => sum + point.places, 0) + withheld + unplaced).toBe(places);
    expect(withheld).toBe(sensitiveSites(site.manifests).length);
    expect(markupOf(mapPart(site, "en"))).toContain(`The positions of ${withheld} places are withheld`);
  });

  it.for(LANGUAGES)("are on the map as links with the names that its table has, in %s", (language) => {
    const text = markupOf(mapPart(site, language));
    const [map = "", table = ""] = text.split("<table>");
    const linked = (part: string) => [...part.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => href);
    expect(linked(map)).toEqual(linked(table));
    const names = [...map.matchAll(/<a [^>]*aria-label="([^"]+): [^"]+"/g)].map(([, name = ""]) => name);
    expect(names.length).toBe(linked(map).length);
    expect(names.filter((name) => !table.includes(`<bdi>${name}</bdi>`))).toEqual([]);
  });

  it("leave a section that only counts where none may be shown", () => {
    const [sensitive] = listSystems(site, "en").filter(({ id }) => id === "il-9911-centre-gift");
    if (sensitive === undefined) throw new Error("no such system");
    const text = markupOf(mapPart({ ...site, manifests: [sensitive.manifest] }, "en"));
    expect(text).toContain("The position of 1 place is withheld");
    expect(text).not.toContain("<svg");
  });
});

describe("the pages of a system and a municipality", () => {
  const HOSTILE = `"><img src=x onerror=alert(1)>'</script>`;

  it("show every text of a manifest as text", () => {
    const example = systemNamed("il-9901-cam-promenade");
    const value = withEveryText(example.manifest.value, HOSTILE) as ManifestDocument;
    value.metadata.id = example.id;
    const system: ListedSystem = { ...example, manifest: { ...example.manifest, value } as Manifest };
    const pages = LANGUAGES.flatMap((language) => [
      systemPage(system, site, language),
      signPage(system, site, language),
    ]);
    for (const page of pages) {
      const text = markupOf(page.body) + markupOf(page.heading ?? page.body);
      expect(text).toContain("&lt;img src=x");
      expect(text.match(/<img|<\/script/)).toBeNull();
    }
  });

  it.for([
    ["javascript:alert(1)", false],
    ["http://plain.example/", false],
    ["https://city.example/cameras", true],
  ] as const)("link to a municipality's own page only where it is a web address: %s", ([page, isLinked]) => {
    const example = systemNamed("il-9901-cam-promenade");
    const value = structuredClone(example.manifest.value);
    value.transparency = { ...value.transparency, public_page: page };
    const system = { ...example, manifest: { ...example.manifest, value } };
    expect(markupOf(systemPage(system, site, "en").body).includes(`href="${page}"`)).toBe(isLinked);
  });

  it("have every message of every finding, and what to do", () => {
    const system = systemNamed("il-9901-cam-promenade");
    const text = markupOf(systemPage(system, site, "en").body).replace(/<[^>]+>/g, "");
    const missing = system.findings
      .flatMap(({ message, help }) => [message, help ?? ""])
      .filter((said) => !text.includes(escaped(said.replaceAll("`", ""))));
    expect(system.findings.length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it("fit what is open and due on one sheet, and say how much is left", () => {
    const longest = [...listMunicipalities(site, "en")].sort((a, b) => b.counted.failing - a.counted.failing);
    for (const municipality of longest) {
      const text = markupOf(briefPage(municipality, site, "en").body);
      expect(text.match(/<tr>/g)?.length ?? 0).toBeLessThanOrEqual(2 + 12 + 10);
    }
    const sdeTavor = listMunicipalities(site, "en").find(({ counted }) => counted.cbs_code === "9901");
    if (sdeTavor === undefined) throw new Error("no such municipality");
    expect(markupOf(briefPage(sdeTavor, site, "en").body)).toMatch(/\d+ further rules/);
  });
});

describe("the downloads", () => {
  it.for(LANGUAGES)("hold a row of spreadsheet cells for each system, in %s", (language) => {
    const [header = [], ...rows] = cellsOf(systemsCsv(site, language));
    expect(rows.map(([id]) => id)).toEqual(listSystems(site, language).map(({ id }) => id));
    expect(rows.filter((row) => row.length !== header.length)).toEqual([]);
  });

  it("do not let a title become a formula", () => {
    const { manifest } = systemNamed("il-9901-cam-promenade");
    const value = structuredClone(manifest.value);
    value.metadata.title = { en: "=HYPERLINK(1)" };
    const text = systemsCsv({ ...site, manifests: [{ ...manifest, value }] }, "en");
    expect(cellsOf(text)[1]?.[1]).toBe("'=HYPERLINK(1)");
  });

  it("have an OSCAL catalog whose ids are tokens and UUIDs, each given once, and whose links lead somewhere", () => {
    const { catalog } = oscalCatalog(site, "en");
    const resources = catalog["back-matter"].resources.map(({ uuid }) => uuid);
    const uuids = [catalog.uuid, ...resources];
    expect(
      uuids.filter(
        (uuid) => !/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(uuid),
      ),
    ).toEqual([]);
    const controls = catalog.groups.flatMap((group) => group.controls);
    const ids = [
      ...catalog.groups.map(({ id }) => id),
      ...controls.flatMap(({ id, parts }) => [
        id,
        ...parts.flatMap((part) => [
          part.id,
          ...("parts" in part ? (part.parts ?? []) : []).map((one) => one.id),
        ]),
      ]),
    ];
    expect(ids.filter((id) => !/^[\p{L}_][\p{L}\p{N}.\-_]*$/u.test(id))).toEqual([]);
    expect(new Set([...uuids, ...ids]).size).toBe(uuids.length + ids.length);
    const links = controls.flatMap(({ links: of }) => of.map(({ href }) => href.slice(1)));
    expect(links.filter((uuid) => !resources.includes(uuid))).toEqual([]);
    expect(oscalCatalog(site, "en")).toEqual({ catalog });
  });

  it("name a source by the same UUID whatever the date and language", () => {
    const later = { ...site, asOf: "2027-11-23" };
    const [one, other] = [oscalCatalog(site, "en"), oscalCatalog(later, "ar")];
    const uuids = ({ catalog }: typeof one) => catalog["back-matter"].resources.map(({ uuid }) => uuid);
    expect(uuids(other)).toEqual(uuids(one));
    expect(other.catalog.uuid).not.toBe(one.catalog.uuid);
  });

  it("are JSON where they say so", () => {
    const files = [...dataFiles(site, "he"), ...neutralDataFiles(site)].filter(({ path }) =>
      /json|sarif$/.test(path),
    );
    expect(files.length).toBeGreaterThan(6);
    for (const { text } of files) expect(() => JSON.parse(text)).not.toThrow();
  });
});

describe("the systems on the page of a company", () => {
  it("are as many as the inventory counts", () => {
    const uses = vendorUses(site, "en");
    const counted = site.inventory.vendors.flatMap(({ entity, systems }) =>
      entity === null ? [] : [[entity, systems] as const],
    );
    expect(counted.map(([entity]) => [entity, uses.get(entity)?.length ?? 0])).toEqual(counted);
  });
});

function sitesOf({ system }: ManifestDocument) {
  return Array.isArray(system?.sites) ? system.sites : [];
}

/** The same value with another text in place of each, but for addresses that would no longer be ones. */
function withEveryText(value: unknown, text: string): unknown {
  if (typeof value === "string") return text;
  if (Array.isArray(value)) return value.map((one) => withEveryText(one, text));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, withEveryText(one, text)]));
}

function escaped(text: string): string {
  return text.replace(
    /[&<>"']/g,
    (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one] ?? "&#39;",
  );
}

/** Cells of a table in which every text is quoted. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const rows = text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split("\r\n");
  return rows.map((row) =>
    [...row.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain = ""]) =>
      quoted === undefined ? plain : quoted.replaceAll('""', '"'),
    ),
  );
}
