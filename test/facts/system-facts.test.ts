import { describe, expect, it } from "vitest";
import type { Manifest } from "../../src/model/document.ts";
import { stepsIn } from "../steps-in.ts";
import { factsOf, manifest, plain, systemFact } from "./facts-of.ts";
import { plan } from "./set-files.ts";

/** Everything off, so that a test can switch one thing on or leave one thing blank. */
const OFF = {
  identification: "none",
  biometric_capability: "{ present: false }",
  plate_recognition: "{ present: false }",
  audio: "{ present: false }",
  thermal: "{ present: false }",
  emotion_or_categorisation: "none",
  profiling_or_scoring: "none",
  assembly_monitoring: "false",
  actuation: "none",
  autonomous_mobility: "false",
};

function system(categories: string, functions: Partial<Record<keyof typeof OFF, string>> = {}, more = "") {
  const lines = Object.entries({ ...OFF, ...functions }).map(([key, value]) => `    ${key}: ${value}`);
  const chain = more.includes("supply_chain") ? "" : "supply_chain: { devices: [] }\n";
  return manifest(`system:\n  categories: ${categories}\n  functions:\n${lines.join("\n")}\n${chain}${more}`);
}

describe("functions in use", () => {
  it.for([
    ["nothing for a sensor in a bin", "[waste_collection]", {}, "none"],
    ["video and analytics by category", "[video_surveillance, video_analytics]", {}, ["analytics", "video"]],
    [
      "what the system is",
      "[command_centre, city_data_platform]",
      {},
      ["command_centre", "city_data_platform"],
    ],
    [
      "plates that are read",
      "[parking]",
      { plate_recognition: "{ present: true, enabled: true }" },
      ["plate_recognition"],
    ],
    [
      "no plates that could be read and are not",
      "[parking]",
      { plate_recognition: "{ present: true, enabled: false }" },
      "none",
    ],
    ["remote control, but no advice", "[street_lighting]", { actuation: "remote_control" }, ["actuation"]],
    ["no advice", "[street_lighting]", { actuation: "advisory" }, "none"],
    [
      "a biometric capability that is on",
      "[other]",
      { biometric_capability: "{ present: true, enabled: true }" },
      ["identification"],
    ],
    ["unknown while plates may be read", "[parking]", { plate_recognition: "{ present: true }" }, "unknown"],
    ["unknown while a function is blank", "[parking]", { profiling_or_scoring: "null" }, "unknown"],
    ["unknown while categories are blank", "null", {}, "unknown"],
  ] as const)("are %s", ([, categories, functions, value]) => {
    expect(systemFact(system(categories, functions), "system.functions_in_use")).toEqual(value);
  });

  it.for([
    ["video by a camera in a bin", "[{ category: sensor }, { category: camera }]", ["video"]],
    ["video by a recorder", "[{ category: recorder }]", ["video"]],
    ["no video by a sensor", "[{ category: sensor }]", "none"],
    ["unknown while the kind of a device is blank", "[{ category: sensor }, { model: A }]", "unknown"],
    ["unknown while devices are blank", "null", "unknown"],
  ] as const)("are %s", ([, devices, value]) => {
    const of = system("[waste_collection]", {}, `supply_chain: { devices: ${devices} }`);
    expect(systemFact(of, "system.functions_in_use")).toEqual(value);
  });
});

describe("identification of one among many", () => {
  it.for([
    ["live", { identification: "realtime_remote_1_n" }, true],
    ["afterwards", { identification: "post_remote_1_n" }, true],
    [
      "never one to one",
      { identification: "verification_1_1", biometric_capability: "{ present: true, enabled: true }" },
      false,
    ],
    [
      "`none` beside a capability that is on",
      { biometric_capability: "{ present: true, enabled: true }" },
      true,
    ],
    ["`none` beside one that is off", { biometric_capability: "{ present: true, enabled: false }" }, false],
    ["`none` beside one that may be on", { biometric_capability: "null" }, "unknown"],
    ["blank", { identification: "null" }, "unknown"],
  ] as const)("%s", ([, functions, value]) => {
    expect(systemFact(system("[video_surveillance]", functions), "system.one_to_many")).toBe(value);
  });
});

describe("kinds of personal data", () => {
  it.for([
    [
      "declared",
      "[smart_metering]",
      "data: { personal_data: true, kinds: [account], highly_sensitive: [] }",
      ["account"],
    ],
    [
      "implied by cameras",
      "[video_surveillance]",
      "data: { personal_data: true, kinds: [], highly_sensitive: [] }",
      ["video"],
    ],
    [
      "implied by public Wi-Fi",
      "[public_wifi]",
      "data: { personal_data: true, kinds: [], highly_sensitive: [] }",
      ["device_ids"],
    ],
    ["none, by declaration", "[waste_collection]", "data: { personal_data: false }", "none"],
    ["implied against the declaration", "[video_surveillance]", "data: { personal_data: false }", ["video"]],
    ["unknown while blank", "[waste_collection]", "", "unknown"],
  ] as const)("%s", ([, categories, data, value]) => {
    expect(systemFact(system(categories, {}, data), "system.personal_data_kinds")).toEqual(value);
  });
});

describe("a link to a municipal or control network", () => {
  const device = (core: string) => `supply_chain: { devices: [{ model: A, network: { core: ${core} } }] }`;
  it.for([
    ["declared", "connections: [control_network], interfaces: []", device("false"), true],
    ["none of the kind", "connections: [cellular], interfaces: []", device("false"), false],
    [
      "by a link to another system",
      "connections: [], interfaces: [{ to: il-9901-c2 }]",
      device("false"),
      true,
    ],
    ["by a device on the core network", "connections: [], interfaces: []", device("true"), true],
    ["unknown while links are blank", "connections: []", device("false"), "unknown"],
    ["unknown while a device is blank", "connections: [], interfaces: []", device("null"), "unknown"],
  ] as const)("%s", ([, block, chain, value]) => {
    expect(systemFact(manifest(`system: { ${block} }\n${chain}`), "system.networked")).toBe(value);
  });
});

describe("sensitive kinds over all sites", () => {
  it.for([
    [
      "put together",
      "[{ id: a, sensitive_kinds: [school] }, { id: b, sensitive_kinds: [election, school] }]",
      ["school", "election"],
    ],
    ["none anywhere", "[{ id: a, sensitive_kinds: [] }]", "none"],
    ["unknown while one site is blank", "[{ id: a, sensitive_kinds: [school] }, { id: b }]", "unknown"],
    ["unknown while the list is blank", "null", "unknown"],
    ["none without sites", "[]", "none"],
  ] as const)("%s", ([, sites, value]) => {
    expect(systemFact(manifest(`system: { sites: ${sites} }`), "system.site_kinds")).toEqual(value);
  });

  it("are unknown where a device stands at a site nobody declared", () => {
    const body = "system: { sites: [] }\nsupply_chain: { devices: [{ model: A, sites: { hidden: 1 } }] }";
    expect(systemFact(manifest(body), "system.site_kinds")).toBe("unknown");
  });
});

describe("the stage", () => {
  it.for([
    ["idea", "definition"],
    ["suspended", "operation"],
    ["decommissioned", "decommissioning"],
    ["procurement", "procurement"],
  ] as const)("of `%s` is %s", ([status, stage]) => {
    expect(stageOf(status, { decommissioning_since: "2026-11-01" })).toBe(stage);
  });

  it.for([
    ["idea", { deployed_on: "2026-11-01" }],
    ["procurement", { operating_since: "2026-11-23" }],
    ["deployment", { operating_since: "2026-11-01" }],
    ["decommissioning", {}],
    ["decommissioned", { decommissioning_since: "none" }],
    ["decommissioned", { decommissioning_since: "2026-11-24" }],
  ] as const)("of `%s` is unknown with milestones %j", ([status, milestones]) => {
    expect(stageOf(status, milestones)).toBe("unknown");
  });

  it("is not contradicted by a milestone that is only planned", () => {
    expect(stageOf("deployment", { operating_since: "2026-11-24" })).toBe("deployment");
  });

  function stageOf(status: Manifest["value"]["metadata"]["status"], milestones: Record<string, string>) {
    const at = manifest("");
    const value = { ...at.value, metadata: { ...at.value.metadata, status, milestones } };
    return systemFact({ ...at, value }, "system.stage");
  }
});

describe("dates counted from dates", () => {
  const milestones = (text: string) => `  milestones: { ${text} }\n`;
  it.for([
    [
      "the earliest milestone",
      "tender_published_on: 2026-05-02, order_signed_on: 2026-04-01, gift_accepted_on: none, pilot_begun_on: none",
      "2026-04-01",
    ],
    [
      "none where nothing binds yet",
      "tender_published_on: none, order_signed_on: none, gift_accepted_on: none, pilot_begun_on: none",
      "none",
    ],
    [
      "unknown where one is blank",
      "tender_published_on: 2026-05-02, order_signed_on: none, gift_accepted_on: none",
      "unknown",
    ],
  ] as const)("the first commitment is %s", ([, text, value]) => {
    expect(systemFact(manifest("", milestones(text)), "system.committed_on")).toBe(value);
  });

  it.for([
    ["the confirmation", "submitted_on: 2026-02-01\n  confirmed_on: 2026-08-01", "2026-08-01"],
    [
      "the submission where it came later",
      "submitted_on: 2026-08-01\n  confirmed_on: 2026-02-01",
      "2026-08-01",
    ],
    ["the submission where there was no other", "submitted_on: 2026-08-01", "2026-08-01"],
    [
      "the submission until the other has come",
      "submitted_on: 2026-08-01\n  confirmed_on: 2026-11-24",
      "2026-08-01",
    ],
    ["a day ahead where nothing has come", "submitted_on: 2026-11-24", "2026-11-24"],
    ["unknown where both are blank", "revision: 1", "unknown"],
  ] as const)("the last confirmation is %s", ([, metadata, value]) => {
    expect(systemFact(manifest("", `  ${metadata}\n`), "system.confirmed_on")).toBe(value);
  });

  it.for([
    ["from signing", "{ signed_on: 2024-02-29, years: 1 }", "2025-02-28"],
    ["from today while unsigned", "{ signed_on: none, years: 2.5 }", "2029-05-23"],
    ["not from a blank", "{ years: 5 }", "unknown"],
  ] as const)("a contract ends %s", ([, contract, value]) => {
    expect(systemFact(manifest(`supply_chain: { contract: ${contract} }`), "system.contract_ends_on")).toBe(
      value,
    );
  });

  it.for([
    [
      "none when up to date",
      "  changes: [{ on: 2026-01-05, kind: site }]\n",
      "{ page_updated_on: 2026-02-01 }",
      "none",
    ],
    [
      "the oldest change it lacks",
      "  changes: [{ on: 2026-03-05, kind: site }, { on: 2026-02-05, kind: other }]\n",
      "{ page_updated_on: 2026-02-01 }",
      "2026-02-05",
    ],
    ["unknown while the changes are blank", "", "{ page_updated_on: 2026-02-01 }", "unknown"],
  ] as const)("the public page is behind since %s", ([, head, transparency, value]) => {
    expect(systemFact(manifest(`transparency: ${transparency}`, head), "system.page_behind_since")).toBe(
      value,
    );
  });

  it.for([
    ["none in the first year", "2025-06-01", "[]", "none"],
    [
      "the end of the oldest full year",
      "2023-06-01",
      "[{ year: 2024, published_on: 2025-02-01 }]",
      "2025-12-31",
    ],
    [
      "a report that was not published",
      "2024-01-01",
      "[{ year: 2024, published_on: none }, { year: 2025, published_on: 2026-01-31 }]",
      "2024-12-31",
    ],
    ["unknown while reports are blank", "2023-06-01", "null", "unknown"],
  ] as const)("a use report is missing since %s", ([, since, reports, value]) => {
    const at = manifest(`transparency: { reports: ${reports} }`, milestones(`operating_since: ${since}`));
    expect(systemFact(at, "system.report_missing_since")).toBe(value);
  });

  it.for([
    ["the year in which the plan was adopted", "2024-12-30", "2024-12-31"],
    ["the year that ended on the day of adoption", "2024-12-31", "2024-12-31"],
    ["the year after, where the plan came on its first day", "2025-01-01", "2025-12-31"],
    ["no year, where the plan came after the last full one", "2026-07-01", "none"],
    ["the first full year in operation, where the plan is older", "2020-03-01", "2024-12-31"],
    ["no year while the plan is only proposed", "none", "none"],
    ["the first full year while the plan has no day", "null", "2024-12-31"],
  ] as const)("a use report is asked from %s", ([, adoptedOn, value]) => {
    const at = manifest("transparency: { reports: [] }", milestones("operating_since: 2023-06-01"));
    const surroundings = { plan: plan(adoptedOn) };
    expect(systemFact(at, "system.report_missing_since", { surroundings })).toBe(value);
  });

  it("no report is asked for a year that ended before the plan, though the list is blank", () => {
    const at = manifest("transparency: { reports: null }", milestones("operating_since: 2016-06-01"));
    const system = factsOf(at, { surroundings: { plan: plan("2026-07-01") } }).system;
    const { value, path, elsewhere } = system.cell("system.report_missing_since");
    expect([plain(value), stepsIn(path), elsewhere]).toEqual([
      "none",
      ["the plan was adopted on 2026-07-01"],
      [{ file: "policies/plan.yaml", at: "/adopted_on" }],
    ]);
  });
});

describe("counts and shares", () => {
  it.for([
    [
      "the price against the estimate",
      "supply_chain: { contract: { value_nis: 300, independent_estimate_nis: 400 } }",
      "system.price_percent",
      75,
    ],
    [
      "no price at all",
      "supply_chain: { contract: { value_nis: none, independent_estimate_nis: 400 } }",
      "system.price_percent",
      0,
    ],
    ["no estimate", "supply_chain: { contract: { value_nis: 300 } }", "system.price_percent", "unknown"],
    [
      "searches without an order",
      "system: { functions: { searches: { total: 12, with_order: 9 } } }",
      "system.searches_without_order",
      3,
    ],
    [
      "devices not accounted for",
      "supply_chain: { devices: [{ model: A, quantity: 3 }] }\ndecommissioning: { serials: [x, y] }",
      "system.serials_missing",
      1,
    ],
    [
      "horizons something is said about",
      "objective: { challenges: [{ horizon: short, text: Fear }, { horizon: long }] }",
      "system.challenge_horizons",
      ["short"],
    ],
  ] as const)("%s", ([, body, fact, value]) => {
    expect(systemFact(manifest(body), fact)).toEqual(value);
  });
});

describe("gaps of the impact assessment", () => {
  const ROLES = ["manufacturer", "brand", "importer", "operator", "cloud", "maintenance", "ultimate_owner"];
  const parties = [
    "{ role: integrator, vendor: vendor:plain }",
    ...ROLES.map((role) => `{ role: ${role}, vendor: none }`),
  ];
  const chain = `supply_chain: { parties: [${parties.join(", ")}], devices: [], carriers: [], mobile_apps: [], international_links: [], path: { hops: [], transit_equipment: [] } }`;
  const covered = {
    purposes: "[parking]",
    functions: "[]",
    suppliers: "[vendor:plain]",
    recipients: "[external:il-police-north, planning office]",
    linkage_keys: "[plate]",
  };
  function assessed(
    covers: Partial<typeof covered>,
    { withChain = chain, sites = "[{ id: a, purposes: [parking] }]", fact = "system.dpia_gaps" } = {},
  ) {
    const lists = Object.entries({ ...covered, ...covers }).map(([key, value]) => `${key}: ${value}`);
    const data =
      "data: { purposes: [parking], access: [{ party: external:il-police-north }], secondary_uses: [{ purpose: planning, recipient: planning office }, { purpose: training, recipient: none }], linkage_keys: [plate] }";
    const rest = `  interfaces: []\n  sites: ${sites}\n${data}\nassessments: { dpia: { covers: { ${lists.join(", ")} } } }\n${withChain}`;
    return systemFact(system("[parking]", {}, rest), fact);
  }

  it.for([
    ["none where all is covered", {}, "none"],
    ["a purpose", { purposes: "[]" }, ["purpose"]],
    ["a purpose and a recipient", { purposes: "[]", recipients: "[]" }, ["purpose", "recipient"]],
    ["the recipient of a further use", { recipients: "[external:il-police-north]" }, ["recipient"]],
    ["a linkage key", { linkage_keys: "[phone]" }, ["linkage_key"]],
    ["unknown where the assessment does not say", { functions: "null" }, "unknown"],
  ] as const)("are %s", ([, covers, value]) => {
    expect(assessed(covers)).toEqual(value);
  });

  it.for([
    ["a purpose that only one site has", "[{ id: a, purposes: [parking, traffic_flow] }]", ["purpose"]],
    ["unknown where a site does not say", "[{ id: a, purposes: [parking] }, { id: b }]", "unknown"],
    ["unknown where the sites are blank", "null", "unknown"],
  ] as const)("are %s", ([, sites, value]) => {
    expect(assessed({}, { sites })).toEqual(value);
  });

  const names = (party: string) => chain.replace("vendor: vendor:plain", party);
  it.for([
    ["a company nobody knows, by its name", "name_as_written: Zebra Optics", "[Zebra Optics]", false],
    ["a company nobody knows, by its id", "vendor: vendor:zebra", "['vendor:zebra']", false],
    ["the same by its name", "vendor: vendor:zebra, name_as_written: Zebra", "[Zebra]", false],
    ["a look-alike, as it is written", "name_as_written: Ostra Visi0n", "[Ostra Visi0n]", false],
    ["a look-alike, never by what it looks like", "name_as_written: Ostra Visi0n", "['vendor:ostra']", true],
    ["a brand by its id", "vendor: brand:clearview", "['brand:clearview']", false],
    ["a company by its name, known or not", "name_as_written: Plain Sensors", "[Plain Sensors]", false],
    ["a company named once, by its id", "name_as_written: Plain Sensors", "['vendor:plain']", false],
    ["a company nobody knows, not by another name", "name_as_written: Zebra Optics", "[Zebra]", true],
  ] as const)("cover %s", ([, party, suppliers, value]) => {
    const asked = { withChain: names(party), fact: "system.dpia_misses_supplier" };
    expect(assessed({ suppliers }, asked)).toBe(value);
  });

  const withoutCloud = chain.replace("{ role: cloud, vendor: none }, ", "");
  it.for([
    ["no supplier where all are covered", {}, chain, false],
    ["a supplier that is not", { suppliers: "[]" }, chain, true],
    ["nobody knows which while a role of the supply chain is blank", {}, withoutCloud, "unknown"],
  ] as const)("leave out %s", ([, covers, withChain, value]) => {
    expect(assessed(covers, { withChain, fact: "system.dpia_misses_supplier" })).toBe(value);
    expect(assessed({}, { withChain })).toBe("none");
  });
});
