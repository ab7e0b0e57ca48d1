import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/generated/report.ts";
import { bundleWith, fileOf, findingAt, reportOn, textOf } from "./report-on.ts";

type Edits = readonly (readonly [from: string, to: string])[];

const MARKET = textOf("policies/example.yaml");

/** The manifest that passes, with some of it written otherwise. */
function edited(edits: Edits): string {
  return edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`there is no ${from}`);
    return text.replace(from, to);
  }, MARKET);
}

function findingsOf(edits: Edits, asOf = "2026-11-23"): readonly Finding[] {
  return reportOn([fileOf("manifests/market.yaml", edited(edits))], { asOf }).findings;
}

/** What is found by one rule, as `fact outcome effect`. */
function saidBy(rule: string, findings: readonly Finding[]): readonly string[] {
  return findings
    .filter((finding) => finding.rule === rule)
    .map(({ fact, outcome, effect }) => `${fact} ${outcome} ${effect}`);
}

const ENDING: Edits = [
  ["status: operation", "status: decommissioning"],
  ["decommissioning_since: none", "decommissioning_since: 2026-09-01"],
  [
    "operation: { incidents: [] }",
    "operation: { incidents: [] }\ndecommissioning: { deletion_proof: report.pdf, accounts_closed_on: 2026-09-20, devices_wiped_on: 2026-09-20, contract_closed_on: 2026-09-20, serials: [a, b, c, d, e, f, g, h, i, j, k, l, m, n], residual_data: none }",
  ],
];
const SERIALS = "serials: [a, b, c, d, e, f, g, h, i, j, k, l, m, n]";
const POLICE_LINK =
  "interfaces: [{ to: external:il-police, kind: live_view, direction: out, legal_authority: agreement 4, constant: false, logged: true, agreement: { scope: the square, signed_on: 2026-01-10, expires_on: 2027-01-10 } }]";
const POLICE_ACCESS =
  "    - { party: external:il-police, role: duty desk, authority: agreement 4, live: true, recorded: true, search: true, export: true, users: 2, mfa: true, logged: false, remote: standing }\n";
const ACCESS = "  access:\n";
const UNPLUGGED = "disconnected: true";
const VENDOR_LINE = "      users: 2\n";

describe("what passed although it should not have", () => {
  it.for<[string, string, string, Edits, string?]>([
    [
      "accounts that will be closed",
      "GOV-03",
      "system.accounts_closed_on fail block",
      [...ENDING, ["accounts_closed_on: 2026-09-20", "accounts_closed_on: 2999-01-01"]],
    ],
    [
      "devices that will be wiped",
      "GOV-03",
      "system.wiped_on fail block",
      [...ENDING, ["devices_wiped_on: 2026-09-20", "devices_wiped_on: 2999-01-01"]],
    ],
    [
      "a contract that will be closed",
      "GOV-03",
      "system.contract_closed_on fail block",
      [...ENDING, ["contract_closed_on: 2026-09-20", "contract_closed_on: 2999-01-01"]],
    ],
    [
      "a notice that will be given",
      "PRV-03",
      "system.authority_notified_on fail block",
      [
        ["data_subjects_estimate: 90000", "data_subjects_estimate: 100001"],
        ["notified_on: none", "notified_on: 2999-01-01"],
      ],
    ],
    [
      "a page that will be updated",
      "PRV-04",
      "system.page_behind_since fail block",
      [
        ["changes: []", "changes: [{ on: 2026-08-01, kind: site, summary: a corner more }]"],
        ["page_updated_on: 2026-11-02", "page_updated_on: 2999-01-01"],
      ],
    ],
    [
      "a report that will be published",
      "GOV-02",
      "system.report_missing_since fail warn",
      [["reports: []", "reports: [{ year: 2027, published_on: 2999-01-01 }]"]],
      "2028-04-01",
    ],
    [
      "an agreement that will be signed",
      "ACC-02",
      "interface.agreement_ends_on fail approve",
      [
        ["interfaces: []", POLICE_LINK],
        ["signed_on: 2026-01-10, expires_on: 2027-01-10", "signed_on: 2998-01-01, expires_on: 2999-12-31"],
      ],
    ],
    [
      "users counted line by line and not in all",
      "CYB-01",
      "system.security_level fail block",
      [
        ["authorised_users: 18", "authorised_users: 100"],
        ["users: 16", "users: 100"],
        [VENDOR_LINE, "      users: 100\n"],
      ],
    ],
    [
      "lines of one party that may be the same people or not",
      "CYB-01",
      "system.access_users unknown block",
      [
        ["authorised_users: 18", "authorised_users: 100"],
        ["users: 16", "users: 90"],
        [
          ACCESS,
          `${ACCESS}    - { party: self, role: archive, authority: procedure 9, live: false, recorded: true, search: false, export: false, users: 60, mfa: true, logged: true, remote: none }\n`,
        ],
      ],
    ],
    [
      "devices that stand at no site",
      "VEN-05",
      "listing.list unknown block",
      [
        ['manufacturer: "vendor:axis"\n', 'manufacturer: "vendor:hikvision"\n'],
        ["quantity: 14", "quantity: 500"],
        ["sensitive_kinds: [health]", "sensitive_kinds: []"],
      ],
    ],
    [
      "no serial of devices that only the sites count",
      "GOV-03",
      "system.serials_missing fail block",
      [...ENDING, ["quantity: 14", "quantity: 0"], [SERIALS, "serials: []"]],
    ],
    [
      "standing access of the police without a link",
      "ACC-02",
      "interface.agreement fail approve",
      [[ACCESS, ACCESS + POLICE_ACCESS]],
    ],
    [
      "access of the police that does not say whether it is standing",
      "ACC-02",
      "interface.recipient unknown approve",
      [[ACCESS, ACCESS + POLICE_ACCESS.replace("remote: standing", "remote: null")]],
    ],
    [
      "a path that leaves the country over no link",
      "CLN-05",
      "system.links fail approve",
      [["leaves_country: false", "leaves_country: true"]],
    ],
    [
      "a gift by the contract's method that is said to be none",
      "GFT-01",
      "system.gift unknown warn",
      [["method: tender", "method: gift"]],
    ],
    [
      "a gift accepted on a day that is said to be none",
      "GFT-01",
      "system.gift unknown warn",
      [["gift_accepted_on: none", "gift_accepted_on: 2026-08-01"]],
    ],
    [
      "a giver of what is said to be no gift",
      "GFT-01",
      "system.gift unknown warn",
      [["giver: none", "giver: Hikvision"]],
    ],
    [
      "a donation that is said to be none",
      "GFT-01",
      "system.gift unknown warn",
      [["funding: [municipal]", "funding: [donation]"]],
    ],
    [
      "a loan from abroad that no line tells of",
      "GFT-01",
      "finance.state fail warn",
      [["funding: [municipal]", "funding: [foreign_loan]"]],
    ],
    ...["egress: deny", "p2p_cloud: false", "port_forward: false", "core: false"].map(
      (line): [string, string, string, Edits] => [
        `a device off every network with ${line.split(":")[0]} open`,
        "CYB-05",
        "device.disconnected unknown block",
        [
          ["disconnected: false", UNPLUGGED],
          ["own_segment: true", "own_segment: false"],
          [line, line.replace("deny", "allow").replace("false", "true")],
        ],
      ],
    ),
    ...["purpose", "function"].map((kind): [string, string, string, Edits] => [
      `a ${kind} changed since the first assessment`,
      "PRV-01",
      "system.dpia_gaps fail block",
      [["changes: []", `changes: [{ on: 2026-10-25, kind: ${kind}, summary: another one }]`]],
    ]),
    [
      "a supplier changed since the first assessment",
      "PRV-01",
      "system.dpia_misses_supplier fail block",
      [["changes: []", "changes: [{ on: 2026-10-25, kind: supplier, summary: another one }]"]],
    ],
    [
      "a second use by a high-risk company",
      "VEN-06",
      "owner.control fail block",
      [["secondary_uses: []", 'secondary_uses: [{ purpose: research, recipient: "vendor:hikvision" }]']],
    ],
    [
      "a link from a high-risk company",
      "VEN-06",
      "owner.control fail block",
      [["interfaces: []", 'interfaces: [{ to: "vendor:hikvision", kind: updates, direction: in }]']],
    ],
    [
      "a second use by a body abroad",
      "PRV-06",
      "transfer.country fail block",
      [
        [
          "secondary_uses: []",
          'secondary_uses: [{ purpose: research, recipient: "external:cn-university" }]',
        ],
      ],
    ],
    [
      "more orders than searches",
      "FRT-02",
      "system.searches_without_order unknown approve",
      [
        [
          "identification: none",
          "identification: post_remote_1_n\n    searches: { total: 3, with_order: 400 }",
        ],
      ],
    ],
    ...["' '", "'-'", "None", "n/a", "N/A", "'...'", "tbd", "אין"].map(
      (text): [string, string, string, Edits] => [
        `a justification of ${text}`,
        "RET-01",
        "retention.period fail block",
        [["justification: reports arrive up to 6 days late", `justification: ${text}`]],
      ],
    ),
  ])("is found: %s", ([, rule, said, edits, asOf]) => {
    expect(saidBy(rule, findingsOf(edits, asOf))).toContain(said);
  });

  it("waives nothing for the office that approved its own exception", () => {
    const manifest = fileOf(
      "manifests/market.yaml",
      edited([["data: video_raw, period: P7D", "data: video_raw, period: P21D"]]),
    );
    const open = findingAt(reportOn([manifest]), "RET-01", "/data/retention/0");
    const decided = (role: string) => {
      const bundle = bundleWith(`apiVersion: bylaw/v1
kind: Waiver
id: W-2026-001
rule: RET-01
manifest: il-9900-cam-market
finding: "${open.fingerprint}"
reason: { en: Until the recorder is replaced }
compensating: [footage is deleted by hand every week]
approved_by: { role: ${role}, group: privacy }
approved_on: 2026-11-01
from: 2026-11-01
expires: 2027-04-30
renews: null
`);
      const report = reportOn([manifest], { bundle });
      const { state } = findingAt(report, "RET-01", "/data/retention/0");
      return [state, ...saidBy("GOV-01", report.findings)];
    };
    expect(decided("Privacy reviewer")).toEqual(["waived"]);
    expect(decided("head of  City Security")).toEqual(["open", "waiver.approver_outside fail block"]);
  });
});

describe("what is honest still passes", () => {
  it.for<[string, Edits]>([
    ["an end as it should be", ENDING],
    ["a link with an agreement", [["interfaces: []", POLICE_LINK]]],
    [
      "an assessment done anew on the day of a change",
      [
        ["changes: []", "changes: [{ on: 2026-10-25, kind: purpose, summary: another one }]"],
        ["done_on: 2026-08-10\n    first_done_on", "done_on: 2026-10-25\n    first_done_on"],
        ["page_updated_on: 2026-11-02", "page_updated_on: 2026-10-25"],
      ],
    ],
    [
      "an assessment done anew ahead of a change",
      [
        ["changes: []", "changes: [{ on: 2026-10-25, kind: purpose, summary: another one }]"],
        ["done_on: 2026-08-10\n    first_done_on", "done_on: 2026-10-20\n    first_done_on"],
      ],
    ],
    ["a camera taken off every network", [["disconnected: false", UNPLUGGED]]],
    [
      "a change that is planned",
      [["changes: []", "changes: [{ on: 2027-10-25, kind: purpose, summary: another }]"]],
    ],
  ])("%s", ([, edits]) => {
    const rules = ["GOV-03", "ACC-02", "PRV-01", "CYB-05"];
    const found = findingsOf(edits).filter(({ rule }) => rules.includes(rule));
    expect(found.map(({ rule, fact }) => `${rule} ${fact}`)).toEqual([]);
  });
});
