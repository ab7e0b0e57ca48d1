import { describe, expect, it } from "vitest";
import { stepsIn } from "../steps-in.ts";
import { factsOf, keys, manifest, nestedValues, plain, rowAt } from "./facts-of.ts";

function device(text: string, { sites = "[]", more = "", head = "" } = {}) {
  return factsOf(
    manifest(
      `system: { categories: [video_surveillance], sites: ${sites} }\nsupply_chain: { devices: [{ model: CS-1, ${text} }]${more} }`,
      head,
    ),
  );
}

describe("where a product comes from", () => {
  const originOf = (text: string, more = "") => {
    const party = rowAt(device(text, { more }), "device", "CS-1").scope("party");
    return {
      key: party?.key,
      resolution: plain(party?.cell("party.resolution").value),
      path: stepsIn(party?.cell("party.kind").path),
    };
  };

  it("is the maker the registry records for the model of a brand, with the step", () => {
    expect(originOf("brand: Clearsite, manufacturer: brand:clearview")).toEqual({
      key: "vendor:ostra",
      resolution: "resolved",
      path: ["Ostra Vision manufactures_for Clearsite (CS-1)"],
    });
  });

  it("is the principal of the agent that sells it, where no maker is declared", () => {
    expect(
      originOf("quantity: 1", ", parties: [{ role: importer, vendor: vendor:ostra-agent }]"),
    ).toMatchObject({ key: "vendor:ostra" });
  });

  it("is the declared maker where the registry knows no other", () => {
    expect(originOf("manufacturer: vendor:plain, brand: Plain Sensors")).toEqual({
      key: "vendor:plain",
      resolution: "resolved",
      path: undefined,
    });
  });

  it.for([
    ["a maker nobody knows", "manufacturer_as_written: Zebra", "unresolved:zebra", "unknown"],
    ["no maker", "manufacturer: none, brand: Zebra", "unresolved:zebra cs-1", "unknown"],
    ["a blank maker beside a brand", "brand: Zebra", "unresolved:zebra cs-1", "unknown"],
    [
      "a maker MAC prefixes speak against",
      "manufacturer: vendor:plain, mac_ouis: ['AA:BB:01']",
      "unresolved:cs-1",
      "ambiguous",
    ],
  ] as const)("stays open with %s", ([, text, key, resolution]) => {
    expect(originOf(text)).toMatchObject({ resolution });
    expect(originOf(text).key).toContain(key.slice(0, 11));
  });

  it("stays open for a brand without a maker on record for the model", () => {
    const facts = factsOf(
      manifest("supply_chain: { devices: [{ model: XY-9, manufacturer: brand:clearview }] }"),
    );
    const cell = rowAt(facts, "device", "XY-9").scope("party")?.cell("party.resolution");
    expect([cell?.value, stepsIn(cell?.path)]).toEqual([
      "unknown",
      ["the registry records no maker for brand:clearview XY-9"],
    ]);
  });

  it("stays open for a brand whose model is blank, naming the maker of the models on record", () => {
    const facts = factsOf(
      manifest("supply_chain: { devices: [{ brand: Clearsite, manufacturer: brand:clearview }] }"),
    );
    const cell = rowAt(facts, "device", "Clearsite").scope("party")?.cell("party.resolution");
    expect([cell?.value, stepsIn(cell?.path)]).toEqual([
      "ambiguous",
      ["Ostra Vision manufactures_for Clearsite (CS-1); model not stated"],
    ]);
  });

  it("is a party of the system in the role of product origin", () => {
    const row = rowAt(device("brand: Clearsite, manufacturer: brand:clearview"), "party", "vendor:ostra");
    expect([plain(row.cell("party.roles").value), row.cell("party.roles").at]).toEqual([
      ["product_origin"],
      "/supply_chain/devices/0/manufacturer",
    ]);
  });
});

describe("technical evidence of the maker", () => {
  it.for([
    ["agrees", "manufacturer: vendor:plain, mac_ouis: ['AA:BB:02']", "matches"],
    ["names another maker", "manufacturer: vendor:plain, mac_ouis: ['aa:bb:01']", "conflicts"],
    [
      "names another maker among others",
      "manufacturer: vendor:plain, mac_ouis: ['AA:BB:02', 'AA:BB:01']",
      "conflicts",
    ],
    [
      "names another maker than the brand declared",
      "manufacturer: brand:clearview, mac_ouis: ['AA:BB:01']",
      "conflicts",
    ],
    [
      "speaks through the firmware",
      "manufacturer: vendor:plain, mac_ouis: [], components: [{ part: firmware, vendor: vendor:ostra }]",
      "conflicts",
    ],
    [
      "speaks through the FCC id",
      "manufacturer: vendor:plain, mac_ouis: [], fcc_ids: [OV7-CS1]",
      "conflicts",
    ],
    [
      "agrees through an FCC id with a code of five characters",
      "manufacturer: vendor:plain, mac_ouis: [], fcc_ids: [2AB3CCS1]",
      "matches",
    ],
    [
      "is none where nobody knows the maker of an FCC id",
      "manufacturer: vendor:plain, mac_ouis: [], fcc_ids: [ZZZCS1]",
      "none",
    ],
    [
      "agrees beside an FCC id whose maker nobody knows",
      "manufacturer: vendor:plain, mac_ouis: ['AA:BB:02'], fcc_ids: [ZZZCS1]",
      "matches",
    ],
    ["is none", "manufacturer: vendor:plain, mac_ouis: []", "none"],
    [
      "is unknown where a prefix is in no register",
      "manufacturer: vendor:plain, mac_ouis: ['AA:BB:02', '00:00:09']",
      "unknown",
    ],
    ["is unknown while prefixes are blank", "manufacturer: vendor:plain", "unknown"],
    ["is unknown while the maker is blank", "mac_ouis: ['AA:BB:02']", "unknown"],
    ["speaks against the municipality as maker", "manufacturer: self, mac_ouis: ['AA:BB:01']", "conflicts"],
  ] as const)("%s", ([, text, value]) => {
    expect(plain(rowAt(device(text), "device", "CS-1").cell("device.maker_evidence").value)).toBe(value);
  });

  it("says of an FCC id whose maker nobody knows that it was not compared", () => {
    const text = "manufacturer: vendor:plain, mac_ouis: ['AA:BB:02'], fcc_ids: [ZZZCS1]";
    expect(stepsIn(rowAt(device(text), "device", "CS-1").cell("device.maker_evidence").path)).toContain(
      "the registry records no maker for FCC id ZZZCS1, so that it was not compared",
    );
  });

  it("says which prefix led where, and points at the declared maker", () => {
    const cell = rowAt(device("manufacturer: vendor:plain, mac_ouis: ['AA:BB:01']"), "device", "CS-1").cell(
      "device.maker_evidence",
    );
    expect([cell.at, stepsIn(cell.path), cell.related]).toEqual([
      "/supply_chain/devices/0/manufacturer",
      ["MAC prefix AA:BB:01 is registered to Ostra Vision"],
      ["/supply_chain/devices/0/mac_ouis/0"],
    ]);
  });

  it.for([
    ["one company", "brand: Plain Sensors, manufacturer: vendor:plain", true],
    ["two companies", "brand: Clearsite, manufacturer: vendor:ostra", false],
    ["a brand nobody knows", "brand: Zebra, manufacturer: vendor:ostra", "unknown"],
  ] as const)("brand and maker are %s", ([, text, value]) => {
    expect(plain(rowAt(device(text), "device", "CS-1").cell("device.brand_is_maker").value)).toBe(value);
  });
});

describe("facts of a device", () => {
  it.for([
    ["bill by its file name", "bom: bom/cam.cdx.json", "device.bom_format", "cyclonedx"],
    ["bill by its file name", "bom: bom/cam.spdx", "device.bom_format", "spdx"],
    ["bill of unclear format", "bom: bom/cam.txt", "device.bom_format", "unknown"],
    [
      "bill as declared",
      "bom: { file: bom/cam.txt, format: spdx, version: 2.3 }",
      "device.bom_format",
      "spdx",
    ],
    ["version of the bill", "bom: { version: 1.6 }", "device.bom_version", 1.6],
    ["no bill", "bom: none", "device.bom_format", "none"],
    [
      "parts named or said to be absent",
      "components: [{ part: soc, name_as_written: Zebra }, { part: radio }, { part: firmware, vendor: none }]",
      "device.bom_parts",
      ["soc", "firmware"],
    ],
    ["day of the order", "ordered_on: 2026-10-01", "device.bought_on", "2026-10-01"],
    ["no order while nothing is ordered", "ordered_on: none", "device.ordered_on", "none"],
    ["today while nothing is ordered", "ordered_on: none", "device.bought_on", "2026-11-23"],
    ["a blank order", "quantity: 1", "device.bought_on", "unknown"],
  ] as const)("%s (%s)", ([, text, fact, value]) => {
    expect(plain(rowAt(device(text), "device", "CS-1").cell(fact).value)).toEqual(value);
  });

  it("counts a blank order of an unsigned contract as buying today", () => {
    const facts = device("quantity: 1", { more: ", contract: { signed_on: none }" });
    expect(rowAt(facts, "device", "CS-1").cell("device.bought_on").value).toBe("2026-11-23");
  });
});

describe("placements", () => {
  const sites = "[{ id: a, sensitive_kinds: [] }, { id: b, sensitive_kinds: [election] }]";

  it("are one device at one site, each with the tier of that site alone", () => {
    const facts = device("sites: { a: 2, b: 1 }", { sites });
    const tiers = facts
      .rows("placement")
      .map((row) => [row.key, row.cell("placement.tier").value, row.cell("placement.tier").at]);
    expect(tiers).toEqual([
      ["CS-1@a", "T3", "/supply_chain/devices/0/sites/a"],
      ["CS-1@b", "T4", "/supply_chain/devices/0/sites/b"],
    ]);
    expect(rowAt(facts, "device", "CS-1").cell("device.tier").value).toBe("T4");
    expect(rowAt(facts, "site", "a").cell("site.tier").value).toBe("T3");
  });

  it("stand at an unknown site where the device does not say where", () => {
    const row = device("quantity: 1", { sites }).rows("placement")[0];
    expect([row?.key, plain(row?.cell("placement.tier").value), row?.written]).toEqual([
      "CS-1@site not stated",
      "unknown",
      false,
    ]);
  });

  it("stand at a site nobody declared, of which nothing is known", () => {
    const facts = device("sites: { hidden: 1 }", { sites: "[]" });
    expect(keys(facts, "site")).toEqual(["hidden"]);
    expect(plain(rowAt(facts, "placement", "CS-1@hidden").cell("placement.tier").value)).toBe("unknown");
  });

  it("hold an unknown device at a site that no device names", () => {
    const facts = device("sites: { a: 3 }", { sites });
    expect(keys(facts, "placement")).toEqual(["CS-1@a", "device not stated@b"]);
  });

  it("hold an unknown device at a site that counts more than are placed there", () => {
    const sites = "[{ id: a, devices: 4 }, { id: b, devices: 2 }, { id: c }]";
    const facts = device("sites: { a: 3, b: 2, c: 1 }", { sites });
    expect(keys(facts, "placement")).toEqual(["CS-1@a", "CS-1@b", "CS-1@c", "device not stated@a"]);
  });

  it("hold an unknown device at each site with devices where none is listed", () => {
    const sites = "[{ id: a, devices: 4 }, { id: b, devices: 0 }, { id: c }]";
    const facts = factsOf(manifest(`system: { sites: ${sites} }\nsupply_chain: { devices: none }`));
    expect(keys(facts, "placement")).toEqual(["device not stated@a", "device not stated@c"]);
  });

  it("hold nothing where a count is 0", () => {
    const facts = device("sites: { a: 3, b: 0 }", { sites: "[{ id: a }, { id: b, devices: 0 }]" });
    expect(keys(facts, "placement")).toEqual(["CS-1@a"]);
  });

  it("take neither of two sites with one id for certain", () => {
    const facts = device("sites: { a: 3 }", {
      sites: "[{ id: a, sensitive_kinds: [] }, { id: a, sensitive_kinds: [] }]",
    });
    expect(plain(facts.rows("placement")[0]?.cell("placement.tier").value)).toBe("unknown");
  });

  it("are one of an unknown device at an unknown site where devices are blank", () => {
    const facts = factsOf(manifest("system: { sites: [] }"));
    expect(keys(facts, "placement")).toEqual(["device@site not stated"]);
  });
});

describe("the scope of a listing", () => {
  const LISTING = "vendor:ostra/vendor:ostra/us-list-a";
  const at = (fact: string, categories: string, kinds: string, category = "") => {
    const body = `system: { categories: ${categories}, sites: [{ id: a, sensitive_kinds: ${kinds} }] }
supply_chain: { devices: [{ model: CS-1, manufacturer: vendor:ostra, sites: { a: 1 }${category} }] }`;
    const party = rowAt(factsOf(manifest(body)), "placement", "CS-1@a").scope("party");
    return (nestedValues(party, "listing", fact) as Record<string, unknown>)[LISTING];
  };

  it.for([
    ["a camera", "[other]", ", category: camera", true],
    ["a sensor", "[video_surveillance]", ", category: sensor", false],
    ["a server of a camera system", "[video_surveillance]", ", category: server", true],
    ["a server of another system", "[parking]", ", category: server", "unknown"],
    ["an unnamed device of a camera system", "[video_surveillance]", "", true],
    ["an unnamed device while categories are blank", "null", "", "unknown"],
  ] as const)("meets %s: the product", ([, categories, category, value]) => {
    expect(at("listing.product_in_scope", categories, "[]", category)).toBe(value);
  });

  it.for([
    ["public space watched for safety", "[video_surveillance]", "[]", true],
    ["a polling station", "[waste_collection]", "[election]", true],
    ["a bin on the street", "[waste_collection]", "[]", false],
    ["a camera in a bin", "[waste_collection]", "[]", true, ", category: camera"],
    ["a bin with something unnamed in it", "[waste_collection]", "[]", "unknown", ""],
    ["a hospital, whose use this listing does not name", "[waste_collection]", "[health]", false],
    ["a use not named", "[other]", "[]", "unknown"],
    ["a blank site", "[waste_collection]", "null", "unknown"],
    ["blank categories", "null", "[]", "unknown"],
  ] as const)("meets %s: the use", ([, categories, kinds, value, category = ", category: sensor"]) => {
    expect(at("listing.use_in_scope", categories, kinds, category)).toBe(value);
  });
});
