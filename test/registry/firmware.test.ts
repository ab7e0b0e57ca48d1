import { describe, expect, it } from "vitest";
import { checkRegistry } from "../../src/registry/check-registry.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { isOlderFirmware } from "../../src/registry/firmware.ts";
import { registryDocuments, registryText } from "./registry-files.ts";

describe("whether a firmware comes before another", () => {
  it.for([
    ["3.1.9", "3.2.0", true],
    ["3.2.0", "3.2.0", false],
    ["3.10.0", "3.2.0", false],
    ["V3.1.9", "3.2.0", true],
    ["3.2", "3.2.0", undefined],
    ["3.1", "3.2.0", true],
    ["3.2.0.1", "3.2.0", false],
    ["V5.5.800 build 210627", "V5.5.800 build 210628", true],
    ["V5.5.800 build 210628", "V5.5.800 build 210628", false],
    ["V5.5.800", "V5.5.800 build 210628", undefined],
    ["V5.5.801 build 200101", "V5.5.800 build 210628", false],
    ["V5.7.3 build 20210627", "build 210628", true],
    ["V5.7.3_build_230817", "build 210628", undefined],
    ["V5.7.3_build_20230817", "build 210628", false],
    ["V5.7.3 build 230102", "build 210628", false],
    ["V5.7.3 build 17082023", "build 210628", false],
    ["V5.4.5 build 24012017", "build 210628", true],
    ["V5.4.5 build 240117", "build 210628", undefined],
    ["V5.4.5 build 24.01.2017", "build 210628", true],
    ["V5.4.5 build 2023-08-17", "build 210628", false],
    ["V5.4.5 build 999999", "build 210628", undefined],
    ["V5.4.5 build 12", "build 210628", undefined],
    ["2.1 build 12", "2.1 build 13", true],
    ["V5.4.5 build 170124, web version V4.0.1 build 211021", "build 210628", undefined],
    ["V5.4.5 build 170124 (211021)", "build 210628", undefined],
    ["V5.4.5 build 170124, web version V4.0.1 build 181021", "build 210628", true],
    [
      "DH_IPC-HX5X3X-Rhea_MultiLang_PN_Stream3_V2.800.0000000.29.R.210630",
      "V2.820.0000000.18.R.210705",
      true,
    ],
    ["DH_IPC-HX5X3X-Rhea_V2.840.0000000.29.R.220630", "V2.820.0000000.18.R.210705", false],
    ["PT30X v6.2.81", "6.3.40", true],
    ["PT30X v6.3.40", "6.3.40", false],
    ["PT30X", "6.3.40", undefined],
    ["6.2.81 (plug-in 9.0.1)", "6.3.40", undefined],
    ["version 7", "6.3.40", false],
    ["7", "6.3.40", false],
    ["model 9-2, V5", "6.3.40", true],
    ["V5.7.3", "build 210628", undefined],
    ["V2.820.0000000.18.R.210704", "V2.820.0000000.18.R.210705", true],
    ["V2.820.0000000.18.R.210705", "V2.820.0000000.18.R.210705", false],
    ["the newest", "3.2.0", undefined],
  ] as const)("%s before %s: %s", ([firmware, than, expected]) => {
    expect(isOlderFirmware(firmware, than)).toBe(expected);
  });
});

describe("vulnerabilities of a model", () => {
  const registry = createRegistry([
    registryText(`
vulnerabilities:
  - { id: fictional-two, title: Two, listed_on: 2026-03-01, source: s, affected: [{ models: [AB-2xx], fixed_in: "2.0" }] }
  - id: fictional-one
    title: One
    listed_on: 2026-02-01
    source: s
    affected:
      - { models: [AB-], fixed_in: "1.0", verified: false }
      - { models: [AB-3], fixed_in: none }
  - { id: fictional-three, title: Three, listed_on: 2026-04-01, source: s, affected: null }
sources:
  s: { title: S, kind: government_list, verified: true }
`).value,
  ]);
  const found = (model: string | undefined, firmware: string | undefined, asOf = "2026-11-23") =>
    registry.exploited({ model, firmware, asOf }).map(({ id, affected }) => [id, affected]);

  it.for([
    [
      "older than both",
      "AB-210",
      "0.9",
      [
        ["fictional-one", true],
        ["fictional-two", true],
      ],
    ],
    [
      "between the two",
      "AB-210",
      "1.0",
      [
        ["fictional-one", false],
        ["fictional-two", true],
      ],
    ],
    [
      "newer than both",
      "ab 210",
      "2.0",
      [
        ["fictional-one", false],
        ["fictional-two", false],
      ],
    ],
    [
      "blank",
      "AB-210",
      undefined,
      [
        ["fictional-one", undefined],
        ["fictional-two", undefined],
      ],
    ],
    ["of a model that no firmware saves", "AB-3", "9.9", [["fictional-one", true]]],
    ["of another model", "XY-1", "0.1", []],
    ["of a model whose start alone is short", "XY-AB-210", "0.1", [["fictional-two", true]]],
    [
      "of a blank model",
      undefined,
      "9.9",
      [
        ["fictional-one", undefined],
        ["fictional-two", undefined],
      ],
    ],
  ] as const)("with a firmware %s", ([, model, firmware, expected]) => {
    expect(found(model, firmware)).toEqual(expected);
  });

  it.for([
    "DS-2CD2043",
    "Hikvision DS-2CD2043G0-I",
    "iDS-2CD2043",
    "DS-2\u0421D2043",
    "DS-2CD2O43",
    "DH-IPC-HFW3441",
    "Dahua IPC HFW3441",
  ])("are found for a model written %s", (model) => {
    const real = createRegistry(registryDocuments().map(({ value }) => value));
    expect(real.exploited({ model, firmware: undefined, asOf: "2026-11-23" })).not.toEqual([]);
  });

  it("counts from the day of listing, the day itself included", () => {
    expect(found("AB-210", "0.9", "2026-02-28")).toEqual([["fictional-one", true]]);
    expect(found("AB-210", "0.9", "2026-02-01")).toEqual([["fictional-one", true]]);
    expect(found("AB-210", "0.9", "2026-01-31")).toEqual([]);
  });

  it("say whether models and firmware were compared with their source", () => {
    const flaws = registry.exploited({ model: "AB-210", firmware: "0.9", asOf: "2026-11-23" });
    expect(flaws.map(({ id, verified, fixedIn }) => [id, verified, fixedIn])).toEqual([
      ["fictional-one", false, "1.0"],
      ["fictional-two", true, "2.0"],
    ]);
  });

  it("of the registry name no maker, so that none can be matched by one", () => {
    const entries = registryDocuments().flatMap(({ value }) => value.vulnerabilities ?? []);
    expect(entries.length).toBeGreaterThan(15);
    expect(entries.filter((entry) => "entity" in entry)).toEqual([]);
  });

  it("may be recorded once alone, and name their list", () => {
    const entry = "{ id: CVE-2026-1000, title: T, listed_on: 2026-01-01, source: nowhere, affected: null }";
    const twice = registryText(`vulnerabilities: [${entry}, ${entry}]`);
    expect(checkRegistry([twice]).map(({ pointer, message }) => `${pointer} ${message}`)).toEqual([
      "/vulnerabilities/1/id vulnerability `CVE-2026-1000` is already given in `test.yaml`",
      "/vulnerabilities/0/source source `nowhere` is not in the registry",
      "/vulnerabilities/1/source source `nowhere` is not in the registry",
    ]);
  });
});
