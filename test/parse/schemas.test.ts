import { describe, expect, it } from "vitest";
import type { DocumentKind } from "../../src/model/document.ts";
import { loadText, problemsOf, WAIVER } from "./load-text.ts";

const WHOLE_WAIVER = `${WAIVER}reason: { en: Bridging use of six stock cameras until the tender closes, he: שימוש זמני }
compensating: [camera VLAN, egress deny]
approved_by: { role: National smart-city reviewer, group: security }
approved_on: 2026-11-20
renews: null
`;

const ARRANGEMENT = `apiVersion: bylaw/v1
kind: Arrangement
id: arr:il-7400-xiamen
municipality: { cbs_code: "7400", name: Netanya }
partner: { name: Xiamen, country: CN, kind: city, vendor: none }
form: twin_city
tags: [culture]
signed_on: none
notified_on: none
renotified_on: none
exit_on: none
approved_by: none
active: true
sources: [source-article]
`;

const PLAN = `apiVersion: bylaw/v1
kind: Plan
title: { en: National plan, he: תכנית לאומית, ar: الخطة الوطنية }
adopted_on: 2026-07-01
coordinator: { role: National coordinator, email: coordinator@gov.example }
grace_period: P180D
packs: { clean-network: off, tighter-retention: advisory }
adopted_lists: [made-abroad]
objectives:
  - id: inventory-complete
    title: { en: Every system is known }
    indicator: { en: Share of municipalities with a manifest for each system }
    unit: percent
    baseline: 0
    target: 100
    date: 2027-12-31
    owner: { role: National coordinator }
    functions: [video]
    policies: [national-map]
sources:
  comptroller-2020: { title: State Comptroller report 70B, url: "https://www.mevaker.gov.il/", verified: false }
`;

const CONFIGURATION = `manifests: ["manifests/**/*.yaml"]
policies: { repository: owner/policies, ref: v3 }
reviewers:
  privacy: ["@org/privacy-reviewers"]
  governance: ["@org/national-coordinator", "@someone"]
mode: enforce
language: en
`;

const WHOLE = { Waiver: WHOLE_WAIVER, Arrangement: ARRANGEMENT, Plan: PLAN, Configuration: CONFIGURATION };

describe("whole files are valid, in both modes", () => {
  it.for([
    ["Waiver", WHOLE_WAIVER],
    ["Approval", WHOLE_WAIVER.replace("kind: Waiver", "kind: Approval")],
    ["Arrangement", ARRANGEMENT],
    ["Plan", PLAN],
    ["Configuration", CONFIGURATION],
    ["Configuration", "{}\n"],
  ] as const satisfies readonly (readonly [DocumentKind, string])[])("%s %#", ([kind, text]) => {
    for (const gate of [true, false]) expect(problemsOf(text, { kind, gate })).toEqual([]);
    expect(loadText(text, { kind })).toMatchObject({ ok: true, document: { kind } });
  });
});

describe("every place of a decision or arrangement but its identity may be blank: unknown", () => {
  it.for(["reason", "compensating", "approved_by", "approved_on", "renews"])("waiver: %s", (key) => {
    expect(problemsOf(blank(WHOLE_WAIVER, key))).toEqual([]);
  });

  it.for([
    "tags",
    "signed_on",
    "notified_on",
    "renotified_on",
    "exit_on",
    "approved_by",
    "active",
    "form",
    "sources",
  ])("arrangement: %s", (key) => {
    expect(problemsOf(blank(ARRANGEMENT, key))).toEqual([]);
  });

  it.for(["id", "rule", "manifest", "finding", "from", "expires"])("not so, waiver: %s", (key) => {
    expect(problemsOf(blank(WHOLE_WAIVER, key)).map(({ message }) => message)).toEqual([
      expect.stringContaining(`\`${key}\` is blank`),
    ]);
  });
});

describe("refused", () => {
  it.for([
    ["Waiver", "finding: 6e1c4a90b2d37f58", "finding: 6e1c", "`6e1c` is not a fingerprint"],
    [
      "Waiver",
      "finding: 6e1c4a90b2d37f58",
      "finding: 1234567890123456",
      "`finding` takes a fingerprint, not the number 1234567890123456",
    ],
    ["Waiver", "group: security", "group: Security", "`Security` is not"],
    ["Waiver", "kind: Waiver", "kind: Approval", "in this place stands a `Waiver`"],
    ["Arrangement", '"7400"', "7400", "`cbs_code` takes four digits, not the number 7400"],
    ["Arrangement", "[culture]", "[culture, culture]", "`culture` stands twice"],
    ["Arrangement", "[culture]", "[cultur]", "a value with a similar name exists: `culture`"],
    ["Arrangement", "country: CN", "country: NO", undefined],
    ["Arrangement", "active: true", "active: yes", "`active` takes `true` or `false`"],
    ["Plan", "clean-network: off", "clean-network: offf", "a value with a similar name exists: `off`"],
    ["Plan", "P180D", "180 days", "`180 days` is not a duration"],
    ["Plan", "https://", "http://", "is not an https address"],
    ["Configuration", "manifests/**/*.yaml", "../manifests/*.yaml", "`../manifests/*.yaml` is not"],
    ["Configuration", "manifests/**/*.yaml", "/etc/*.yaml", "`/etc/*.yaml` is not"],
    ["Configuration", "manifests/**/*.yaml", "a/../../b.yaml", "`a/../../b.yaml` is not"],
    ["Configuration", "manifests/**/*.yaml", "!manifests/x.yaml", "`!manifests/x.yaml` is not"],
    ["Configuration", "owner/policies", "policies", "`policies` is not"],
    ["Configuration", "@someone", "someone", "`someone` is not"],
    ["Configuration", "ref: v3", "ref: -v3", "`-v3` is not"],
    ["Configuration", "mode: enforce", "mode: dryrun", "a value with a similar name exists: `dry-run`"],
  ] as const satisfies readonly (readonly [keyof typeof WHOLE, string, string, string | undefined])[])(
    "%s: %s → %s",
    ([kind, from, to, expected]) => {
      const messages = problemsOf(WHOLE[kind].replace(from, to), { kind }).map(({ message }) => message);
      expect(messages).toEqual(expected === undefined ? [] : [expect.stringContaining(expected)]);
    },
  );
});

/** The text with the value of a top-level key taken away. */
function blank(text: string, key: string): string {
  return text.replace(new RegExp(`^(${key}:).*$`, "m"), "$1");
}
