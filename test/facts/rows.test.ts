import { describe, expect, it } from "vitest";
import type { SubjectName } from "../../src/model/row.ts";
import { factsOf, keys, manifest, plain, rowAt } from "./facts-of.ts";

const NOTHING_IN_USE = `{ identification: none, biometric_capability: { present: false }, plate_recognition: { present: false }, audio: { present: false }, thermal: { present: false }, emotion_or_categorisation: none, profiling_or_scoring: none, assembly_monitoring: false, actuation: none, autonomous_mobility: false }`;

describe("a list that is blank", () => {
  it.for([
    ["site", "not stated"],
    ["device", "device"],
    ["app", "app"],
    ["interface", "interface"],
    ["use", "use"],
    ["finance", "finance"],
    ["incident", "incident"],
    ["retention", "data"],
    ["access", "access"],
  ] as const)("leaves one blank %s", ([subject, key]) => {
    const facts = factsOf(manifest(""));
    expect([keys(facts, subject), facts.rows(subject).map((row) => row.written)]).toEqual([[key], [false]]);
  });
});

describe("a list that is empty", () => {
  it.for([
    ["site", "system: { sites: [] }"],
    ["device", "supply_chain: { devices: [] }"],
    ["placement", "supply_chain: { devices: none }"],
    ["app", "supply_chain: { mobile_apps: [] }"],
    ["interface", "system: { interfaces: none }"],
    ["use", "data: { secondary_uses: [] }"],
    ["finance", "supply_chain: { foreign_finance: [] }"],
    ["incident", "operation: { incidents: [] }"],
    ["access", "data: { access: [] }"],
    [
      "retention",
      `data: { personal_data: false, retention: [] }\nsystem: { categories: [parking], functions: ${NOTHING_IN_USE} }\nsupply_chain: { devices: [] }`,
    ],
    ["transfer", "data: { locations: [], transfers: [], access: [] }"],
  ] as const)("leaves no %s", ([subject, body]) => {
    expect(keys(factsOf(manifest(body)), subject)).toEqual([]);
  });
});

describe("keys", () => {
  it.for([
    ["site", "system: { sites: [{ id: b }, { id: a }] }", ["b", "a"]],
    [
      "device",
      "supply_chain: { devices: [{ model: A }, { model: A }, { brand: B }, {}] }",
      ["A", "A~2", "B", "device"],
    ],
    ["interface", "system: { interfaces: [{ to: il-9901-c2 }, {}] }", ["il-9901-c2", "interface"]],
    [
      "access",
      "data: { access: [{ party: self, role: guard }, { party: vendor:plain }] }",
      ["self:guard", "vendor:plain"],
    ],
    ["use", "data: { secondary_uses: [{ purpose: research }] }", ["research"]],
  ] as const)("of a %s say what it is and never where it stands", ([subject, body, expected]) => {
    expect(keys(factsOf(manifest(body)), subject)).toEqual(expected);
  });
});

describe("retention lines", () => {
  const system = (categories: string, functions: string, sites = "[]") =>
    `system: { categories: ${categories}, functions: ${functions}, sites: ${sites} }\nsupply_chain: { devices: [] }\n`;
  const lines = (body: string) =>
    factsOf(manifest(body))
      .rows("retention")
      .map((row) => [row.key, row.written]);

  it("are expected for each kind of data the functions imply", () => {
    expect(
      lines(`${system("[video_surveillance]", NOTHING_IN_USE)}data: { personal_data: true, retention: [] }`),
    ).toEqual([
      ["video_raw", false],
      ["access_log", false],
    ]);
  });

  it.for([
    [
      "plates",
      "plate_recognition: { present: true, enabled: true }",
      "plate_recognition: { present: false }",
      ["plate_no_hit", "plate_hit", "access_log"],
    ],
    [
      "heat of people",
      "thermal: { present: true, enabled: true, of_people: true }",
      "thermal: { present: false }",
      ["thermal_reading", "access_log"],
    ],
    [
      "one-to-one checks",
      "identification: verification_1_1",
      "identification: none",
      ["face_template_enrolled", "access_log"],
    ],
    [
      "identification among many",
      "identification: realtime_remote_1_n",
      "identification: none",
      ["face_template_no_match", "face_template_enrolled", "access_log"],
    ],
    ["autonomous decisions", "actuation: autonomous", "actuation: none", ["decision_log"]],
  ] as const)("are expected for %s", ([, on, off, kinds]) => {
    const body = `${system("[parking]", NOTHING_IN_USE.replace(off, on))}data: { personal_data: false, retention: [] }`;
    expect(lines(body).map(([key]) => key)).toEqual(kinds);
  });

  it("leave one line of unknown data where a function is blank", () => {
    const body = `${system("[parking]", NOTHING_IN_USE.replace("thermal: { present: false }, ", ""))}data: { personal_data: false, retention: [] }`;
    const row = rowAt(factsOf(manifest(body)), "retention", "data");
    expect(plain(row.cell("retention.data").value)).toBe("unknown");
  });

  it("know what should be kept though no line says so, and nothing else", () => {
    const facts = factsOf(
      manifest(`${system("[video_surveillance]", NOTHING_IN_USE)}data: { personal_data: true }`),
    );
    const row = rowAt(facts, "retention", "video_raw");
    expect([
      row.cell("retention.data").value,
      row.cell("retention.data").stated,
      plain(row.cell("retention.period").value),
      row.pointer,
    ]).toEqual(["video_raw", false, "unknown", "/data"]);
  });

  it("are expected at sites that no line of the kind covers", () => {
    const sites = "[{ id: a, sensitive_kinds: [] }, { id: b, sensitive_kinds: [school] }]";
    const facts = factsOf(
      manifest(
        `${system("[video_surveillance]", NOTHING_IN_USE, sites)}data: { personal_data: false, retention: [{ data: video_raw, sites: [a] }] }`,
      ),
    );
    expect(facts.rows("retention").map((row) => [row.key, plain(row.cell("retention.sites").value)])).toEqual(
      [
        ["video_raw@a", "ordinary"],
        ["video_raw@b", "sensitive"],
        ["access_log", "sensitive"],
      ],
    );
  });

  it.for([
    [
      "sensitive where one site is",
      "[{ id: a, sensitive_kinds: [] }, { id: b, sensitive_kinds: [school] }]",
      "",
      "sensitive",
    ],
    [
      "sensitive where one site is and another is blank",
      "[{ id: a }, { id: b, sensitive_kinds: [school] }]",
      "",
      "sensitive",
    ],
    ["ordinary where none is", "[{ id: a, sensitive_kinds: [] }]", "", "ordinary"],
    ["unknown while a site is blank", "[{ id: a }]", "", "unknown"],
    ["unknown for a site nobody declared", "[{ id: a, sensitive_kinds: [] }]", ", sites: [b]", "unknown"],
    ["unknown while the list is blank", "null", "", "unknown"],
  ] as const)("cover sites: %s", ([, sites, line, value]) => {
    const facts = factsOf(
      manifest(`system: { sites: ${sites} }\ndata: { retention: [{ data: other${line} }] }`),
    );
    const row = facts.rows("retention").find((one) => one.written);
    expect(plain(row?.cell("retention.sites").value)).toBe(value);
  });
});

describe("access lines", () => {
  it("are expected for each outside recipient of a link and each party with hands on the system", () => {
    const facts = factsOf(
      manifest(`system: { interfaces: [{ to: external:il-police-north, direction: out }, { to: external:il-police-south, direction: in }, { to: il-9901-c2 }] }
supply_chain: { parties: [{ role: maintenance, vendor: vendor:plain }, { role: operator, vendor: self }, { role: integrator, vendor: vendor:harel }] }
data: { access: [{ party: self, role: guard }] }`),
    );
    expect(
      facts.rows("access").map((row) => [row.key, plain(row.cell("access.holder").value), row.written]),
    ).toEqual([
      ["self:guard", "own", true],
      ["external:il-police-north", "police", false],
      ["vendor:plain", "vendor", false],
    ]);
  });

  it.for([
    ["self", "own"],
    ["vendor:plain", "vendor"],
    ["external:il-police-north", "police"],
    ["external:il-security-service-a", "security_service"],
    ["external:il-public-body-health", "public_body"],
    ["external:il-other-club", "other"],
    ["external:il-somebody", "unknown"],
  ] as const)("of `%s` are held by: %s", ([party, kind]) => {
    const facts = factsOf(manifest(`data: { access: [{ party: ${party} }] }`));
    expect(plain(facts.rows("access")[0]?.cell("access.holder").value)).toBe(kind);
  });

  it.for([
    ["as written", "live: false, recorded: false, search: true", true],
    ["no, where there is nothing to search", "live: false, recorded: false", false],
    ["unknown, where recordings are open", "live: false, recorded: true", "unknown"],
  ] as const)("say whether search is allowed: %s", ([, powers, value]) => {
    const facts = factsOf(manifest(`data: { access: [{ party: self, ${powers} }] }`));
    expect(plain(facts.rows("access")[0]?.cell("access.search").value)).toBe(value);
  });
});

describe("the recipient of a link", () => {
  it.for([
    ["another system of the municipality", "to: il-9901-c2", "own"],
    ["a system of another municipality", "to: il-7400-c2", "public_body"],
    ["by the reference", "to: external:il-police-north", "police"],
    ["as declared", "to: external:il-somebody, recipient: public_body", "public_body"],
    ["unknown where the two differ", "to: external:il-police-north, recipient: public_body", "unknown"],
    ["unknown where neither says", "to: external:il-somebody", "unknown"],
  ] as const)("is %s", ([, link, value]) => {
    const facts = factsOf(manifest(`system: { interfaces: [{ ${link} }] }`));
    expect(plain(facts.rows("interface")[0]?.cell("interface.recipient").value)).toBe(value);
  });
});

describe("data abroad", () => {
  const home = "locations: [{ country: IL }], transfers: [], access: []";
  it.for([
    ["nothing, where all stays at home", home, []],
    ["a location", home.replace("[{ country: IL }]", "[{ country: US }, { country: IL }]"), ["location US"]],
    [
      "a location whose country is blank",
      home.replace("[{ country: IL }]", "[{ site: cellar }]"),
      ["location unknown"],
    ],
    [
      "a transfer",
      home.replace("transfers: []", "transfers: [{ country: DE, ground: consent }]"),
      ["transfer DE"],
    ],
    [
      "remote access",
      home.replace("access: []", "access: [{ party: self, from_countries: [IL, CN] }]"),
      ["access CN"],
    ],
    [
      "remote access from nobody knows where",
      home.replace("access: []", "access: [{ party: self, remote: standing }]"),
      ["access unknown"],
    ],
    [
      "remote access that nobody has ruled out",
      home.replace("access: []", "access: [{ party: self }, { party: external:police, remote: none }]"),
      ["access unknown"],
    ],
    ["what is not stated", "locations: [{ country: IL }], transfers: []", ["not stated unknown"]],
    [
      "nothing while personal and business data are ruled out",
      "personal_data: false, business_data: false",
      [],
    ],
    [
      "what is not stated where kinds of personal data are listed all the same",
      "personal_data: false, business_data: false, kinds: [video]",
      ["not stated unknown", "not stated unknown~2", "not stated unknown~3"],
    ],
    [
      "what is not stated of business data",
      "personal_data: false, business_data: true, locations: [], transfers: []",
      ["not stated unknown"],
    ],
    [
      "what is not stated while business data is not ruled out",
      "personal_data: false, locations: [], transfers: []",
      ["not stated unknown"],
    ],
  ] as const)("is %s", ([, data, expected]) => {
    expect(keys(factsOf(manifest(`data: { ${data} }`)), "transfer")).toEqual(expected);
  });

  it("has the ground and the legal profile of its country", () => {
    const facts = factsOf(
      manifest(
        "data: { locations: [{ country: CN }], transfers: [{ country: CN, ground: none }], access: [] }",
      ),
    );
    const row = rowAt(facts, "transfer", "location CN");
    expect(["transfer.ground", "transfer.legal_flags"].map((fact) => plain(row.cell(fact).value))).toEqual([
      "none",
      2,
    ]);
  });
});

describe("the four domains of risk", () => {
  it("exist whether or not they are written", () => {
    const facts = factsOf(manifest("assessments: { risks: { cyber: { likelihood: 3, impact: 4 } } }"));
    expect(facts.rows("risk").map((row) => [row.key, plain(row.cell("risk.score").value)])).toEqual([
      ["privacy", "unknown"],
      ["data_security", "unknown"],
      ["cyber", "12"],
      ["national_security", "unknown"],
    ]);
  });
});

describe("what a row belongs to", () => {
  it.for([
    ["placement", ["system", "device", "site", "party"]],
    ["device", ["system", "party"]],
    ["app", ["system", "party"]],
    ["party", ["system"]],
    ["retention", ["system"]],
  ] as const)("%s: %s", ([subject, scopes]) => {
    const [row] = factsOf(manifest("")).rows(subject);
    expect(scopes.map((scope) => row?.scope(scope as SubjectName)?.subject)).toEqual(scopes);
  });

  it("is nothing for subjects kept in files of their own", () => {
    expect(
      (["waiver", "arrangement", "list", "concentration"] as const).flatMap((subject) =>
        factsOf(manifest("")).rows(subject),
      ),
    ).toEqual([]);
  });
});
