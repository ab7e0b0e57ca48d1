import { describe, expect, it } from "vitest";
import { takeInventory } from "../../src/engine/inventory/take-inventory.ts";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import type { Submitted } from "../../src/engine/submitted.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { AS_OF, sourcesUnder } from "../load-repository.ts";

const { bundle } = loadBundle([...sourcesUnder("policies"), ...sourcesUnder("examples")], { gate: false });
const submitted: readonly Submitted[] = sourcesUnder("examples")
  .filter(({ file }) => file.includes("/manifests/"))
  .map((source) => ({ source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) }));
const picture = takeInventory(bundle, submitted, { asOf: AS_OF });
const only = (...parts: string[]) =>
  takeInventory(
    bundle,
    submitted.filter(({ source }) => parts.some((part) => source.file.includes(part))),
    { asOf: AS_OF },
  );
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((all, count) => all + count, 0);

describe("the national picture of the examples", () => {
  it("counts every system once by tier, by stage, by verdict and by municipality", () => {
    const { coverage, tiers, stages, outcomes } = picture;
    expect(coverage.systems).toBe(submitted.length);
    expect(sum(tiers)).toBe(submitted.length);
    expect(sum(stages)).toBe(submitted.length);
    expect(sum(outcomes.verdicts)).toBe(submitted.length);
    expect(coverage.by_municipality.reduce((all, { systems }) => all + systems, 0)).toBe(submitted.length);
  });

  it("sets the local authorities that declared anything against all there are, ministries and bodies left out", () => {
    const { by_municipality, authorities, percent } = picture.coverage;
    const local = by_municipality.filter(({ type }) => type !== "ministry" && type !== "body").length;
    expect(percent).toBe(Math.round((local / (authorities?.count ?? 0)) * 1000) / 10);
  });

  it("tells two bodies without a locality code apart", () => {
    const bodies = picture.coverage.by_municipality.filter(({ cbs_code }) => cbs_code === "gov");
    expect(bodies.map(({ name }) => name)).toEqual([
      "Election office (fictional)",
      "Ministry of Rivers (fictional)",
    ]);
  });

  it("names who controls a vendor and where it is listed", () => {
    expect(picture.vendors.find(({ entity }) => entity === "vendor:toga")).toMatchObject({
      name: "Toga Networks",
      country: "IL",
      controllers: expect.arrayContaining(["vendor:huawei"]),
      lists: expect.arrayContaining(["us-ndaa-889"]),
    });
  });

  it("counts devices under the country of their true maker", () => {
    const { origins } = only("ein-moran", "kfar-rimon");
    expect(origins.map(({ country }) => country)).toEqual([null, "IL"]);
  });

  it("gives cameras per thousand residents where the number of residents is declared, and nothing where it is not", () => {
    const { cameras } = only("kiryat-zayit", "kfar-rimon");
    expect(
      cameras.by_municipality.map(({ cameras, per_1000_residents }) => [cameras, per_1000_residents]),
    ).toEqual([
      [4, null],
      [883, 6.2],
    ]);
  });

  it("keeps what municipalities hope and fear, by horizon, in their own words", () => {
    const { outlook } = only("har-armon");
    expect(outlook.short.opportunities).toEqual([{ manifest: "il-9922-lights-rail", text: "shorter runs" }]);
    expect(outlook.long.challenges).toEqual([
      { manifest: "il-9922-lights-rail", text: "nobody remembers the fixed plans" },
    ]);
  });

  it("lists a system that a link names and nobody declared as a gap", () => {
    const gap = only("ramot-dekel").gaps.find(({ kind }) => kind === "undeclared-system");
    expect(gap).toEqual({ kind: "undeclared-system", count: 1, about: ["il-9915-signals"] });
  });

  it("counts a file that cannot be read as a gap and not as a system", () => {
    const bytes = new TextEncoder().encode("kind: [");
    const source = { file: "manifests/broken.yaml", bytes, mode: "100644" } as const;
    const broken = { source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) };
    const { gaps, coverage } = takeInventory(bundle, [broken], { asOf: AS_OF });
    expect(coverage.systems).toBe(0);
    expect(gaps).toContainEqual({ kind: "unread-file", count: 1, about: ["manifests/broken.yaml"] });
  });
});

describe("an objective of the plan", () => {
  const standing = (id: string, parts: readonly string[], asOf = AS_OF) =>
    takeInventory(
      bundle,
      submitted.filter(({ source }) => parts.some((part) => source.file.includes(part))),
      { asOf },
    ).objectives.find((objective) => objective.id === id);

  it.for([
    ["is met where the count is at its target", "no-live-identification", ["ramat-shaked"], 0, "met"],
    ["is open where the count is above it", "no-live-identification", ["nof-almog"], 1, "open"],
    ["is not measured where no row is left", "footage-short-lived", ["emek-dolev"], null, "not-measured"],
    ["is open where a share is below its target", "footage-short-lived", ["har-oren"], 0, "open"],
  ] as const)("%s", ([, id, parts, measured, expected]) => {
    expect(standing(id, parts)).toMatchObject({ measured, standing: expected });
  });

  it("is late once its date is past", () => {
    expect(standing("no-live-identification", ["nof-almog"], "2027-01-01")?.standing).toBe("late");
  });

  it("is not measured where the plan gives no way to", () => {
    expect(standing("trade-continues", ["emek-dolev"])).toMatchObject({
      measured: null,
      standing: "not-measured",
    });
  });
});
