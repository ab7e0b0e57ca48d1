import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { takeInventory } from "../../src/engine/inventory/take-inventory.ts";
import type { Submitted } from "../../src/engine/submitted.ts";
import { surroundingsOf } from "../../src/engine/surroundings-of.ts";
import type { ManifestDocument } from "../../src/model/generated/manifest.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { createSiteContext } from "../../src/web/create-site-context.ts";
import { sitePagesIn } from "../../src/web/site-pages.ts";
import { exampleSite } from "../browser/example-site.ts";
import { AS_OF } from "../load-repository.ts";
import { hasSuites, payloads } from "../render/suites.ts";
import { builtSite } from "./built-site.ts";

/** Texts that each hostile manifest carries. */
const FIELDS = 16;

/** So many are judged, for what findings say of them; all have their pages. */
const JUDGED = 10;

const TAG = /<(?<name>[a-zA-Z][^\s/>]*)(?<attributes>[^>]*)>/g;
const ATTRIBUTE = /([^\s"'>/=]+)(?:="[^"]*")?/g;

describe.skipIf(!hasSuites)("hostile names and texts in manifests (needs BYLAW_SUITES)", () => {
  it("reach no page as markup: no tag and no attribute that other pages do not have", () => {
    const texts = [...new Set(payloads())].filter((text) => /[<>"'&]/.test(text));
    const groups = Array.from({ length: Math.ceil(texts.length / FIELDS) }, (_, index) =>
      texts.slice(index * FIELDS, (index + 1) * FIELDS),
    );
    const read = groups.map(hostileManifest).filter(({ loaded }) => loaded.ok);
    expect(read.length).toBeGreaterThan(groups.length / 2);
    const pages = pagesAbout(read);
    const [known, found] = [marksIn(ordinaryPages()), marksIn(pages)];
    expect([...found].filter((mark) => !known.has(mark))).toEqual([]);
    // They are there all the same, as text.
    expect(pages.some((page) => page.includes("&lt;script&gt;alert("))).toBe(true);
  });
});

/** The first example with the texts in its names, each where people write freely. */
function hostileManifest(texts: readonly string[], index: number): Submitted {
  const text = (place: number) => texts[place % texts.length] ?? "";
  const [example] = exampleSite().manifests;
  if (example === undefined) throw new Error("there is no example");
  const value: ManifestDocument = structuredClone(example.value);
  const { metadata, system, supply_chain } = value;
  metadata.id = `il-9901-hostile-${index}`;
  metadata.title = { en: text(0), he: text(1), ar: text(2) };
  metadata.municipality.name = text(3);
  metadata.owner = { role: text(4), email: "owner@example.org" };
  if (value.objective) value.objective.problem = text(5);
  for (const [place, site] of sitesOf(system).entries()) site.name = text(6 + place);
  for (const [place, party] of partiesOf(supply_chain).entries()) {
    party.name_as_written = text(7 + place);
    party.vendor = null;
  }
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const source = { file: `manifests/hostile-${index}.yaml`, bytes, mode: "100644" as const };
  return { source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) };
}

function sitesOf(system: ManifestDocument["system"]) {
  return Array.isArray(system?.sites) ? system.sites : [];
}

function partiesOf(chain: ManifestDocument["supply_chain"]) {
  return Array.isArray(chain?.parties) ? chain.parties : [];
}

/** The Arabic pages of a site about these systems alone. */
function pagesAbout(submitted: readonly Submitted[]): readonly string[] {
  const site = exampleSite();
  const { bundle } = site;
  const judged = submitted.slice(0, JUDGED);
  const surroundings = surroundingsOf(bundle, judged);
  const report = evaluate(bundle, judged, { asOf: AS_OF, language: "ar", surroundings });
  const context = createSiteContext({
    ...site,
    surroundings,
    manifests: submitted.flatMap(({ loaded }) => (loaded.ok ? [loaded.document] : [])),
    reports: { en: report, he: report, ar: report },
    inventory: takeInventory(bundle, judged, { asOf: AS_OF, surroundings }),
    isSample: false,
  });
  return sitePagesIn("ar", context).flatMap(({ path, text }) => (path.endsWith(".html") ? [text] : []));
}

function ordinaryPages(): readonly string[] {
  return [...builtSite()].flatMap(([path, text]) => (path.endsWith(".html") ? [text] : []));
}

/** Every name of a tag, and of an attribute of one, in pages. */
function marksIn(pages: readonly string[]): ReadonlySet<string> {
  const marks = new Set<string>();
  for (const page of pages) {
    for (const { groups } of page.matchAll(TAG)) {
      const { name = "", attributes = "" } = groups ?? {};
      marks.add(`<${name}`);
      for (const [, attribute] of attributes.matchAll(ATTRIBUTE)) marks.add(`<${name} ${attribute}`);
    }
  }
  return marks;
}
