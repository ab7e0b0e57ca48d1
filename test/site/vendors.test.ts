import { describe, expect, it } from "vitest";
import { countryName } from "../../src/site/country-name.ts";
import { shippedBundle } from "../load-repository.ts";
import { pageOf, under } from "./site-pages.ts";

const REGISTRY = `
title: "Family: two companies"
entities:
  - id: vendor:acme
    legal_name: Acme Holdings Ltd.
    names:
      - { text: Acme, lang: en, kind: brand }
      - { text: "אקמי", lang: he, kind: common }
    jurisdiction: "SE"
    state_owned: false
    partner: { kind: company, supplies: [water], sources: [filing] }
    reply: { text: "Says it has sold the unit.", source: filing, on: "2025-03" }
  - { id: vendor:bolt, legal_name: Bolt Inc., jurisdiction: null }
  - { id: vendor:made-up, legal_name: Made Up, jurisdiction: "IL", fictional: true }
edges:
  - { from: vendor:acme, to: vendor:bolt, kind: owns, percent: { min: 25, max: 30 }, from_date: 2020-02-01, to_date: "2025-03", confidence: medium, sources: [filing], disputed: { text: "Says it was sold", source: press } }
  - { from: vendor:bolt, to: vendor:acme, kind: manufactures_for, products: [BX-1xx], from_date: null, to_date: null, confidence: high, sources: [press] }
lists:
  - { id: us-uflpa, title: The list, authority: An office, retrieved_on: 2026-11-01, coverage: partial, ground: human_rights, superseded_by: us-new-list, sources: [press], conflict: { text: two copies differ, sources: [press] } }
  - { id: us-new-list, title: The newer list, authority: An office, retrieved_on: null, coverage: none, sources: [press] }
listings:
  - { list: us-uflpa, entity: vendor:bolt, from: 2021-05-01, to: 2022-06-01, scope: [router], use_scope: [public_safety], source: press, provision: p. 3 }
  - { list: us-uflpa, category: "kites, made abroad", from: 2023-01-01, to: null, source: press }
jurisdictions:
  - country: "SE"
    as_of: 2026-01-01
    flags:
      - { flag: secrecy_duty, law: Act on Secrets, article: s. 4, from: 2010-01-01, to: null, as_of: 2010-01-01, renumbered_to: s. 5, source: press, verified: false }
    review: [{ law: Act on Courts, article: s. 1, source: press, verified: true }]
    sources: [press]
  - { country: "FR", as_of: 2026-01-01, flags: [], sources: [press] }
  - { country: "DE", as_of: 2026-01-01, flags: null, sources: [press] }
assessments:
  - entity: vendor:acme
    assessed_on: 2026-01-01
    criteria:
      ownership_disclosed: { score: 2, source: filing, date: 2025-12-31, verified: false }
      data_locality: { score: 1, source: filing, date: 2025-12-31 }
carriers:
  - { entity: vendor:acme, clean: true, from: 2020-06-01, to: null, source: press }
  - { entity: vendor:bolt, clean: null, from: null, to: null, source: press }
vulnerabilities:
  - id: CVE-2020-1234
    title: Open door
    listed_on: 2022-02-02
    source: press
    affected: [{ models: [BX-1xx], fixed_in: V2 }, { models: [BX-2xx], fixed_in: none }]
  - { id: CVE-2021-1234, title: Loose lock, listed_on: 2023-02-02, source: press, affected: null }
sources:
  filing: { title: "Acme, yearly report", kind: filing, url: "https://acme.example/report", published: "2025-12", verified: true }
  press: { title: The Paper, kind: press, verified: false, note: one copy }
`;

const page = pageOf("rules: []", "vendors.md", "", { registry: REGISTRY });

describe("the vendor register", () => {
  it("lists every entry that is not invented by name, with the lists that name it or did", () => {
    expect(under(page, "## All entries by name")).toBe(
      `
| Name | Country | Kind | Entries in published lists |
| --- | --- | --- | --- |
| [Acme](#vendor-acme) | Sweden | company |  |
| [Bolt Inc.](#vendor-bolt) |  | company | [UFLPA Entity List](#list-us-uflpa) (ended 2022-06-01) |
`.trim(),
    );
  });

  it.for([
    ["#### Acme", "- Id: `vendor:acme`"],
    ["#### Acme", "- Country: Sweden"],
    ["#### Acme", "- Registered name: Acme Holdings Ltd."],
    ["#### Acme", '- Names it is known by: <span dir="rtl">אקמי</span>'],
    ["#### Acme", "- Owned by a state or its bodies: no"],
    ["#### Acme", "- Offered as an alternative for: water (company; [`filing`](#source-filing))"],
    [
      "#### Acme",
      "| Acme | owns shares in | [Bolt Inc.](#vendor-bolt) | between 25% and 30% | 2020-02-01 | 2025-03 | medium | [`filing`](#source-filing) | yes |",
    ],
    ["#### Acme", "disputed: Says it was sold ([`press`](#source-press))"],
    [
      "#### Acme",
      "| [Bolt Inc.](#vendor-bolt) | makes products sold by (models: BX-1xx) | Acme | not recorded | – | high | [`press`](#source-press) | no |",
    ],
    ["#### Acme", "Drawn up on 2026-01-01: 3 of 24."],
    ["#### Acme", "| owners published up to the top | 2 | 2025-12-31 | [`filing`](#source-filing) | no |"],
    ["#### Acme", "Without evidence, counted as 0: no control by a state or party;"],
    ["#### Acme", "Says it has sold the unit. (2025-03, [`filing`](#source-filing))"],
    ["#### Bolt Inc.", "- Country: not recorded"],
    [
      "#### Bolt Inc.",
      "| [UFLPA Entity List](#list-us-uflpa) | 2021-05-01 | 2022-06-01 | human rights | routers | public safety | not included | [`press`](#source-press), p. 3 | no |",
    ],
    ["### UFLPA Entity List", "- Full name: The list"],
    ["### UFLPA Entity List", "- Superseded by: [The newer list](#list-us-new-list)"],
    ["### UFLPA Entity List", "- Contents last read: 2026-11-01"],
    ["### UFLPA Entity List", "- What is here of it: the entries of those this register knows"],
    ["### UFLPA Entity List", "sources disagree: two copies differ ([`press`](#source-press))"],
    [
      "### UFLPA Entity List",
      "- Entries here: [Bolt Inc.](#vendor-bolt) (from 2021-05-01, ended 2022-06-01)",
    ],
    ["### UFLPA Entity List", "kites, made abroad (from 2023-01-01)"],
    ["### The newer list", "- Contents last read: never"],
    ["### The newer list", "- What is here of it: none of its entries"],
    [
      "### Sweden",
      "| keep the demand secret | Act on Secrets | s. 4, now s. 5 |  | 2010-01-01 | – | [`press`](#source-press) | no |",
    ],
    ["### Sweden", "| Act on Courts | s. 1 |  | [`press`](#source-press) | yes |"],
    ["### France", "Looked for; none was found as the register defines them."],
    ["### Germany", "Nobody has looked into it."],
    [
      "## Vulnerabilities known to be exploited",
      "| `CVE-2020-1234` | Open door | 2022-02-02 | BX-1xx | V2 | [`press`](#source-press) | no |  |\n|  |  |  | BX-2xx | none closes it |",
    ],
    ["## Vulnerabilities known to be exploited", "| not recorded: no device is matched |"],
    ["## Carriers named clean", "| [Acme](#vendor-acme) | yes | 2020-06-01 | – |"],
    ["## Carriers named clean", "| [Bolt Inc.](#vendor-bolt) | no source says |"],
    [
      "## Where the facts were read",
      '| <a id="source-filing"></a>`filing` | [Acme, yearly report](https://acme.example/report) | filing | 2025-12 |  | yes |  |',
    ],
    ["#### Made Up", "- Id: `vendor:made-up`"],
    ["## How to correct this", "Whoever is named here may reply"],
  ] as const)("says under %s: %s", ([heading, text]) => {
    expect(under(page, heading)).toContain(text);
  });

  it("keeps what is invented for examples apart, below everything else", () => {
    expect(page.indexOf("#### Made Up")).toBeGreaterThan(page.indexOf("## Invented for examples"));
    expect(page.indexOf("## Invented for examples")).toBe(page.lastIndexOf("\n## ") + 1);
  });

  it("names the file of each family, for who wants to correct it", () => {
    expect(page).toContain(
      "### Recorded with a list: Family: two companies\n\nRecorded in [`policies/trusted-vendors/registry/test.yaml`](../../policies/trusted-vendors/registry/test.yaml).",
    );
  });

  it("keeps names in their own direction on a page from right to left", () => {
    const hebrew = pageOf("rules: []", "vendors.he.md", "", { registry: REGISTRY });
    expect(hebrew).toContain("- שמות שבהם מוכר: אקמי");
    expect(hebrew).toContain(
      '| <span dir="ltr">Acme</span> | בעל מניות של | [<span dir="ltr">Bolt Inc.</span>]',
    );
  });

  it("has no page where there is no register", () => {
    expect(pageOf("rules: []", "vendors.md")).toBe("");
  });
});

describe("names of countries", () => {
  it("has one for every country of the shipped register", () => {
    const { registryDocuments } = shippedBundle().bundle;
    const codes = registryDocuments.flatMap(({ value }) => [
      ...(value.entities ?? []).flatMap(({ jurisdiction }) => jurisdiction ?? []),
      ...(value.edges ?? []).flatMap(({ territory }) => territory ?? []),
      ...(value.jurisdictions ?? []).map(({ country }) => country),
    ]);
    expect([...new Set(codes)].filter((code) => countryName(code, "he") === code)).toEqual([]);
  });

  it.for([
    ["CN", "a country is called by its name", "סין"],
    ["QM", "a code no country has is said to be invented", "מדינה מומצאת QM"],
    ["ZW", "a country without a name here is called by its code", "ZW"],
  ] as const)("%s: %s", ([code, , name]) => {
    expect(countryName(code, "he")).toBe(name);
  });
});
