import { describe, expect, it } from "vitest";
import { pageOf, under } from "./site-pages.ts";

const POLICY = `
changes: [{ version: 1.1.0, date: 2026-09-01, summary: { en: "Shorter" } }, { version: 1.0.0, date: 2026-07-01, summary: { en: "First" } }]
parameters:
  longest:
    type: duration
    title: { en: "Longest time" }
    values:
      - { from: 2026-07-01, value: P30D, basis: { source: proposal } }
      - { from: 2027-04-01, value: P21D, basis: { source: proposal } }
  ready_by:
    type: date
    title: { en: "Day of readiness" }
    values: [{ from: 2026-07-01, value: 2027-01-31, basis: { source: proposal } }]
rules:
  - id: TST-01
    title: { en: "Video is deleted" }
    why: { en: "what is gone cannot leak" }
    severity: high
    effect: block
    stages: [operation]
    effective: 2026-07-01
    until: 2028-12-31
    subject: retention
    transition: { deployed_before: 2026-01-01, until: 2027-07-01, lost_when: [supplier] }
    require: [{ fact: retention.period, at_most: { parameter: longest } }]
  - id: TST-02
    title: { en: "Systems are ready" }
    why: { en: "somebody waits" }
    severity: low
    stages: [operation]
    waivable: false
    clauses:
      - { id: a, effect: block, effective: 2026-07-01, due: { parameter: ready_by, plus: P10D }, require: [{ fact: system.personal_data, is: false }] }
      - { id: b, effect: block, effective: 2026-10-01, require: [{ fact: system.submitted_on, before: { parameter: ready_by } }] }
`;

const PLAN = `
title: { en: "A plan" }
adopted_on: 2026-07-01
coordinator: { role: Coordinator, email: office@plan.example }
grace_period: P180D
packs: { spare: advisory }
adopted_lists: [the-list]
authorities: [{ count: 257, as_of: 2026-07-01, source: count, verified: false }]
objectives:
  - id: short
    title: { en: "Footage is short-lived" }
    indicator: { en: "Systems within the limit" }
    unit: percent
    baseline: null
    target: 90
    date: 2027-12-31
    owner: { role: Privacy reviewers }
    functions: [video]
    policies: [test-policy, gone-policy]
    basis: [count, proposal]
    measured_by: { share_of: system, passing: [TST-01, TST-99], tiers: [T3, T4] }
  - id: none
    title: { en: "Nothing is open" }
    indicator: { en: "Open doors" }
    unit: doors
    baseline: 3
    target: 0
    date: none
    owner: none
sources:
  count: { title: "A count", url: "https://count.example/", verified: false }
`;

const REGISTRY = `
entities:
  - { id: vendor:acme, legal_name: Acme, jurisdiction: "SE" }
  - { id: vendor:bolt, legal_name: Bolt, jurisdiction: null }
  - { id: vendor:made-up, legal_name: Made Up, jurisdiction: null, fictional: true }
edges:
  - { from: vendor:acme, to: vendor:bolt, kind: owns, percent: { min: 50 }, from_date: 2020-02-01, to_date: "2025-03", confidence: medium, sources: [press] }
  - { from: vendor:made-up, to: vendor:bolt, kind: owns, from_date: 2011-01-01, to_date: null, confidence: medium, sources: [press] }
lists: [{ id: us-uflpa, title: The list, authority: An office, from: 2021-01-01, to: null, retrieved_on: null, coverage: none, sources: [press] }]
listings:
  - { list: us-uflpa, entity: vendor:acme, from: 2021-05-01, to: 2022-06-01, source: press }
  - { list: us-uflpa, entity: vendor:bolt, from: 2021-05-01, to: null, source: press }
jurisdictions:
  - country: "SE"
    as_of: 2026-01-01
    flags: [{ flag: secrecy_duty, law: Act on Secrets, article: s. 4, from: 2010-01-01, to: null, as_of: 2010-01-01, renumbered_to: null, source: press, verified: false }]
    sources: [press]
vulnerabilities: [{ id: CVE-2020-1234, title: Open door, listed_on: 2022-02-02, source: press, affected: null }]
carriers: [{ entity: vendor:acme, clean: true, from: 2020-06-01, to: 2021-01-20, source: press }]
sources: { press: { title: The Paper, kind: press, verified: false } }
`;

const WAIVER = `
kind: Waiver
id: W-2026-001
rule: TST-01
manifest: il-9900-cam
finding: "0123456789abcdef"
reason: { en: "The recorder is replaced in spring", he: "המקליט מוחלף באביב" }
compensating: [a weekly look]
approved_by: { role: Privacy reviewer, group: privacy }
approved_on: 2026-10-30
from: 2026-11-01
expires: 2027-03-31
renews: W-2025-009
`;

const OPEN = `
kind: Approval
id: A-2026-002
rule: TST-01
manifest: arr:il-9900-town
finding: "0123456789abcdef"
reason: none
compensating: none
approved_by: none
approved_on: none
from: 2026-11-01
expires: 2028-03-31
renews: none
`;

describe("the register of waivers", () => {
  const page = pageOf(POLICY, "waivers.md", "", { waivers: [WAIVER, OPEN] });

  it("shows all in one table, the last to end first", () => {
    expect(page).toContain(
      `
| Decision | Kind | Rule | For | First day | Last day | Approved by |
| --- | --- | --- | --- | --- | --- | --- |
| [\`A-2026-002\`](#a-2026-002) | standing approval | [\`TST-01\`](test-policy.md#tst-01) | \`arr:il-9900-town\` | 2026-11-01 | 2028-03-31 | nobody yet: it does not count |
| [\`W-2026-001\`](#w-2026-001) | waiver | [\`TST-01\`](test-policy.md#tst-01) | \`il-9900-cam\` | 2026-11-01 | 2027-03-31 | Privacy reviewer, group \`privacy\` |
`.trim(),
    );
  });

  it("says why, what lowers the risk, and where each is kept", () => {
    expect(under(page, "## `W-2026-001`")).toBe(
      `
- Reason: The recorder is replaced in spring
- What lowers the risk meanwhile: a weekly look
- Approved on: 2026-10-30
- Renews: \`W-2025-009\`
- Finding: \`0123456789abcdef\`
- File: [\`waivers/w-0.yaml\`](../../waivers/w-0.yaml)
`.trim(),
    );
    expect(under(page, "## `A-2026-002`")).toContain(
      "- Reason: not recorded\n- What lowers the risk meanwhile: nothing\n- Finding",
    );
  });

  it("names the rules of which none is ever valid", () => {
    expect(under(page, "## Rules of which no waiver is ever valid")).toBe(
      "- [`TST-02`](test-policy.md#tst-02) Systems are ready",
    );
  });

  it.for([
    ["waivers.md", "There are none: every rule holds for every system as it is written."],
    ["waivers.he.md", "אין כאלה: כל כלל חל על כל מערכת כלשונו."],
    ["waivers.ar.md", "لا يوجد شيء منها: كل قاعدة تنطبق على كل نظام كما كُتبت."],
  ] as const)("says on %s that there are none", ([file, sentence]) => {
    expect(pageOf(POLICY, file)).toContain(sentence);
  });

  it("gives the reason in the language of the page where somebody translated it", () => {
    expect(pageOf(POLICY, "waivers.he.md", "", { waivers: [WAIVER] })).toContain(
      "- נימוק: המקליט מוחלף באביב",
    );
    expect(pageOf(POLICY, "waivers.ar.md", "", { waivers: [WAIVER] })).toContain(
      '<span dir="ltr">The recorder is replaced in spring</span> (غير مترجم، معروض بالإنجليزية)',
    );
  });
});

describe("what changes when", () => {
  const page = pageOf(POLICY, "changes.md", "", { registry: REGISTRY, plan: PLAN, waivers: [WAIVER] });
  const rows = [...page.matchAll(/^\| (\d{4}\S*) \| (.*) \|$/gm)].map(([, date = "", rest = ""]) => ({
    date,
    rest,
  }));

  it("has no waiver that is invented for an example", () => {
    const beside = { waivers: [WAIVER], waiversUnder: "examples/gan-alonim/" };
    expect(page).toContain("W-2026-001");
    expect(pageOf(POLICY, "changes.md", "", beside)).not.toContain("W-2026-001");
  });

  it("goes from the newest date to the oldest, by year", () => {
    const dates = rows.map(({ date }) => date);
    expect(dates).toEqual([...dates].sort().reverse());
    expect([...page.matchAll(/^## (\d{4})$/gm)].map(([, year]) => year)).toEqual([
      ...new Set(dates.map((date) => date.slice(0, 4))),
    ]);
    expect(page).toContain("Years: [2028](#y2028) · [2027](#y2027) · [2026](#y2026) ·");
  });

  it.for([
    ["2028-12-31", "last day of rules | [Test policy](test-policy.md): [`TST-01`](test-policy.md#tst-01)"],
    ["2027-12-31", "objective of the plan | [Footage is short-lived](plan.md#objective-short): 90%"],
    ["2027-07-01", "a transition ends | [`TST-01`](test-policy.md#tst-01)"],
    [
      "2027-04-01",
      "value changes | [Test policy](test-policy.md): Longest time `longest`: 21 days; before: 30 days",
    ],
    ["2027-03-31", "last day of a waiver or approval | [`W-2026-001`](waivers.md#w-2026-001): [`TST-01`]"],
    ["2027-02-10", "last day before a duty binds | [`TST-02(a)`](test-policy.md#tst-02)"],
    ["2027-01-31", "a day named in rules | Day of readiness `ready_by`: [`TST-02`]"],
    ["2026-12-28", "last day to declare existing systems | [A plan](plan.md)"],
    ["2026-11-01", "waiver or approval begins | [`W-2026-001`](waivers.md#w-2026-001)"],
    [
      "2026-10-01",
      "rules come into force | [Test policy](test-policy.md): [`TST-02(b)`](test-policy.md#tst-02)",
    ],
    ["2026-09-01", "policy version | [Test policy](test-policy.md) `1.1.0`: Shorter"],
    [
      "2026-07-01",
      "rules come into force | [Test policy](test-policy.md): [`TST-01`](test-policy.md#tst-01), [`TST-02(a)`]",
    ],
    ["2026-07-01", "first values | [Test policy](test-policy.md): `longest`, `ready_by`"],
    ["2026-07-01", "the plan is adopted | [A plan](plan.md)"],
    ["2026-07-01", "number of local authorities | 257"],
    [
      "2026-01-01",
      "systems deployed earlier have a transition | [`TST-01`](test-policy.md#tst-01) (until 2027-07-01)",
    ],
    [
      "2025-03",
      "relation ends | [Acme](vendors.md#vendor-acme) owns shares in [Bolt](vendors.md#vendor-bolt) (at least 50%)",
    ],
    [
      "2022-06-01",
      "entries end | [UFLPA Entity List](vendors.md#list-us-uflpa): [Acme](vendors.md#vendor-acme)",
    ],
    ["2022-02-02", "vulnerability listed as exploited | [`CVE-2020-1234`](vendors.md#vulnerabilities)"],
    [
      "2021-05-01",
      "entries begin | [UFLPA Entity List](vendors.md#list-us-uflpa): [Acme](vendors.md#vendor-acme) · [Bolt](vendors.md#vendor-bolt)",
    ],
    ["2021-01-20", "carrier no longer named clean | [Acme](vendors.md#vendor-acme)"],
    ["2021-01-01", "list begins | [UFLPA Entity List](vendors.md#list-us-uflpa)"],
    ["2020-06-01", "carrier named clean | [Acme](vendors.md#vendor-acme)"],
    ["2020-02-01", "relation begins | [Acme](vendors.md#vendor-acme) owns shares in"],
    ["2010-01-01", "law takes effect | [Sweden](vendors.md#law-se): Act on Secrets"],
  ] as const)("has on %s: %s", ([date, text]) => {
    expect(rows.filter((row) => row.date === date && row.rest.startsWith(text))).toHaveLength(1);
  });

  it("leaves out what is invented", () => {
    expect(page).not.toContain("Made Up");
    expect(rows.filter(({ date }) => date === "2011-01-01")).toEqual([]);
  });
});

describe("the plan", () => {
  const page = pageOf(POLICY, "plan.md", "", { registry: REGISTRY, plan: PLAN });

  it.for([
    ["# A plan", "- Adopted on: 2026-07-01"],
    ["# A plan", "- National coordinator: Coordinator, `office@plan.example`"],
    ["# A plan", "- Time to declare existing systems: 180 days, until 2026-12-28"],
    [
      "## Objectives",
      "| [Footage is short-lived](#objective-short) | nobody has counted yet | 90% | 2027-12-31 | Privacy reviewers |",
    ],
    ["## Objectives", "| [Nothing is open](#objective-none) | 3 | 0 | not set | nobody |"],
    ["### Footage is short-lived", "- Indicator: Systems within the limit"],
    ["### Footage is short-lived", "- Functions of systems: video"],
    ["### Footage is short-lived", "- Policies that serve it: [Test policy](test-policy.md), `gone-policy`"],
    [
      "### Footage is short-lived",
      "- How it is computed: the share of “System” at which none of these rules fails or is undecided, out of all to which one of them applies: [`TST-01`](test-policy.md#tst-01), `TST-99`; reached at or above the target (tiers: T3, T4)",
    ],
    [
      "### Footage is short-lived",
      "- What it rests on: A count (not checked against the primary text); the plan's own choice",
    ],
    ["### Nothing is open", "- Counted in: doors"],
    ["### Nothing is open", "- How it is computed: not computed from manifests"],
    ["## Packs", "| `spare` |  | advisory, it warns at most |"],
    ["## Local authorities", "| 257 | 2026-07-01 | A count | no |"],
    ["## Sources", "| `count` | [A count](https://count.example/) | no |"],
  ] as const)("says under %s: %s", ([heading, text]) => {
    expect(under(page, heading)).toContain(text);
  });
});

describe("the index", () => {
  it.for([
    ["README.md", "[Vendor register](vendors.md)", "[`TST-01`](test-policy.md#tst-01)"],
    ["README.he.md", "[מרשם הספקים](vendors.he.md)", "](test-policy.he.md#tst-01)"],
    ["README.ar.md", "[سجل المورّدين](vendors.ar.md)", "](test-policy.ar.md#tst-01)"],
  ] as const)("%s leads to every policy, rule and page in its language", ([file, register, rule]) => {
    const page = pageOf(POLICY, file, "", { registry: REGISTRY, plan: PLAN });
    for (const part of [register, rule, "waivers.", "changes.", "plan."]) expect(page).toContain(part);
  });

  it("names no page that there is not", () => {
    const page = pageOf(POLICY, "README.md");
    expect(page).not.toContain("vendors.md");
    expect(page).not.toContain("plan.md");
  });
});
