import { describe, expect, it } from "vitest";
import { fileOf, findingAt, GOLDEN, reportOn, textOf } from "./report-on.ts";

const golden = fileOf(GOLDEN, textOf(GOLDEN));

describe("before the rules apply", () => {
  const eve = reportOn([golden], { asOf: "2026-06-30" });

  it("every finding is announced with its date, and none weighs more than a warning", () => {
    expect(eve.findings.length).toBeGreaterThan(10);
    for (const { rule, state, effect, upcoming } of eve.findings) {
      expect({ rule, state, upcoming }).toMatchObject({
        rule,
        state: "upcoming",
        upcoming: { reason: "effective" },
      });
      expect({ rule, later: (upcoming?.from ?? "") >= "2026-07-01" }).toEqual({ rule, later: true });
      expect(["warn", "note"]).toContain(effect);
    }
    expect(eve.verdict).toBe("pass");
  });

  it("and on the first day they block", () => {
    const first = reportOn([golden], { asOf: "2026-07-01" });
    expect(first.verdict).toBe("fail");
    const mark = ({ rule, subject }: (typeof eve.findings)[number]) => `${rule} ${subject}`;
    const announced = new Set(eve.findings.map(mark));
    const blocks = first.findings.filter(({ effect }) => effect === "block");
    expect(blocks.length).toBeGreaterThan(5);
    expect(blocks.filter((finding) => !announced.has(mark(finding)))).toEqual([]);
  });
});

describe("the announced limit of RET-01", () => {
  const ordinary = textOf("policies/example.yaml")
    .replace("period: P7D", "period: P25D")
    .replace("sensitive_kinds: [health]", "sensitive_kinds: []");
  const retention = (asOf: string, text = ordinary) =>
    reportOn([fileOf("manifests/test.yaml", text)], { asOf }).findings.filter(
      ({ rule }) => rule === "RET-01",
    );

  it("lets an ordinary site keep 25 days to its last day", () => {
    expect(retention("2027-03-31")).toEqual([]);
  });

  it("and not on the first day of the new one", () => {
    expect(retention("2027-04-01")).toMatchObject([
      {
        outcome: "fail",
        effect: "block",
        state: "open",
        message: "`video_raw`: retention period: 25 days; the limit is 21 days",
        fix: { text: "P21D" },
      },
    ]);
  });

  it("and 21 days are as much as it allows", () => {
    expect(retention("2027-04-01", ordinary.replace("P25D", "P21D"))).toEqual([]);
    expect(retention("2027-04-01", ordinary.replace("P25D", "P22D"))).toHaveLength(1);
  });
});

describe("a stage that has not come", () => {
  it.for([
    ["procurement", "warn", "upcoming"],
    ["operation", "warn", "open"],
  ] as const)("at %s CLN-02 is %s and %s", ([stage, effect, state]) => {
    const text = textOf(GOLDEN).replace("status: procurement", `status: ${stage}`);
    const report = reportOn([fileOf(GOLDEN, text)]);
    expect(findingAt(report, "CLN-02", "/supply_chain/mobile_apps/0")).toMatchObject({ effect, state });
  });

  it("and one nobody understands excuses nothing: the file is refused", () => {
    const text = textOf(GOLDEN).replace("status: procurement", "status: planning");
    expect(reportOn([fileOf(GOLDEN, text)]).findings).toMatchObject([
      { rule: "manifest-schema", effect: "block" },
    ]);
  });
});

describe("an attestation that is at most six months old", () => {
  it.for([
    ["2027-03-15", []],
    ["2027-03-16", ["block open"]],
  ] as const)("on %s gives %j", ([asOf, expected]) => {
    const report = reportOn([fileOf("manifests/test.yaml", textOf("policies/example.yaml"))], { asOf });
    const found = report.findings.filter(({ rule }) => rule === "FRT-06");
    expect(found.map(({ effect, state }) => `${effect} ${state}`)).toEqual(expected);
  });
});
