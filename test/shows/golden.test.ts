import { describe, expect, it } from "vitest";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import type { Finding } from "../../src/model/generated/report.ts";
import { fileOf, findingAt, GOLDEN, reportOn, textOf } from "../engine/report-on.ts";
import { sourcesUnder } from "../load-repository.ts";

const ARRANGEMENT = "examples/sde-tavor/arrangements/il-9901-xiamen-2014.yaml";
const text = textOf(GOLDEN);
const { bundle } = loadBundle(
  [...sourcesUnder("policies"), ...sourcesUnder("examples/sde-tavor/arrangements")],
  { gate: false },
);
const report = reportOn([fileOf(GOLDEN, text)], { bundle });
const find = (rule: string, subject: string, outcome?: Finding["outcome"]) =>
  findingAt(report, rule, subject, outcome);
const DEVICE = "/supply_chain/devices/0";
const lines = text.split("\n");

/** The line a text stands in, counted from 1. */
function lineOf(part: string): number {
  return lines.findIndex((line) => line.includes(part)) + 1;
}

describe("the promenade cameras on 2026-11-23", () => {
  it("are T4, because one site is a polling station, and fail", () => {
    expect(report.manifests).toEqual([
      { id: "il-9901-cam-promenade", file: GOLDEN, tier: "T4", verdict: "fail" },
    ]);
  });

  it.for([
    [
      "VEN-04: a device declared as one maker's carries another's MAC prefix",
      "VEN-04",
      DEVICE,
      "block",
      "device.maker_evidence",
    ],
    [
      "VEN-05: listed equipment at the polling station",
      "VEN-05",
      `${DEVICE}/sites/site-2`,
      "block",
      "listing.list",
    ],
    [
      "VEN-05: listed equipment on the promenade, which alone is T3",
      "VEN-05",
      `${DEVICE}/sites/site-1`,
      "approve",
      "listing.list",
    ],
    ["VEN-06: its controller's legal profile", "VEN-06", DEVICE, "block", "owner.control"],
    ["VEN-03: a high-risk holder", "VEN-03", DEVICE, "approve", "owner.control"],
    ["VEN-08: listed for taking part in repression", "VEN-08", DEVICE, "block", "listing.ground"],
    [
      "VEN-02: nobody is named as the ultimate owner",
      "VEN-02",
      "/supply_chain/parties",
      "block",
      "party.name",
    ],
    [
      "RET-01: 21 days where one site is sensitive",
      "RET-01",
      "/data/retention/0",
      "block",
      "retention.period",
    ],
    [
      "FOR-03: a twin city in the country that the product comes from",
      "FOR-03",
      DEVICE,
      "approve",
      "party.arrangement_until",
    ],
    ["ACC-01: no second factor is stated for the police", "ACC-01", "/data/access/1", "block", "access.mfa"],
    [
      "ACC-01: neither number of users nor second factor is stated for the agent",
      "ACC-01",
      "/data/access/2",
      "block",
      "access.users",
    ],
  ] as const)("%s", ([, rule, subject, effect, fact]) => {
    expect(find(rule, subject)).toMatchObject({
      effect,
      state: "open",
      outcome: "fail",
      fact,
      upcoming: null,
    });
  });

  it("CLN-06: listed transit equipment, by the company that makes it", () => {
    const [finding] = report.findings.filter(
      ({ rule, clause, outcome }) => rule === "CLN-06" && clause === "b" && outcome === "fail",
    );
    expect(finding).toMatchObject({ effect: "block", state: "open" });
    expect([finding?.location, ...(finding?.related ?? [])].map((place) => place?.line)).toContain(
      lineOf("transit_equipment"),
    );
  });

  it.for([
    ["CLN-02", null, "/supply_chain/mobile_apps/0"],
    ["CLN-03", "b", "/supply_chain/mobile_apps/0"],
    ["CLN-03", "a", DEVICE],
  ] as const)(
    "%s (%s): the sideloaded viewer is only announced, since its stage is deployment",
    ([rule, clause, subject]) => {
      const found = report.findings.find(
        (finding) =>
          finding.rule === rule &&
          finding.clause === clause &&
          finding.subject === subject &&
          finding.outcome === "fail",
      );
      expect(found).toMatchObject({
        effect: "warn",
        state: "upcoming",
        upcoming: { reason: "stage", from: "deployment" },
      });
    },
  );

  it("CLN-03 shows the app that the high-risk company publishes", () => {
    const found = report.findings.find(
      ({ rule, clause, outcome }) => rule === "CLN-03" && clause === "a" && outcome === "fail",
    );
    expect([found?.location, ...(found?.related ?? [])].map((place) => place?.line)).toContain(
      lineOf("mobile_apps"),
    );
  });

  it("FOR-03 names the arrangement, in the file it stands in", () => {
    const { rests_on, related } = find("FOR-03", DEVICE);
    expect(rests_on).toContain(ARRANGEMENT);
    expect(related.map(({ file }) => file)).toContain(ARRANGEMENT);
  });

  it("ACC-01 asks for what is blank, by the names of the matrix", () => {
    expect([1, 2].map((line) => find("ACC-01", `/data/access/${line}`).missing)).toEqual([
      ["access.mfa", "access.search"],
      ["access.users", "access.mfa"],
    ]);
  });

  it.for([
    ["INV-06: the command room it feeds is declared nowhere", "INV-06", "deployment"],
    ["ACC-02: the agreement with the police has no end", "ACC-02", "deployment"],
    ["PRV-03: the database has no number", "PRV-03", "deployment"],
  ] as const)("%s, which is only announced, since its stages begin later", ([, rule, from]) => {
    const found = report.findings.filter((finding) => finding.rule === rule && finding.outcome === "fail");
    expect(found.length).toBeGreaterThan(0);
    for (const { effect, state, upcoming } of found) {
      expect({ effect, state, upcoming }).toEqual({
        effect: "warn",
        state: "upcoming",
        upcoming: { reason: "stage", from },
      });
    }
  });

  it("ACC-02 lists the end among what is not stated", () => {
    expect(find("ACC-02", "/system/interfaces/1").missing).toContain("interface.agreement_ends_on");
  });

  it.for([
    "VEN-16",
    "FRT-06",
    "FRT-01",
    "FRT-02",
    "FRT-03",
    "FRT-04",
    "FRT-05",
    "RET-05",
    "CYB-01",
    "PRV-05",
    "INV-03",
    "INV-04",
    "GOV-01",
  ])("%s finds nothing", (rule) => {
    expect(report.findings.filter((finding) => finding.rule === rule)).toEqual([]);
  });

  it.for(["site-1", "site-2"])(
    "VEN-05 at %s names both edges that lead to the maker, and the listings with their dates",
    (site) => {
      expect(find("VEN-05", `${DEVICE}/sites/${site}`).path).toEqual([
        expect.stringMatching(/^Hikvision manufactures_for SafeView \(DS-2CD2xxx\b/),
        "HVI Security Solutions agent_of Hikvision",
        "Hikvision on us-fcc-covered since 2021-03-12",
        "Hikvision on us-ndaa-889 since 2018-08-13",
      ]);
    },
  );

  it("VEN-04 names the MAC prefix and whose it is", () => {
    expect(find("VEN-04", DEVICE).path).toEqual(["MAC prefix 44:19:B6 is registered to Hikvision"]);
  });

  it("VEN-13: every refusal of a company offers others, none of which is on a covered list itself", () => {
    const refusals = report.findings.filter(
      ({ rule, effect, subject }) =>
        ["VEN-03", "VEN-05", "VEN-06", "VEN-08", "CLN-06"].includes(rule) &&
        effect !== "note" &&
        subject !== "",
    );
    expect(refusals.length).toBeGreaterThan(5);
    for (const { alternatives } of refusals) {
      expect(alternatives.length).toBeGreaterThanOrEqual(3);
      expect(alternatives).not.toContain("Hikvision");
    }
    // Cameras in place of cameras, and a platform in place of a cloud.
    expect(find("VEN-05", `${DEVICE}/sites/site-2`).alternatives).toContain("Axis Communications");
    expect(refusals.flatMap(({ alternatives }) => alternatives)).toContain("Microsoft");
  });

  it("RET-01 stands on the value, says both numbers, and its fix ends it", () => {
    const { location, message, fix } = find("RET-01", "/data/retention/0");
    const line = lines[location.line - 1] ?? "";
    expect(line.slice(location.column - 1, location.end_column - 1)).toBe("P21D");
    expect(message).toBe("`video_raw`: retention period: 21 days; the limit is 14 days");
    const bytes = new TextEncoder().encode(text);
    const fixed =
      new TextDecoder().decode(bytes.slice(0, fix?.start)) +
      fix?.text +
      new TextDecoder().decode(bytes.slice(fix?.end));
    expect(fixed).toBe(text.replace("period: P21D", "period: P14D"));
    expect(
      reportOn([fileOf(GOLDEN, fixed)], { bundle }).findings.filter(({ rule }) => rule === "RET-01"),
    ).toEqual([]);
  });

  it("the waiver that the manifest asks for changes nothing", () => {
    const without = text.slice(0, text.indexOf("# Asks only"));
    expect(without.length).toBeLessThan(text.length);
    const said = (of: string) =>
      reportOn([fileOf(GOLDEN, of)], { bundle }).findings.map(({ fingerprint, state, effect, message }) => ({
        fingerprint,
        state,
        effect,
        message,
      }));
    expect(said(without)).toEqual(said(text));
  });

  it.for(["il-9901-cam-promenade"])("every finding stands in %s and its place exists", (id) => {
    for (const { manifest, location } of report.findings) {
      expect(manifest).toBe(id);
      expect(lines[location.line - 1]?.length).toBeGreaterThanOrEqual(location.column - 1);
    }
  });
});
