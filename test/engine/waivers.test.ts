import { describe, expect, it } from "vitest";
import { bundleWith, fileOf, findingAt, GOLDEN, reportOn, textOf } from "./report-on.ts";

const golden = fileOf(GOLDEN, textOf(GOLDEN));
const FACE = "examples/nof-almog/manifests/il-9907-face-plaza.yaml";
const before = reportOn([golden]);
const retention = findingAt(before, "RET-01", "/data/retention/0");
const site1 = findingAt(before, "VEN-05", "/supply_chain/devices/0/sites/site-1");
const site2 = findingAt(before, "VEN-05", "/supply_chain/devices/0/sites/site-2");

const BASE = {
  kind: "Waiver",
  id: "W-2026-001",
  rule: "RET-01",
  manifest: "il-9901-cam-promenade",
  finding: retention.fingerprint,
  reason: "{ en: Until the recorder is replaced }",
  compensating: "[footage is deleted by hand every week]",
  approved_by: "{ role: Privacy reviewer, group: privacy }",
  approved_on: "2026-11-01",
  from: "2026-11-01",
  expires: "2027-02-28",
  renews: "null",
};

/** A waiver in force on 2026-11-23, with some lines written otherwise. */
function waiver(lines: Partial<typeof BASE> = {}): string {
  const all = Object.entries({ ...BASE, ...lines }).map(([key, value]) => `${key}: ${value}\n`);
  return `apiVersion: bylaw/v1\n${all.join("")}`;
}

/** What became of the finding it is for, and what is said of the waivers themselves. */
function standingWith(waivers: readonly string[], asOf = "2026-11-23") {
  const report = reportOn([golden], { asOf, bundle: bundleWith(...waivers) });
  const about = report.findings.filter(({ rule }) => rule.startsWith("waiver-") || rule === "GOV-01");
  const { state, waiver: by } = findingAt(report, "RET-01", "/data/retention/0");
  return {
    state,
    by,
    said: about.map(({ rule, effect }) => `${rule} ${effect}`),
    messages: about.map(({ message }) => message),
  };
}

describe("a waiver approved by a group of another policy", () => {
  const by = waiver({ approved_by: "{ role: Security reviewer, group: security }" });
  const report = reportOn([golden], { bundle: bundleWith(by) });
  const refused = report.findings.find(({ rule }) => rule === "waiver-refused");

  it("is told, at the approver's line, which groups can approve it", () => {
    expect(refused?.message).toMatch(/`privacy`, `governance`$/);
    expect(refused?.location.line).toBe(
      by.split("\n").findIndex((line) => line.startsWith("approved_by")) + 1,
    );
  });

  it("never counted, so that no day is named on which it begins or ends", () => {
    const { dates } = findingAt(report, "RET-01", "/data/retention/0");
    expect(dates.filter(({ reason }) => reason === "waiver")).toEqual([]);
  });
});

describe("a waiver", () => {
  it.for([
    ["in force", {}, "waived", []],
    ["on its first day", { from: "2026-11-23" }, "waived", []],
    ["on its last day", { expires: "2026-11-23" }, "waived", ["waiver-expiring note"]],
    ["31 days before its end", { expires: "2026-12-24" }, "waived", []],
    ["30 days before its end", { expires: "2026-12-23" }, "waived", ["waiver-expiring note"]],
    ["that begins tomorrow", { from: "2026-11-24" }, "open", []],
    ["that ended yesterday", { expires: "2026-11-22" }, "open", ["waiver-expired warn"]],
    ["of 180 days", { from: "2026-11-01", expires: "2027-04-30" }, "waived", []],
    ["of 181 days", { from: "2026-11-01", expires: "2027-05-01" }, "open", ["GOV-01 block"]],
    [
      "that ends before it begins",
      { from: "2026-11-02", expires: "2026-11-01" },
      "open",
      ["waiver-refused warn"],
    ],
    ["for another fingerprint", { finding: "0123456789abcdef" }, "open", ["waiver-unmatched warn"]],
    ["for another rule", { rule: "RET-05" }, "open", ["waiver-unmatched warn"]],
    ["for a rule there is not", { rule: "RET-99" }, "open", ["GOV-01 block"]],
    ["nobody approved", { approved_by: "null" }, "open", ["GOV-01 block"]],
    ["that says `none` approved it", { approved_by: "none" }, "open", ["GOV-01 block"]],
    [
      "approved by a group that does not own the rule",
      { approved_by: "{ role: Reviewer, group: security }" },
      "open",
      ["waiver-refused warn"],
    ],
    [
      "approved by a group that owns no policy",
      { approved_by: "{ role: Mayor, group: town-hall }" },
      "open",
      ["GOV-01 block"],
    ],
    ["that gives no reason", { reason: "none" }, "waived", ["GOV-01 block"]],
    ["without anything that compensates", { compensating: "null" }, "waived", ["GOV-01 block"]],
    ["without a date of approval", { approved_on: "null" }, "open", ["waiver-refused warn"]],
    ["approved tomorrow", { approved_on: "2026-11-24" }, "open", ["waiver-refused warn"]],
    ["that renews one that is not there", { renews: "W-2026-000" }, "open", ["GOV-01 block"]],
    ["that renews itself", { renews: "W-2026-001" }, "open", ["GOV-01 block"]],
  ] as const)("%s", ([, lines, state, said]) => {
    const { messages: _, ...result } = standingWith([waiver(lines)]);
    expect(result).toEqual({ state, by: state === "waived" ? "W-2026-001" : null, said });
  });

  it("for another system is not spoken of, and counts nowhere", () => {
    expect(standingWith([waiver({ manifest: "il-9902-signals-spine" })])).toEqual({
      state: "open",
      by: null,
      said: [],
      messages: [],
    });
  });

  it.for(["approved_by: { role: Privacy reviewer }\n", 'approved_by: { role: "", group: privacy }\n'])(
    "whose approver is %j is no waiver at all",
    (line) => {
      expect(() => bundleWith(waiver().replace(/^approved_by.*\n/m, line))).toThrow();
    },
  );

  it.for(["from", "expires", "finding", "rule", "manifest"])("without `%s` is no waiver at all", (key) => {
    expect(() => bundleWith(waiver().replace(new RegExp(`^${key}.*\\n`, "m"), ""))).toThrow();
  });

  it("says the reason in its finding", () => {
    expect(standingWith([waiver({ approved_on: "null" })]).messages).toEqual([
      "waiver `W-2026-001` does not count: it names no approver with role, group and date",
    ]);
  });
});

describe("a renewal", () => {
  const first = waiver({ from: "2026-04-01", expires: "2026-09-01", approved_on: "2026-04-01" });
  const second = waiver({ id: "W-2026-002", renews: "W-2026-001" });
  const third = waiver({ id: "W-2026-003", renews: "W-2026-002" });

  it("counts once, and the waiver renewed is history", () => {
    expect(standingWith([first, second])).toMatchObject({ state: "waived", by: "W-2026-002", said: [] });
  });

  it("does not count twice", () => {
    const ended = waiver({
      id: "W-2026-002",
      renews: "W-2026-001",
      from: "2026-06-01",
      expires: "2026-11-01",
      approved_on: "2026-06-01",
    });
    expect(standingWith([first, ended, third])).toMatchObject({
      state: "open",
      said: ["GOV-01 block"],
    });
  });

  it("in a circle does not count", () => {
    const circle = [waiver({ renews: "W-2026-002" }), second];
    expect(standingWith(circle)).toMatchObject({
      state: "open",
      said: ["GOV-01 block", "GOV-01 block"],
    });
  });
});

describe("a rule without waivers", () => {
  it("keeps its finding open, and the waiver is named", () => {
    const face = fileOf(FACE, textOf(FACE));
    const open = findingAt(reportOn([face]), "FRT-01", "");
    const text = waiver({ rule: "FRT-01", manifest: "il-9907-face-plaza", finding: open.fingerprint });
    const report = reportOn([face], { bundle: bundleWith(text) });
    expect(findingAt(report, "FRT-01", "")).toMatchObject({ state: "open", waiver: null, waivable: false });
    const about = report.findings.filter(({ location }) => location.file.startsWith("waivers/"));
    expect(about).toMatchObject([{ rule: "GOV-01", fact: "waiver.allowed", manifest: "W-2026-001" }]);
    expect(report.verdict).toBe("fail");
  });
});

describe("a standing approval", () => {
  const approval = (lines: Partial<typeof BASE>) =>
    waiver({
      kind: "Approval",
      id: "A-2026-001",
      rule: "VEN-05",
      approved_by: "{ role: Reviewer, group: security }",
      ...lines,
    });
  const stateAt = (site: string, text: string) => {
    const report = reportOn([golden], { bundle: bundleWith(text) });
    return findingAt(report, "VEN-05", `/supply_chain/devices/0/sites/${site}`).state;
  };

  it("covers a finding that asks for approval", () => {
    expect([site1.effect, stateAt("site-1", approval({ finding: site1.fingerprint }))]).toEqual([
      "approve",
      "approved",
    ]);
  });

  it("does not cover one that blocks", () => {
    expect([site2.effect, stateAt("site-2", approval({ finding: site2.fingerprint }))]).toEqual([
      "block",
      "open",
    ]);
  });

  it.for([
    ["24 months", "2028-11-01", "approved"],
    ["24 months and a day", "2028-11-02", "open"],
  ] as const)("of %s until %s is %s", ([, expires, state]) => {
    expect(stateAt("site-1", approval({ finding: site1.fingerprint, expires }))).toBe(state);
  });
});

describe("a recorded approval of a group", () => {
  it.for([
    ["security", "approve", "approved"],
    ["privacy", "approve", "open"],
  ] as const)("of %s makes a finding of VEN-05 that asks for it %s %s", ([group, effect, state]) => {
    const report = reportOn([golden], { approvedGroups: new Set([group]) });
    expect(findingAt(report, "VEN-05", "/supply_chain/devices/0/sites/site-1")).toMatchObject({
      effect,
      state,
    });
  });

  it("opens no block", () => {
    const report = reportOn([golden], {
      approvedGroups: new Set(["security", "privacy", "governance", "foreign"]),
    });
    const blocks = report.findings.filter(({ effect }) => effect === "block");
    expect(new Set(blocks.map(({ state }) => state))).toEqual(new Set(["open"]));
    expect(report.verdict).toBe("fail");
  });
});

describe("counts", () => {
  it("move from fail to waived with the last finding at a subject", () => {
    const { counts } = reportOn([golden], { bundle: bundleWith(waiver()) });
    expect([counts.fail, counts.waived]).toEqual([before.counts.fail - 1, before.counts.waived + 1]);
  });
});
