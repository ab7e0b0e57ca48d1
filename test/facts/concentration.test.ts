import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/model/document.ts";
import { wordingIn } from "../../src/model/language.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { registryText } from "../registry/registry-files.ts";
import { manifest } from "./facts-of.ts";
import { rowsOf, valuesOf } from "./set-files.ts";

/** A camera system that has video and, unless it says so, nothing else in use. */
function cameras(
  devices: readonly string[] | "blank",
  { id = "il-9901-a", status = "operation", functions = "", categories = "video_surveillance" } = {},
): Manifest {
  const off =
    "identification: none, biometric_capability: { present: false }, plate_recognition: { present: false }, audio: { present: false }, thermal: { present: false }, emotion_or_categorisation: none, profiling_or_scoring: none, assembly_monitoring: false, actuation: none, autonomous_mobility: false";
  const list =
    devices === "blank"
      ? "null"
      : `[${devices.map((device) => `{ category: camera, ${device} }`).join(", ")}]`;
  return manifest(
    `system: { categories: [${categories}], functions: { ${off}${functions} } }
supply_chain: { devices: ${list} }
`,
    "",
    { id, status },
  );
}

const OSTRA = "model: OX-1, manufacturer: vendor:ostra";
const PLAIN = "model: PL-1, manufacturer: vendor:plain";

function shares(manifests: readonly Manifest[], unread: readonly string[] = []) {
  return valuesOf("concentration", "concentration.share", { manifests, unread });
}

describe("the share of one supplier in one function of one municipality", () => {
  it("is counted over all manifests of the municipality", () => {
    const manifests = [
      cameras([`${OSTRA}, quantity: 30`, `${PLAIN}, quantity: 10`]),
      cameras([`${OSTRA}, quantity: 20`, `${PLAIN}, quantity: 40`], { id: "il-9901-b" }),
      cameras([`${PLAIN}, quantity: 1000`], { id: "il-9902-c" }),
    ];
    expect(shares(manifests)).toEqual({
      "vendor:ostra video 9901": 50,
      "vendor:plain video 9901": 50,
      "vendor:plain video 9902": 100,
    });
  });

  it("is one for each function that is in use", () => {
    const manifests = [
      cameras([`${OSTRA}, quantity: 10`], { categories: "video_surveillance, video_analytics" }),
      cameras([`${PLAIN}, quantity: 30`], { id: "il-9901-b" }),
    ];
    expect(shares(manifests)).toEqual({
      "vendor:ostra analytics 9901": 100,
      "vendor:ostra video 9901": 25,
      "vendor:plain video 9901": 75,
    });
  });

  it.for([
    ["removed", `${OSTRA}, quantity: 10, removed_on: 2026-11-23`, {}, { "vendor:plain video 9901": 100 }],
    [
      "to be removed",
      `${OSTRA}, quantity: 10, removed_on: 2026-11-24`,
      {},
      { "vendor:ostra video 9901": 50, "vendor:plain video 9901": 50 },
    ],
    ["none at all", `${OSTRA}, quantity: 0`, {}, { "vendor:plain video 9901": 100 }],
    [
      "of a system that is gone",
      `${OSTRA}, quantity: 10`,
      { status: "decommissioned" },
      { "vendor:plain video 9901": 100 },
    ],
    [
      "of a system that is only defined",
      `${OSTRA}, quantity: 10`,
      { status: "definition" },
      { "vendor:plain video 9901": 100 },
    ],
    [
      "of a system being bought",
      `${OSTRA}, quantity: 10`,
      { status: "procurement" },
      { "vendor:ostra video 9901": 50, "vendor:plain video 9901": 50 },
    ],
    [
      "sold under a brand for its maker",
      "model: CS-1, brand: Clearsite, quantity: 10",
      {},
      { "vendor:ostra video 9901": 50, "vendor:plain video 9901": 50 },
    ],
  ] as const)("leaves out or counts devices %s", ([, device, options, expected]) => {
    const manifests = [
      cameras([device], { id: "il-9901-b", ...options }),
      cameras([`${PLAIN}, quantity: 10`]),
    ];
    expect(shares(manifests)).toEqual(expected);
  });

  it("is a range where the maker of some devices is not settled", () => {
    const unresolved = "model: ZZ-1, manufacturer: vendor:unheard-of, quantity: 20";
    expect(shares([cameras([`${OSTRA}, quantity: 30`, `${PLAIN}, quantity: 50`, unresolved])])).toEqual({
      "vendor:ostra video 9901": { min: 30, max: 50 },
      "vendor:plain video 9901": { min: 50, max: 70 },
      "unresolved:vendor:unheard-of video 9901": 20,
    });
  });

  it.for([
    ["agree", "quantity: 3, sites: { weir: 3 }", 30],
    ["say more", "quantity: 3, sites: { weir: 7 }", { min: 30, max: 50 }],
    ["say less", "quantity: 7, sites: { weir: 2, gate: 1 }", { min: 30, max: 50 }],
    ["are there though the number is nought", "quantity: 0, sites: { weir: 7 }", { min: 0, max: 50 }],
    ["leave one blank", "quantity: 3, sites: { weir: 2, gate: null }", 30],
    ["leave one blank and say more", "quantity: 3, sites: { weir: 7, gate: null }", { min: 30, max: 50 }],
    ["are blank", "quantity: 3, sites: null", 30],
  ] as const)("goes by the number and by its sites where these %s", ([, keys, expected]) => {
    expect(
      shares([cameras([`${OSTRA}, ${keys}`, `${PLAIN}, quantity: 7`])])["vendor:ostra video 9901"],
    ).toEqual(expected);
  });

  const families = createRegistry([
    registryText(`
entities:
  - { id: vendor:head, legal_name: Head, jurisdiction: "QX" }
  - { id: vendor:arm, legal_name: Arm, jurisdiction: "QX" }
  - { id: vendor:leg, legal_name: Leg, jurisdiction: "QX" }
  - { id: vendor:perhaps, legal_name: Perhaps, jurisdiction: "QX" }
  - { id: vendor:hearsay, legal_name: Hearsay, jurisdiction: "QX" }
  - { id: vendor:minority, legal_name: Minority, jurisdiction: "QX" }
  - { id: vendor:stranger, legal_name: Stranger, jurisdiction: "QX" }
edges:
  - { from: vendor:head, to: vendor:arm, kind: parent_of, percent: null, from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:head, to: vendor:leg, kind: owns, percent: { min: 50, max: 50 }, from_date: null, to_date: null, confidence: medium, sources: [s] }
  - { from: vendor:head, to: vendor:perhaps, kind: owns, percent: { min: 40, max: 60 }, from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:head, to: vendor:hearsay, kind: parent_of, percent: null, from_date: null, to_date: null, confidence: low, sources: [s] }
  - { from: vendor:head, to: vendor:minority, kind: owns, percent: { min: 49, max: 49 }, from_date: null, to_date: null, confidence: high, sources: [s] }
sources:
  s: { title: S, kind: press, verified: true }
`).value,
  ]);

  it.for([
    ["with its daughter", "head", "arm", 60],
    ["with its parent", "arm", "head", 60],
    ["with a daughter of the same parent", "arm", "leg", 60],
    ["perhaps with one its parent may control", "arm", "perhaps", { min: 30, max: 60 }],
    ["perhaps with one at low confidence", "head", "hearsay", { min: 30, max: 60 }],
    ["not with one of a minority holder", "head", "minority", 30],
    ["not with a stranger", "head", "stranger", 30],
  ] as const)("counts a supplier %s", ([, one, other, expected]) => {
    const manifests = [
      cameras([
        ...[one, other].map((id) => `model: M-1, manufacturer: vendor:${id}, quantity: 30`),
        `model: M-1, manufacturer: self, quantity: 40`,
      ]),
    ];
    const found = valuesOf("concentration", "concentration.share", { manifests }, { registry: families });
    expect(found[`vendor:${one} video 9901`]).toEqual(expected);
  });

  it("is a range where devices may serve another function", () => {
    const manifests = [
      cameras([`${OSTRA}, quantity: 10`], { categories: "video_surveillance, video_analytics" }),
      manifest(
        `system: { categories: [other] }\nsupply_chain: { devices: [{ category: server, ${PLAIN}, quantity: 30 }] }\n`,
        "",
        { id: "il-9901-b", status: "operation" },
      ),
    ];
    expect(shares(manifests)).toMatchObject({
      "vendor:ostra analytics 9901": { min: 25, max: 100 },
      "vendor:plain analytics 9901": { min: 0, max: 75 },
      "vendor:ostra video 9901": 100,
    });
  });

  it.for([
    ["a quantity is blank", [cameras([`${OSTRA}, quantity: 10`, PLAIN])], []],
    [
      "a list of devices is blank",
      [cameras([`${OSTRA}, quantity: 10`]), cameras("blank", { id: "il-9901-b" })],
      [],
    ],
    ["a manifest cannot be read", [cameras([`${OSTRA}, quantity: 10`])], ["manifests/broken.yaml"]],
  ] as const)("is unknown where %s", ([, manifests, unread]) => {
    expect(shares(manifests, unread)).toMatchObject({ "vendor:ostra video 9901": "unknown" });
  });

  it("has a row of a blank supplier where devices, or their maker, are not stated", () => {
    const blank = (devices: readonly string[] | "blank") =>
      rowsOf("concentration", { manifests: [cameras(devices)] }).map(({ row }) => [
        row.written,
        row.scope("party")?.key,
      ]);
    const nobody = [[false, "blank:product_origin:the device"]];
    expect([blank("blank"), blank(["quantity: 10"])]).toEqual([nobody, nobody]);
  });

  it("points at the largest holding, with the others beside it", () => {
    const manifests = [
      cameras([`${OSTRA}, quantity: 5`, `${PLAIN}, quantity: 1`]),
      cameras(
        [
          `${PLAIN}, quantity: 2`,
          `${OSTRA}, quantity: 30`,
          `model: OX-2, manufacturer: vendor:ostra, quantity: 7`,
        ],
        { id: "il-9901-b" },
      ),
    ];
    const found = rowsOf("concentration", { manifests }).find(({ row }) =>
      row.key.startsWith("vendor:ostra"),
    );
    const cell = found?.row.cell("concentration.share");
    expect([
      found?.id,
      found?.municipality,
      found?.row.pointer,
      cell?.at,
      cell?.related,
      cell?.elsewhere,
    ]).toEqual([
      "il-9901-b",
      "9901",
      "/supply_chain/devices/1/quantity",
      "/supply_chain/devices/1/quantity",
      ["/supply_chain/devices/2/quantity"],
      [{ file: "manifests/il-9901-a.yaml", at: "/supply_chain/devices/0/quantity" }],
    ]);
  });

  it("has its supplier in scope, with those above it", () => {
    const [found] = rowsOf("concentration", { manifests: [cameras([`${OSTRA}, quantity: 5`])] });
    const party = found?.row.scope("party");
    expect([party?.key, party?.nested("owner").map(({ key }) => key)]).toEqual([
      "vendor:ostra",
      ["vendor:ostra/vendor:ostra", "vendor:ostra/vendor:ostra-group"],
    ]);
  });

  it("tells ministries apart, which share one code", () => {
    const ministry = (id: string, name: string) => {
      const one = cameras([`${OSTRA}, quantity: 5`, `${PLAIN}, quantity: ${id.length}`], { id });
      const { metadata } = one.value;
      return {
        ...one,
        value: { ...one.value, metadata: { ...metadata, municipality: { cbs_code: "gov", name } } },
      };
    };
    const rows = rowsOf("concentration", {
      manifests: [ministry("il-gov-a", "Rivers"), ministry("il-gov-b", "Roads")],
    });
    expect(rows.map(({ id, row }) => [id, wordingIn(row.title, "en").split(", ").at(-1)])).toEqual([
      ["il-gov-a", "Rivers"],
      ["il-gov-a", "Rivers"],
      ["il-gov-b", "Roads"],
      ["il-gov-b", "Roads"],
    ]);
  });
});
