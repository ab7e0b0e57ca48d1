import { describe, expect, it } from "vitest";
import { openImpactBase } from "../../src/change/impact/impact-base.ts";
import { impactOf } from "../../src/change/impact/impact-of.ts";
import type { DatedImpact, Flip, Impact } from "../../src/model/impact.ts";
import type { Source } from "../../src/model/source.ts";
import { AS_OF } from "../load-repository.ts";
import { edited, SOURCES, SUBMITTED, soundBundle } from "./change-world.ts";

const before = soundBundle(SOURCES);
const base = openImpactBase(before, SUBMITTED);

const RETENTION = "policies/data-retention/policy.yaml";
const VENDORS = "policies/trusted-vendors/policy.yaml";
const CYBER = "policies/cyber-security/policy.yaml";
const GOVERNANCE = "policies/governance/policy.yaml";
const FICTIONAL = "policies/trusted-vendors/registry/fictional.yaml";

const known = new WeakMap<readonly Source[], Impact>();

function impactOfSources(sources: readonly Source[]): Impact {
  const impact = known.get(sources) ?? impactOf(base, soundBundle(sources), { asOf: AS_OF });
  known.set(sources, impact);
  return impact;
}

/** What happens today. */
function today(sources: readonly Source[]): DatedImpact {
  const [first] = impactOfSources(sources).dates;
  if (first === undefined) throw new Error("the date of the run is always looked at");
  return first;
}

function named({ kind, rule, manifest, subject }: Flip): string {
  return `${kind}: ${rule} ${manifest}, ${subject}`;
}

const TIGHTER = edited(RETENTION, { "ordinary: P30D": "ordinary: P14D" });

describe("a tighter limit", () => {
  it("fails the one example that keeps more, and says by how much", () => {
    const { flips } = today(TIGHTER);
    expect(flips.map(named)).toEqual(["newly-failing: RET-01 il-9919-face-search, video_raw"]);
    expect(flips[0]).toMatchObject({
      file: "examples/givat-tidhar/manifests/il-9919-face-search.yaml",
      municipality: { cbs_code: "9919" },
      tier: "T4",
      before: { outcome: "pass", effect: null, state: null },
      after: { outcome: "fail", effect: "block", state: "open" },
    });
    expect(flips[0]?.message).toContain("30 days; the limit is 14 days");
  });

  it("is counted by municipality, tier and vendor", () => {
    const { by } = today(TIGHTER);
    expect(by.municipality.map(({ key, systems, flips }) => [key, systems, flips["newly-failing"]])).toEqual([
      ["9919", 1, 1],
    ]);
    expect(by.tier.map(({ key }) => key)).toEqual(["T4"]);
    expect(by.vendor.map(({ name }) => name)).toContain("Huawei");
  });

  it("moves the objective that measures it", () => {
    expect(today(TIGHTER).objectives).toMatchObject([
      { id: "footage-short-lived", kind: "moves", before: { standing: "open" }, after: { standing: "open" } },
    ]);
  });

  it("is looked at on its own day too where it is announced for later", () => {
    const value = "value: { sensitive: P14D, ordinary: P21D }\n        basis: { source: proposal }\n";
    const next =
      "      - from: 2027-06-01\n        value: { sensitive: P13D, ordinary: P21D }\n        basis: { source: proposal }\n";
    const { dates } = impactOfSources(edited(RETENTION, { [value]: value + next }));
    expect(dates.map(({ date, flips }) => [date, flips.map(named)])).toEqual([
      [AS_OF, []],
      ["2027-06-01", ["newly-failing: RET-01 il-gov-cam-count, video_raw"]],
    ]);
  });
});

describe("only what a change can touch is judged", () => {
  it.for<[string, readonly Source[]]>([
    ["a text", edited(RETENTION, { "Raw video is deleted quickly": "Raw video is deleted soon" })],
    ["the name of a parameter", edited(RETENTION, { plate_max: "plate_most" })],
    ["the title of a source in the registry", edited(FICTIONAL, { "Invented brand of": "A brand of" })],
  ])("%s touches no manifest", ([, sources]) => {
    const impact = impactOfSources(sources);
    expect(impact.manifests).toBe(SUBMITTED.length);
    expect(impact.dates.map(({ evaluated, flips }) => [evaluated, flips])).toEqual([[0, []]]);
  });

  const relabelled = edited(FICTIONAL, { "from: vendor:hikvision": "from: vendor:axis" });

  it("an edge touches the systems whose facts ask about its companies, and flips those it makes another's", () => {
    const impact = today(relabelled);
    expect(impact.evaluated).toBeGreaterThan(0);
    expect(impact.evaluated).toBeLessThan(SUBMITTED.length);
    expect([...new Set(impact.flips.map(({ manifest }) => manifest))]).toEqual(["il-9901-cam-promenade"]);
    const places = impact.flips.filter(({ rule }) => rule === "VEN-05");
    expect(places.map(named)).toEqual([
      "newly-passing: VEN-05 il-9901-cam-promenade, DS-2CD2xxx at site-1",
      "newly-passing: VEN-05 il-9901-cam-promenade, DS-2CD2xxx at site-2",
    ]);
    for (const { path, through } of places) {
      expect(path[0]).toContain("Hikvision manufactures_for SafeView");
      expect(through).toEqual(["removed: Hikvision manufactures_for SafeView"]);
    }
  });

  it("a share of a supplier is judged anew where its maker is another one", () => {
    const { flips } = today(relabelled);
    const shares = flips.filter(({ rule }) => rule === "VEN-12");
    expect(shares.map(({ subject }) => subject.split(",")[0])).toContain("Hikvision");
    expect(shares.every(({ through }) => through.length > 0)).toBe(true);
  });

  it("a switched-off pack takes away its findings and no others", () => {
    const { flips } = today(edited("policies/plan.yaml", { "clean-network: binding": "clean-network: off" }));
    expect(flips.length).toBeGreaterThan(0);
    expect(flips.filter(({ kind, rule }) => kind !== "newly-passing" || !rule.startsWith("CLN-"))).toEqual(
      [],
    );
  });

  it("a national limit below a municipality's own leaves that municipality as it is", () => {
    const { flips } = today(TIGHTER);
    expect(flips.filter(({ manifest }) => manifest.startsWith("il-9930-"))).toEqual([]);
  });
});

describe("waivers and standing approvals", () => {
  const shorter = edited(GOVERNANCE, { "value: P180D": "value: P30D" });
  const unwaivable = edited(CYBER, {
    "      - { fact: device.port_forward, is: false }\n    basis":
      "      - { fact: device.port_forward, is: false }\n    waivable: false\n    basis",
  });
  const removed = SOURCES.filter(({ file }) => !file.endsWith("/W-2026-011.yaml"));

  it.for<[string, readonly Source[], string]>([
    ["may last less long", shorter, "it lasts longer than allowed, which is until 2026-12-01"],
    ["is for a rule that allows none any more", unwaivable, "no waiver of this rule is ever valid"],
    ["is removed", removed, "it is removed"],
  ])("one that %s ends, and its finding is open again", ([, sources, reason]) => {
    const { waivers, flips } = today(sources);
    expect(waivers).toMatchObject([
      { kind: "ends", id: "W-2026-011", manifest: "il-9922-lights-rail", reason },
    ]);
    expect(flips.map(named)).toContain("newly-failing: CYB-05 il-9922-lights-rail, signal controller");
  });

  it("the objective that exceptions end opens where a waiver on file lasts too long", () => {
    expect(today(shorter).objectives).toMatchObject([
      { id: "exceptions-end", kind: "opens", before: { standing: "met" }, after: { standing: "open" } },
    ]);
  });

  it("an approval does not suffice for what blocks now", () => {
    const { waivers } = today(
      edited(VENDORS, {
        "effect: { T1: note, T2: warn, T3: approve, T4: block }":
          "effect: { T1: note, T2: warn, T3: block, T4: block }",
      }),
    );
    expect(waivers).toMatchObject([{ kind: "insufficient", id: "A-2026-004", rule: "VEN-05" }]);
  });

  it("one matches nothing any more where its rule finds something else in the place", () => {
    // Fingerprints are made of the facts a finding rests on: with another fact required, it is another finding.
    const { waivers } = today(
      edited(CYBER, {
        "      - { fact: device.egress, is: deny }\n      - fact: device.transport":
          "      - any: [{ fact: device.egress, is: deny }, { fact: device.disconnected, is: true }]\n      - fact: device.transport",
      }),
    );
    expect(waivers).toMatchObject([{ kind: "unmatched", id: "W-2026-011" }]);
  });

  it("one is not needed where its rule finds nothing any more", () => {
    const { waivers } = today(
      edited(CYBER, {
        "      - { fact: device.egress, is: deny }\n      - fact: device.transport":
          "      - fact: device.transport",
      }),
    );
    expect(waivers).toMatchObject([{ kind: "not-needed", id: "W-2026-011" }]);
  });
});

it("an overlay taken away lets the system of its municipality pass, and no other", () => {
  const { flips, verdicts } = today(SOURCES.filter(({ file }) => !file.includes("/overlays/")));
  expect(flips.map(named)).toEqual([
    "newly-passing: RET-01 il-9930-cam-market, video_raw",
    "newly-passing: M9930-01 il-9930-cam-market, video_incident_hold",
  ]);
  expect(verdicts).toMatchObject([{ manifest: "il-9930-cam-market", before: "fail", after: "pass" }]);
});
