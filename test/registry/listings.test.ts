import { describe, expect, it } from "vitest";
import { publishedRegistry } from "./registry-files.ts";

const registry = publishedRegistry();
const today = "2026-11-23";
const lists = (entity: string, asOf = today) =>
  registry
    .listings(entity, asOf)
    .map(({ list }) => list)
    .sort();

describe("listings on a date", () => {
  it.for([
    ["vendor:megvii", "2024-01-30", ["us-bis-entity"]],
    ["vendor:megvii", "2024-06-01", ["us-bis-entity", "us-dod-1260h"]],
    ["vendor:megvii", "2025-01-06", ["us-bis-entity", "us-dod-1260h"]],
    ["vendor:megvii", "2025-01-07", ["us-bis-entity"]],
    ["vendor:megvii", "2025-06-01", ["us-bis-entity"]],
    ["vendor:toga", "2019-01-01", []],
    ["vendor:toga", "2020-07-31", []],
    ["vendor:toga", "2020-08-01", ["us-bis-entity"]],
    ["vendor:tencent", "2025-01-06", []],
    ["vendor:tencent", today, ["us-dod-1260h"]],
    ["vendor:alibaba", "2026-06-07", []],
    ["vendor:alibaba", today, ["us-dod-1260h"]],
    ["vendor:zte", today, ["us-fcc-covered", "us-ndaa-889"]],
    ["vendor:hikvision", "2018-08-12", []],
    ["vendor:hikvision", "2020-12-01", ["us-bis-entity", "us-eo-13959", "us-ndaa-889"]],
    ["vendor:hikvision", today, ["us-bis-entity", "us-dod-1260h", "us-fcc-covered", "us-ndaa-889"]],
    ["vendor:dahua", today, ["us-bis-entity", "us-dod-1260h", "us-fcc-covered", "us-ndaa-889"]],
    ["vendor:sensetime", today, ["us-bis-entity", "us-dod-1260h"]],
    ["vendor:sdic-intelligence", today, ["us-bis-entity", "us-dod-1260h"]],
    ["vendor:lorex", today, []],
    ["vendor:hvi-security", today, []],
    ["vendor:axis", today, []],
  ] as const)("%s on %s: %s", ([entity, asOf, expected]) => {
    expect(lists(entity, asOf)).toEqual(expected);
  });

  it("tells product and use scope apart: any use for Huawei, four uses for Hikvision", () => {
    const section889 = (entity: string) =>
      registry.listings(entity, today).find(({ list }) => list === "us-ndaa-889");
    expect(section889("vendor:huawei")).toMatchObject({ scope: new Set(["telecom"]), useScope: new Set() });
    expect(section889("vendor:hikvision")).toMatchObject({
      scope: new Set(["video_surveillance", "telecom"]),
      useScope: new Set([
        "public_safety",
        "government_facility",
        "critical_infrastructure",
        "national_security",
      ]),
    });
  });

  it.for([
    ["2020-01-01", false, []],
    ["2025-09-28", false, []],
    ["2025-10-01", true, []],
    ["2025-11-10", false, []],
    ["2026-11-09", false, []],
    ["2026-11-10", true, ["whether it reaches affiliates is unverified on this date, taken as yes"]],
  ] as const)("dates whether the Entity List reaches affiliates: on %s %s", ([asOf, reaches, notes]) => {
    const listing = registry.listings("vendor:hikvision", asOf).find(({ list }) => list === "us-bis-entity");
    expect(listing).toMatchObject({ includesAffiliates: reaches, notes });
  });

  it("keeps grounds apart: human rights in October 2019, national security for Huawei", () => {
    const ground = (entity: string) =>
      registry.listings(entity, today).find(({ list }) => list === "us-bis-entity")?.ground;
    expect([ground("vendor:hikvision"), ground("vendor:huawei")]).toEqual([
      "human_rights",
      "national_security",
    ]);
  });

  it("holds the 28 entities of October 2019: 8 companies and 20 government bodies", () => {
    const named = registry
      .entities()
      .filter(({ id }) =>
        registry
          .listings(id, "2019-10-09")
          .some(({ list, from }) => list === "us-bis-entity" && from === "2019-10-09"),
      );
    expect(named.filter(({ kind }) => kind === "state_body")).toHaveLength(20);
    expect(named.filter(({ kind }) => kind === "company")).toHaveLength(8);
  });

  it.for([
    ["2020-11-11", 0],
    ["2020-11-12", 31],
    ["2020-12-03", 35],
    ["2021-06-03", 0],
  ] as const)("holds the names of Executive Order 13959: on %s %i", ([asOf, count]) => {
    const named = registry.entities().filter(({ id }) => lists(id, asOf).includes("us-eo-13959"));
    expect(named).toHaveLength(count);
  });

  it("gives category entries to no entity and shows them with their list", () => {
    const covered = registry.lists().find(({ id }) => id === "us-fcc-covered");
    expect(covered?.categories.map(({ from }) => from)).toEqual([
      "2025-12-22",
      "2026-03-23",
      "2026-07-28",
      "2026-07-28",
    ]);
    expect(registry.listings("vendor:tp-link", today).map(({ list }) => list)).toEqual(["us-dod-1260h"]);
  });

  it("says that the FCC's own snapshots disagree", () => {
    const listing = registry.listings("vendor:huawei", today).find(({ list }) => list === "us-fcc-covered");
    expect(listing?.notes).toEqual([
      "sources disagree: the FCC repository's fallback list dates the entry to 30 June 2020",
    ]);
    expect(registry.lists().find(({ id }) => id === "us-fcc-covered")?.conflict).toContain("disagree");
  });

  it("names the list that replaced a list", () => {
    expect(registry.lists().find(({ id }) => id === "us-eo-13959")).toMatchObject({
      supersededBy: "us-eo-14032",
    });
  });
});
