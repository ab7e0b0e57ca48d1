import { describe, expect, it } from "vitest";
import { vendorView } from "../../src/registry/vendor-view.ts";
import { stepsIn } from "../steps-in.ts";
import { publishedRegistry } from "./registry-files.ts";

const registry = publishedRegistry();
const today = "2026-11-23";
const reached = (name: string, asOf: string) =>
  vendorView(registry, name, asOf).listings.map(({ listing, through }) => [
    listing.list,
    listing.entity,
    ...(stepsIn(through.path) ?? []),
  ]);

describe("the view of a vendor", () => {
  it("differs for Toga between 2019 and today as the facts do", () => {
    const step = "Huawei owns Toga Networks (100 %)";
    expect(reached("Toga Networks", "2019-01-01")).toEqual([["us-ndaa-889", "vendor:huawei", step]]);
    expect(reached("Toga Networks", today)).toEqual([
      ["us-bis-entity", "vendor:toga"],
      ["us-bis-entity", "vendor:huawei", step],
      ["us-fcc-covered", "vendor:huawei", step],
      ["us-ndaa-889", "vendor:huawei", step],
    ]);
  });

  it("leads from HVI to Hikvision as the origin of its products, and lists nothing for HVI itself", () => {
    const view = vendorView(registry, "HVI Security Solutions", today);
    expect(view.origins).toMatchObject([
      {
        entity: "vendor:hikvision",
        path: [{ en: "HVI Security Solutions agent_of Hikvision" }],
        confidence: "high",
      },
    ]);
    expect([view.holders, view.listings]).toEqual([[], []]);
    expect(view.originListings.map(({ listing }) => listing.list)).toContain("us-ndaa-889");
  });

  it("does not treat a look-alike as the company it looks like", () => {
    expect(vendorView(registry, "H\u0456kvision", today)).toMatchObject({
      resolution: { kind: "confusable", entity: "vendor:hikvision" },
      entity: undefined,
      listings: [],
    });
  });

  it("takes an id as well as a name", () => {
    expect(vendorView(registry, "vendor:toga", today).entity?.name).toBe("Toga Networks");
  });

  it("gives the vendor's reply and every source it used, with title", () => {
    const { entity, sources } = vendorView(registry, "Hikvision", today);
    expect(entity?.reply).toMatchObject({ source: "securitysystemsnews-2019-10", on: "2019-10" });
    expect(sources.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["dod-1260h-2021-06-03", "fr-84-54002"]),
    );
    expect(sources.every(({ title }) => title !== "")).toBe(true);
  });

  it("shows the legal profile of each country above the company", () => {
    const { legal } = vendorView(registry, "Toga", today);
    expect(legal.map(({ country, flags }) => [country, flags?.length])).toEqual([
      ["IL", 0],
      ["CN", 5],
    ]);
  });

  it("shows past relations as past", () => {
    const owned = vendorView(registry, "Lorex", today).edges.find(({ kind }) => kind === "owns");
    expect(owned).toMatchObject({ from: "vendor:dahua", toDate: "2022-11", active: false });
  });
});
