import { describe, expect, it } from "vitest";
import { fileOf, reportOn, textOf } from "./report-on.ts";

const TEXT = textOf("policies/example.yaml");

type Edit = readonly [from: string, to: string];

function edited(edits: readonly Edit[]): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the manifest does not say ${from}`);
    return text.replaceAll(from, to);
  }, TEXT);
}

/** What a report says of the edited example, as `RULE outcome effect`. */
function said(edits: readonly Edit[]): readonly string[] {
  const { findings, verdict } = reportOn([fileOf("manifests/market.yaml", edited(edits))]);
  expect(verdict).toBe(findings.some(({ effect }) => effect === "block") ? "fail" : "pass");
  return findings.map(({ rule, outcome, effect }) => `${rule} ${outcome} ${effect}`);
}

/** A system that says it is only being defined, whatever it has ordered. */
const DEFINED: readonly Edit[] = [
  ["status: operation", "status: definition"],
  ["deployed_on: 2026-10-05", "deployed_on: none"],
  ["operating_since: 2026-10-20", "operating_since: none"],
];
const NOT_TENDERED: Edit = ["tender_published_on: 2026-07-20", "tender_published_on: none"];
const NOT_ORDERED: Edit = ["order_signed_on: 2026-09-01", "order_signed_on: none"];
const UNSIGNED: Edit = ["    signed_on: 2026-09-01\n    value", "    signed_on: none\n    value"];
const DEVICE_UNORDERED: Edit = ["ordered_on: 2026-09-01", "ordered_on: none"];
const NO_PEOPLE: readonly Edit[] = [
  ["personal_data: true", "personal_data: false"],
  ["highly_sensitive: [facial_image]", "highly_sensitive: []"],
];
/** Nothing films, hears or measures people. */
const SENSOR: readonly Edit[] = [
  ...NO_PEOPLE,
  ["categories: [video_surveillance, video_analytics]", "categories: [environment_monitoring]"],
  ["kinds: [video]", "kinds: none"],
  ["sensitive_kinds: [health]", "sensitive_kinds: []"],
  ["connections: [municipal_network]", "connections: [internet]"],
];

describe("a status that what has happened contradicts", () => {
  it.for([
    ["a tender", [...DEFINED, NOT_ORDERED, UNSIGNED, DEVICE_UNORDERED]],
    ["an order", [...DEFINED, NOT_TENDERED, UNSIGNED, DEVICE_UNORDERED]],
    ["a contract", [...DEFINED, NOT_TENDERED, NOT_ORDERED, DEVICE_UNORDERED]],
    ["an order of devices", [...DEFINED, NOT_TENDERED, NOT_ORDERED, UNSIGNED]],
    [
      "a pilot",
      [
        ...DEFINED,
        NOT_TENDERED,
        NOT_ORDERED,
        UNSIGNED,
        DEVICE_UNORDERED,
        ["pilot_begun_on: none", "pilot_begun_on: 2026-09-20"],
      ],
    ],
    [
      "a gift",
      [
        ...DEFINED,
        NOT_TENDERED,
        NOT_ORDERED,
        UNSIGNED,
        DEVICE_UNORDERED,
        ["gift_accepted_on: none", "gift_accepted_on: 2026-11-23"],
      ],
    ],
  ] as const)("excuses no device of a listed maker in a definition past %s", ([, edits]) => {
    const findings = said([
      ...edits,
      ['manufacturer: "vendor:axis"', 'manufacturer: "vendor:hikvision"'],
      ["manufacturer_as_written: Axis Communications", "manufacturer_as_written: Hikvision"],
      ["brand: Axis", "brand: Hikvision"],
      ['mac_ouis: ["AC:CC:8E"]', "mac_ouis: []"],
    ]);
    expect(findings).toContain("manifest-stage fail block");
    expect(findings).toContain("VEN-05 fail block");
  });

  it("does not see one where the tender lies ahead", () => {
    const ahead: Edit = ["tender_published_on: 2026-07-20", "tender_published_on: 2026-11-24"];
    const findings = said([...DEFINED, ahead, NOT_ORDERED, UNSIGNED, DEVICE_UNORDERED]);
    expect(findings.filter((finding) => finding.startsWith("manifest-stage"))).toEqual([]);
  });

  it.for([
    ["never deployed", [["deployed_on: 2026-10-05", "deployed_on: none"]]],
    ["deployed later", [["deployed_on: 2026-10-05", "deployed_on: 2029-01-01"]]],
    ["never begun", [["operating_since: 2026-10-20", "operating_since: none"]]],
    ["begun later", [["operating_since: 2026-10-20", "operating_since: 2030-01-01"]]],
  ] as const)("finds it of an operation %s", ([, edits]) => {
    expect(said(edits)).toContain("manifest-stage fail block");
  });
});

describe("the first commitment", () => {
  const late: readonly Edit[] = [["submitted_on: 2026-07-05", "submitted_on: 2026-11-20"], NOT_TENDERED];
  it.for([
    ["the contract", [...late, NOT_ORDERED, DEVICE_UNORDERED]],
    ["the order of devices", [...late, NOT_ORDERED, UNSIGNED]],
    [
      "the order of devices before the one that is named",
      [...late, UNSIGNED, ["order_signed_on: 2026-09-01", "order_signed_on: 2026-11-21"]],
    ],
  ] as const)("is %s where the milestones know of none", ([, edits]) => {
    expect(said(edits)).toContain("INV-01 fail block");
  });

  it("does not make a system existing by a device that was ordered long ago", () => {
    const findings = said([
      ["origin: new", "origin: existing"],
      ["ordered_on: 2026-09-01", "ordered_on: 2019-01-01"],
    ]);
    expect(findings).toContain("INV-01 fail block");
  });
});

describe("data about people under a declaration that there is none", () => {
  it.for([
    [
      "CLN-04 fail block",
      ["role: cloud, vendor: null, name_as_written: none", 'role: cloud, vendor: "vendor:hikvision"'],
    ],
    ["RET-05 unknown block", ["    - { data: access_log, period: P24M, auto_delete: true }\n", ""]],
    ["RET-04 fail warn", ["deletion_test: { done_on: 2026-11-01 }", "deletion_test: { done_on: none }"]],
  ] as const)("is found by %s", ([expected, edit]) => {
    expect(said([...NO_PEOPLE, edit])).toContain(expected);
  });

  it.for(["personality", "financial", "criminal"])("is implied by data called %s", (kind) => {
    const findings = said([
      ...SENSOR,
      ["highly_sensitive: []", `highly_sensitive: [${kind}]`],
      ["category: camera", "category: sensor"],
      ['number: "700099020"', "number: none"],
    ]);
    expect(findings).toContain("PRV-03 fail block");
  });

  it("may be what a heat camera takes that no function speaks of", () => {
    const findings = said([
      ...SENSOR,
      ["category: camera", "category: thermal_camera"],
      ['number: "700099020"', "number: none"],
    ]);
    expect(findings).toContain("PRV-03 unknown block");
  });

  it("is not what a heat camera takes that is declared to watch no people", () => {
    const findings = said([
      ...SENSOR,
      ["category: camera", "category: thermal_camera"],
      ["thermal: { present: false, enabled: false", "thermal: { present: true, enabled: true"],
      ['number: "700099020"', "number: none"],
    ]);
    expect(findings.filter((finding) => finding.startsWith("PRV-03"))).toEqual([]);
  });
});

describe("a word that another contradicts", () => {
  it("is no excuse for a scraped gallery", () => {
    const findings = said([["gallery_sources: none", "gallery_sources: [scraped_internet, scraped_cctv]"]]);
    expect(findings).toContain("FRT-03 fail block");
  });

  it.for([
    ["egress: deny", "egress: allow"],
    ["p2p_cloud: false", "p2p_cloud: true"],
    ["port_forward: false", "port_forward: true"],
    ["core: false", "core: true"],
  ] as const)("is no excuse for a device cut from every network: %s became %s", (edit) => {
    const cut: Edit = ["disconnected: false", "disconnected: true"];
    const shared: Edit = ["own_segment: true", "own_segment: false"];
    expect(said([cut, shared])).toEqual([]);
    expect(said([cut, shared, edit])).toContain("CYB-05 unknown block");
  });
});

describe("help with a contradiction", () => {
  it("asks for the word or for what says otherwise to be corrected", () => {
    const text = edited([
      ["disconnected: false", "disconnected: true"],
      ["egress: deny", "egress: allow"],
    ]);
    const { findings } = reportOn([fileOf("manifests/market.yaml", text)]);
    const { help, message } = findings.find(({ rule }) => rule === "CYB-05") ?? {};
    expect(message).toContain("`supply_chain.devices.network.egress` says otherwise");
    expect(help).toBe(
      "correct whichever is wrong, `supply_chain.devices[].network.disconnected` (cut from every network) or what contradicts it",
    );
  });
});

describe("kinds of data that no function accounts for", () => {
  const UNLOCKED: readonly Edit[] = [
    ["present: true", "present: false"],
    ["attested_on: 2026-09-15", "attested_on: none"],
  ];
  const kinds = (list: string): Edit => ["kinds: [video]", `kinds: [${list}]`];
  it.for([
    ["voices beside a camera without sound", "PRV-05 unknown block", [kinds("video, voice")]],
    ["plates beside a camera", "RET-02 unknown block", [kinds("video, plates")]],
    ["faces beside a camera", "RET-03 unknown block", [kinds("video, face")]],
    [
      "faces beside a camera that cannot match them",
      "FRT-06 unknown block",
      [kinds("video, face"), ...UNLOCKED],
    ],
    [
      "biometric data beside a camera that cannot match faces",
      "FRT-06 unknown block",
      [["highly_sensitive: [facial_image]", "highly_sensitive: [facial_image, biometric]"], ...UNLOCKED],
    ],
  ] as const)("are asked about: %s", ([, expected, edits]) => {
    expect(said(edits)).toContain(expected);
  });
});
