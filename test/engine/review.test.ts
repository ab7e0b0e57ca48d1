import { describe, expect, it } from "vitest";
import type { Review } from "../../src/model/review.ts";
import { BASE, CONFIGURATION, type Content, type Files, POLICIES, propose } from "./propose.ts";
import { textOf } from "./report-on.ts";

const PASSING = textOf("policies/example.yaml");
const LONG = PASSING.replace("period: P7D", "period: P25D");
const MARKET = "manifests/il-9900-cam-market.yaml";
const RETENTION = "policies/data-retention/policy.yaml";
const retention = String(POLICIES[RETENTION]);
const LOOSER = retention.replaceAll("sensitive: P14D", "sensitive: P60D");
const WAIVERS = "waivers/market-ret-01.yaml";

/** Findings that are open, `rule effect`. */
function open({ reports, language }: Review): readonly string[] {
  return reports[language].findings.flatMap(({ rule, effect, state }) =>
    state === "open" ? [`${rule} ${effect}`] : [],
  );
}

function said({ conclusion, reason, ...review }: Review) {
  return { conclusion, reason, open: open({ conclusion, reason, ...review }) };
}

const PASS = { conclusion: "success", reason: "pass", open: [] };
const blockedBy = (...rules: string[]) => ({
  conclusion: "failure",
  reason: "blocked",
  open: rules.map((rule) => `${rule} block`),
});

describe("a manifest at the head", () => {
  it("passes where the base finds nothing", () => {
    const review = propose(BASE, { [MARKET]: PASSING });
    expect(said(review)).toEqual(PASS);
    expect(review).toMatchObject({
      judged: [MARKET],
      removed: [],
      awaiting: [],
      problems: [],
      mode: "enforce",
      language: "en",
    });
    expect(review.policies).toEqual([
      "data-retention@1.1.0",
      "facial-recognition@1.0.0",
      "governance@1.0.0",
      "national-map@2.0.0",
    ]);
  });

  it("is blocked where it finds one", () => {
    expect(said(propose(BASE, { [MARKET]: LONG }))).toEqual(blockedBy("RET-01"));
  });

  it("is judged as it stands, not by what was changed in it", () => {
    expect(said(propose({ ...BASE, [MARKET]: LONG }, { [MARKET]: `${LONG}# one more comment\n` }))).toEqual(
      blockedBy("RET-01"),
    );
  });

  it("is left alone where the branch does not touch it", () => {
    expect(propose({ ...BASE, [MARKET]: LONG }, { "README.md": "Words\n" })).toMatchObject({
      conclusion: "success",
      reason: "nothing-changed",
      judged: [],
    });
  });

  it("says the same in three languages", () => {
    const { reports } = propose(BASE, { [MARKET]: LONG });
    const marks = Object.values(reports).map(({ findings }) =>
      findings.map(({ fingerprint, effect, state }) => [fingerprint, effect, state]),
    );
    expect(new Set(marks.map((of) => JSON.stringify(of))).size).toBe(1);
    expect(new Set(Object.values(reports).map(({ findings }) => findings[0]?.message)).size).toBe(3);
  });
});

describe("the base judges the head", () => {
  it("a policy loosened in the same branch does not count", () => {
    const review = propose(BASE, { [MARKET]: LONG, [RETENTION]: LOOSER });
    expect(said(review)).toEqual(blockedBy("RET-01"));
    expect(review.governed).toEqual([{ file: RETENTION, kind: "policy", group: "privacy", approved: false }]);
  });

  it("and not with its owner's approval either, until it is merged", () => {
    expect(said(propose(BASE, { [MARKET]: LONG, [RETENTION]: LOOSER }, { approvals: ["privacy"] }))).toEqual(
      blockedBy("RET-01"),
    );
    expect(said(propose({ ...BASE, [RETENTION]: LOOSER }, { [MARKET]: LONG }))).toEqual(PASS);
  });

  it("a policy removed in the same branch still judges", () => {
    expect(said(propose(BASE, { [MARKET]: LONG, [RETENTION]: null }, { approvals: ["privacy"] }))).toEqual(
      blockedBy("RET-01"),
    );
  });

  it("globs that would pass over the manifest do not count", () => {
    const narrow = CONFIGURATION.replace("manifests/**/*.yaml", "nowhere/*.yaml");
    const review = propose(
      BASE,
      { [MARKET]: LONG, ".github/bylaw.yml": narrow },
      { approvals: ["governance"] },
    );
    expect(said(review)).toEqual(blockedBy("RET-01"));
  });

  it("nor does a dry run that the branch switches on", () => {
    const dry = `${CONFIGURATION}mode: dry-run\n`;
    expect(propose(BASE, { [MARKET]: LONG, ".github/bylaw.yml": dry })).toMatchObject({
      mode: "enforce",
      conclusion: "failure",
    });
    expect(propose({ ...BASE, ".github/bylaw.yml": dry }, { [MARKET]: LONG })).toMatchObject({
      mode: "dry-run",
    });
  });

  const [finding] = propose(BASE, { [MARKET]: LONG }).reports.en.findings;
  const waiver = `apiVersion: bylaw/v1
kind: Waiver
id: W-2026-001
rule: RET-01
manifest: il-9900-cam-market
finding: ${finding?.fingerprint}
reason: { en: Until the recorder is replaced }
compensating: [footage is deleted by hand every week]
approved_by: { role: Privacy reviewer, group: privacy }
approved_on: 2026-11-01
from: 2026-11-01
expires: 2027-03-01
`;

  it("a waiver that the branch adds does not count", () => {
    const review = propose(
      BASE,
      { [MARKET]: LONG, [WAIVERS]: waiver },
      { approvals: ["privacy", "governance"] },
    );
    expect(said(review)).toEqual(blockedBy("RET-01"));
    expect(review.governed).toEqual([{ file: WAIVERS, kind: "waiver", group: "governance", approved: true }]);
  });

  it("one on the base does, also in a branch that removes it", () => {
    expect(said(propose({ ...BASE, [WAIVERS]: waiver }, { [MARKET]: LONG }))).toEqual(PASS);
    expect(propose({ ...BASE, [WAIVERS]: waiver }, { [MARKET]: LONG, [WAIVERS]: null })).toMatchObject({
      reason: "policy-needs-approval",
    });
  });
});

describe("where a manifest stands", () => {
  it.for([
    "systems/market.yaml",
    "manifests/market.yml",
    "manifests/market.YAML",
    "market.json",
    "docs/deep/down/market.yaml",
  ])("`%s` is outside the watched paths, and is not passed over", (file) => {
    const text = file.endsWith(".json") ? '{ "apiVersion": "bylaw/v1", "kind": "Manifest" }' : PASSING;
    expect(said(propose(BASE, { [file]: text }))).toEqual(blockedBy("manifest-misplaced"));
  });

  it.for([
    ["drafts/market.yaml", "move it under a path"],
    ["../copied/manifests/market.yaml", "run bylaw inside the folder it belongs to"],
  ] as const)("`%s` is helped with: %s", ([file, help]) => {
    const [finding] = propose(BASE, { [file]: PASSING }).reports.en.findings;
    expect(finding?.help).toContain(help);
  });

  it("a YAML file that is none is left alone", () => {
    expect(propose(BASE, { "compose.yaml": "services: {}\n" })).toMatchObject({ reason: "nothing-changed" });
  });

  it("it may be moved to another watched path", () => {
    const moved = { [MARKET]: null, "manifests/gan-alonim/market.yaml": PASSING };
    expect(said(propose({ ...BASE, [MARKET]: PASSING }, moved))).toEqual(PASS);
  });

  it("and not out of them, which says both", () => {
    const moved = { [MARKET]: null, "archive/market.yaml": PASSING };
    const review = propose({ ...BASE, [MARKET]: PASSING }, moved);
    expect(review.conclusion).toBe("failure");
    expect([...open(review)].sort()).toEqual(["manifest-misplaced block", "manifest-removed block"]);
  });

  it.for([
    ["definition", "success"],
    ["procurement", "failure"],
    ["deployment", "failure"],
    ["operation", "failure"],
    ["decommissioning", "failure"],
    ["decommissioned", "success"],
  ] as const)("removing one of a system in %s ends in %s", ([status, conclusion]) => {
    const text = PASSING.replace("status: operation", `status: ${status}`);
    const review = propose({ ...BASE, [MARKET]: text }, { [MARKET]: null });
    expect(review).toMatchObject({ conclusion, removed: [MARKET], judged: [] });
    expect(open(review)).toEqual(conclusion === "failure" ? ["manifest-removed block"] : []);
  });

  it("two that differ only in case collide, whichever was there first", () => {
    const other = PASSING.replace("id: il-9900-cam-market", "id: il-9900-cam-market-2");
    const upper = "manifests/IL-9900-cam-market.yaml";
    expect(said(propose({ ...BASE, [MARKET]: PASSING }, { [upper]: other }))).toEqual(
      blockedBy("manifest-path"),
    );
    expect(said(propose(BASE, { [MARKET]: PASSING, [upper]: other }))).toEqual(
      blockedBy("manifest-path", "manifest-path"),
    );
  });

  it("two with one id are refused", () => {
    const again = propose({ ...BASE, [MARKET]: PASSING }, { "manifests/another.yaml": PASSING });
    expect(said(again)).toEqual(blockedBy("manifest-duplicate-id"));
  });

  it.for(["120000", "160000", "100755"] as const)("one of mode %s is refused", (mode) => {
    const content: Content = { text: PASSING, mode };
    expect(said(propose(BASE, { [MARKET]: content }))).toEqual(blockedBy("manifest-limits"));
  });

  it.for([
    ["text that is no YAML", "a: [", "manifest-syntax"],
    ["another kind of file", "apiVersion: bylaw/v1\nkind: Waiver\n", "manifest-schema"],
    ["nothing at all", "", "manifest-syntax"],
    ["more than 64 KiB", `${PASSING}#${"x".repeat(65_536)}\n`, "manifest-limits"],
  ] as const)("one that holds %s is refused", ([, text, rule]) => {
    const review = propose(BASE, { [MARKET]: text });
    expect(review).toMatchObject({ conclusion: "failure", reason: "blocked" });
    expect(new Set(open(review))).toEqual(new Set([`${rule} block`]));
  });
});

describe("what judges", () => {
  it.for([
    ["policies that cannot be read", { ...BASE, [RETENTION]: "rules: [\n" }],
    [
      "policies with a mistake in them",
      {
        ...BASE,
        [RETENTION]: retention.replace("fact: retention.auto_delete", "fact: retention.auto_deleted"),
      },
    ],
    ["no policies", { ".github/bylaw.yml": CONFIGURATION }],
    ["a configuration that cannot be read", { ...BASE, ".github/bylaw.yml": "manifests: 7\n" }],
    ["a waiver that cannot be read", { ...BASE, [WAIVERS]: "kind: Waiver\n" }],
    ["a policy file nothing reads", { ...BASE, "policies/data-retention/policy.yml": retention }],
  ] as const)("with %s at the base nothing passes", ([, base]: readonly [string, Files]) => {
    const review = propose(base, { [MARKET]: PASSING });
    expect(review).toMatchObject({ conclusion: "failure", reason: "not-evaluated" });
  });

  it("and what is wrong is said with its place and its side", () => {
    const { problems } = propose({ ...BASE, [RETENTION]: "rules: [\n" }, { [MARKET]: PASSING });
    expect(problems).toMatchObject([{ side: "base", location: { file: RETENTION } }]);
  });
});

describe("a change of a policy", () => {
  it("waits for its owner, and for nobody else", () => {
    expect(propose(BASE, { [RETENTION]: LOOSER })).toMatchObject({
      conclusion: "action_required",
      reason: "policy-needs-approval",
      awaiting: ["privacy"],
    });
    expect(propose(BASE, { [RETENTION]: LOOSER }, { approvals: ["governance"] })).toMatchObject({
      conclusion: "action_required",
      awaiting: ["privacy"],
    });
    expect(propose(BASE, { [RETENTION]: LOOSER }, { approvals: ["privacy"] })).toMatchObject({
      conclusion: "success",
      reason: "pass",
      awaiting: [],
    });
  });

  it("waits for the owner the base names, not the one the branch does", () => {
    const taken = LOOSER.replace("owner: privacy", "owner: friends");
    expect(propose(BASE, { [RETENTION]: taken }, { approvals: ["friends"] })).toMatchObject({
      conclusion: "action_required",
      awaiting: ["privacy"],
    });
  });

  it.for([
    ["a fact there is not", retention.replace("fact: retention.auto_delete", "fact: retention.auto_deleted")],
    ["text that is no YAML", "rules: [\n"],
    ["nothing", ""],
  ] as const)("to %s fails, also where its owner approved", ([, text]) => {
    const review = propose(BASE, { [RETENTION]: text }, { approvals: ["privacy"] });
    expect(review).toMatchObject({ conclusion: "failure", reason: "policy-invalid" });
    expect(review.problems[0]).toMatchObject({ side: "head", location: { file: RETENTION } });
  });

  it.for([
    [
      "policies/new-policy/policy.yaml",
      "policy",
      "governance",
      retention.replace("id: data-retention", "id: new-policy").replaceAll("RET-", "NEW-"),
    ],
    ["policies/plan.yaml", "plan", "governance", `${POLICIES["policies/plan.yaml"]}# read again\n`],
    [".github/bylaw.yml", "configuration", "governance", `${CONFIGURATION}language: he\n`],
    ["schemas/manifest.schema.json", "schema", "governance", "{}"],
    [".github/CODEOWNERS", "ownership", "governance", "* @someone\n"],
    [".github/workflows/check.yml", "ownership", "governance", "on: push\n"],
  ] as const)("of `%s` is one of the %s, for %s", ([file, kind, group, text]) => {
    const waiting = propose(BASE, { [file]: text });
    expect(waiting.governed).toEqual([{ file, kind, group, approved: false }]);
    expect(waiting.conclusion).not.toBe("success");
    expect(waiting.awaiting).toEqual([group]);
    expect(propose(BASE, { [file]: text }, { approvals: [group] }).conclusion).toBe("success");
  });
});

describe("a finding that asks for approval", () => {
  const searches = PASSING.replace(
    "identification: none",
    "identification: post_remote_1_n\n    searches: { year: 2026, total: 9, with_order: 8, authorised_within: PT48H, published_on: 2026-10-30 }",
  ).replace(
    "  retention:\n",
    "  retention:\n    - { data: face_template_no_match, period: PT0S }\n    - { data: face_template_enrolled, period: P7D, counted_from: service_end }\n",
  );

  it("waits for the owner of the rule", () => {
    const review = propose(BASE, { [MARKET]: searches });
    expect(open(review)).toContain("FRT-02 approve");
    expect(open(review).filter((finding) => finding.endsWith("block"))).toEqual([]);
    expect(review).toMatchObject({
      conclusion: "action_required",
      reason: "needs-approval",
      awaiting: ["privacy"],
    });
  });

  it.for([
    [["governance"], "action_required"],
    [["privacy"], "success"],
  ] as const)("with the approval of %j is %s", ([approvals, conclusion]) => {
    expect(propose(BASE, { [MARKET]: searches }, { approvals }).conclusion).toBe(conclusion);
  });
});

describe("how long a review holds", () => {
  const ordinary = LONG.replace("sensitive_kinds: [health]", "sensitive_kinds: []");

  it.for([
    ["an announced limit comes", ordinary, "2027-03-20", "2027-04-01"],
    ["the day before it", ordinary, "2027-03-31", "2027-04-01"],
    ["an attestation grows too old", PASSING, "2027-03-01", "2027-03-16"],
    ["nothing changes for a month", PASSING, "2026-11-23", "2026-12-23"],
  ] as const)("%s", ([, text, asOf, until]) => {
    expect(propose(BASE, { [MARKET]: text }, { asOf }).validUntil).toBe(until);
  });

  it("and on that day it is another one, on no day before", () => {
    const attested = ordinary.replace("attested_on: 2026-09-15", "attested_on: 2027-03-01");
    const on = (asOf: string) => propose(BASE, { [MARKET]: attested }, { asOf }).conclusion;
    expect(["2027-03-20", "2027-03-31", "2027-04-01"].map(on)).toEqual(["success", "success", "failure"]);
  });
});
