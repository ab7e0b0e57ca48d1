import { describe, expect, it } from "vitest";
import { bundleWith, fileOf, findingAt, GOLDEN, reportOn, textOf } from "../engine/report-on.ts";

const BINS = textOf("examples/emek-dolev/manifests/il-9903-bins-fill.yaml");
const MARKET = textOf("policies/example.yaml");

/** The tier and the rules with an open finding, of a manifest with some of its text written otherwise. */
function judged(text: string, ...edits: readonly (readonly [from: string | RegExp, to: string])[]) {
  const edited = edits.reduce((so, [from, to]) => {
    const next = so.replace(from, to);
    if (next === so) throw new Error(`nothing to replace: ${from}`);
    return next;
  }, text);
  const { verdict, manifests, findings } = reportOn([fileOf("manifests/attack.yaml", edited)]);
  const open = findings.filter(({ state, effect }) => state === "open" && effect !== "warn");
  return {
    verdict,
    tier: manifests[0]?.tier,
    rules: new Set(open.map(({ rule }) => rule)),
    findings,
  };
}

describe("cameras declared as bins", () => {
  const SENSOR = /- \{ model: bin sensor.*/;
  const camera = (category: string) =>
    `- { model: DS-2CD2043, category: ${category}, brand: Hikvision, manufacturer: "vendor:hikvision", white_label: false, quantity: 20, sites: { villages: 20 }, mac_ouis: ["44:19:B6"], components: [], preinstalled_apps: none, network: { core: false } }`;

  it.for(["camera", "recorder", "drone"])("are video for all that, with a %s", (category) => {
    const { verdict, tier, rules } = judged(BINS, [SENSOR, camera(category)]);
    expect({ verdict, tier }).toEqual({ verdict: "fail", tier: "T3" });
    expect([...rules]).toEqual(expect.arrayContaining(["RET-01", "VEN-05", "VEN-06"]));
  });

  it("are not excused by leaving out what they are", () => {
    const { verdict, tier } = judged(BINS, [SENSOR, camera("null")]);
    expect({ verdict, tier }).toEqual({ verdict: "fail", tier: null });
  });
});

describe("cameras that no line names", () => {
  const DEVICES = /^ {2}devices:\n(?: {4}.*\n)+/m;

  it.for([
    ["a list that says there are none", [DEVICES, "  devices: none\n"]],
    ["a site that counts more than the list", ["devices: 2\n", "devices: 20\n"]],
  ] as const)("are a maker nobody stated: %s", ([, edit]) => {
    const { verdict, rules } = judged(MARKET, edit);
    expect({ verdict, rules: [...rules] }).toEqual({ verdict: "fail", rules: ["VEN-05", "VEN-15"] });
  });
});

describe("face matching that is on and called `none`", () => {
  const KEPT = /^ {2}retention:\n/m;
  const LINES =
    "  retention:\n" +
    "    - { data: face_template_no_match, period: PT0S, auto_delete: true }\n" +
    "    - { data: face_template_enrolled, period: P1D, auto_delete: true, counted_from: service_end }\n";

  it.for([
    ["by its switch", ["enabled: false", "enabled: true"]],
    ["by its category", ["categories: [", "categories: [face_recognition, "]],
  ] as const)("is open to FRT-01 %s, whatever is kept of it", ([, edit]) => {
    const { verdict, rules, findings } = judged(MARKET, edit, [KEPT, LINES]);
    expect({ verdict, rules: [...rules] }).toMatchObject({
      verdict: "fail",
      rules: expect.arrayContaining(["FRT-01"]),
    });
    expect(findings.find(({ rule }) => rule === "FRT-01")).toMatchObject({
      outcome: "unknown",
      effect: "block",
    });
  });
});

describe("a company behind another's reference", () => {
  const CLOUD = /- \{ role: cloud.*/;

  it.for([
    ["the municipality itself", `vendor: self, name_as_written: Hikvision`],
    ["a look-alike beside the municipality", `vendor: self, name_as_written: "Ніkvіsіon"`],
    ["a public body", `vendor: "external:il-public-body-cloud", name_as_written: Hikvision`],
    ["a security service abroad", `vendor: "external:cn-security-service-mss"`],
    ["a public body abroad", `vendor: "external:cn-public-body-cloud", name_as_written: City cloud`],
  ] as const)("does not pass as %s", ([, party]) => {
    const { verdict, rules } = judged(MARKET, [CLOUD, `- { role: cloud, ${party} }`]);
    expect({ verdict, unplaced: rules.has("VEN-01") }).toEqual({ verdict: "fail", unplaced: true });
  });

  it("while the municipality under its own name, and a public body at home, do", () => {
    for (const party of [
      "vendor: self, name_as_written: City of Gan Alonim",
      `vendor: "external:il-public-body-cloud"`,
    ])
      expect(judged(MARKET, [CLOUD, `- { role: cloud, ${party} }`]).rules.has("VEN-01")).toBe(false);
  });
});

describe("a waiver", () => {
  const golden = textOf(GOLDEN);
  const before = reportOn([fileOf(GOLDEN, golden)]);
  const SITE = "/supply_chain/devices/0/sites/site-1";
  const waiver = (id: string, from: string, expires: string) => `apiVersion: bylaw/v1
kind: Waiver
id: ${id}
rule: VEN-05
manifest: il-9901-cam-promenade
finding: ${findingAt(before, "VEN-05", SITE).fingerprint}
approved_by: { role: Security reviewer, group: security }
approved_on: ${from}
from: ${from}
expires: ${expires}
`;
  const NOW = waiver("W-3", "2026-11-01", "2027-02-01");
  const states = (text: string, ...waivers: readonly string[]) =>
    reportOn([fileOf(GOLDEN, text)], { bundle: bundleWith(...waivers) }).findings.flatMap(
      ({ rule, subject, state }) => (rule === "VEN-05" && subject === SITE ? state : []),
    );

  it("for one maker does not cover the next", () => {
    expect(states(golden, NOW)).toEqual(["waived"]);
    const swapped = golden
      .replace("manufacturer: brand:safeview", "manufacturer: vendor:dahua")
      .replace("brand: SafeView,", "brand: Dahua,")
      .replace('"44:19:B6"', '"3C:EF:8C"');
    expect(states(swapped, NOW)).toEqual(["open"]);
  });

  it("written anew each time is a renewal all the same, and the second does not count", () => {
    const first = waiver("W-1", "2025-11-01", "2026-04-01");
    const second = waiver("W-2", "2026-04-02", "2026-10-31");
    expect(states(golden, second, NOW)).toEqual(["waived"]);
    expect(states(golden, first, second, NOW)).toEqual(["open"]);
  });
});
