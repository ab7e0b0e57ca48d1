import { describe, expect, it } from "vitest";
import { BASE, propose } from "./propose.ts";
import { fileOf, reportOn, textOf } from "./report-on.ts";

const MARKET = "manifests/market.yaml";
const TEXT = textOf("policies/example.yaml");
const edited = (...edits: readonly (readonly [string, string])[]) =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the manifest does not say ${from}`);
    return text.replace(from, to);
  }, TEXT);
const status = (to: string) => ["status: operation", `status: ${to}`] as const;
const neverRan = [
  ["deployed_on: 2026-10-05", "deployed_on: none"],
  ["operating_since: 2026-10-20", "operating_since: none"],
] as const;

describe("a status the milestones contradict", () => {
  it.for([
    ["of a deployed system in definition", edited(status("definition"))],
    ["of a deployed system in procurement", edited(status("procurement"))],
    ["of an ending system that says no date", edited(status("decommissioned"))],
    [
      "of a system that ends later",
      edited(status("decommissioning"), ["decommissioning_since: none", "decommissioning_since: 2027-01-01"]),
    ],
  ] as const)("blocks: %s", ([, text]) => {
    const { findings, verdict } = reportOn([fileOf(MARKET, text)]);
    expect(verdict).toBe("fail");
    expect(findings.map(({ rule, effect }) => `${rule} ${effect}`)).toContain("manifest-stage block");
  });

  it("excuses from no rule", () => {
    const text = edited(status("definition"), [
      "identification: none",
      "identification: realtime_remote_1_n",
    ]);
    const rules = reportOn([fileOf(MARKET, text)]).findings.filter(({ effect }) => effect === "block");
    expect(rules.map(({ rule }) => rule)).toContain("RET-03");
  });

  it.for([
    ["in procurement, never deployed", edited(status("procurement"), ...neverRan)],
    [
      "ending since a day",
      edited(status("decommissioning"), ["decommissioning_since: none", "decommissioning_since: 2026-11-01"]),
    ],
  ] as const)("is none %s", ([, text]) => {
    const rules = reportOn([fileOf(MARKET, text)]).findings.map(({ rule }) => rule);
    expect(rules).not.toContain("manifest-stage");
  });
});

describe("a system in use", () => {
  const base = { ...BASE, [MARKET]: TEXT };
  const said = (text: string) => {
    const { conclusion, reports } = propose(base, { [MARKET]: text });
    const own = reports.en.findings.filter(({ rule }) => rule.startsWith("manifest-"));
    return { conclusion, own: own.map(({ rule, location }) => `${rule} ${location.line}`) };
  };

  it("does not go back before its deployment", () => {
    const text = edited(status("procurement"), ...neverRan);
    expect(said(text)).toEqual({ conclusion: "failure", own: ["manifest-stage 14"] });
  });

  it("does not disappear by taking another id", () => {
    const text = edited(["id: il-9900-cam-market", "id: il-9900-cam-square"]);
    expect(said(text)).toEqual({ conclusion: "failure", own: ["manifest-removed 1"] });
  });
});
