import { describe, expect, it } from "vitest";
import { BASE, propose } from "./propose.ts";
import { fileOf, reportOn, textOf } from "./report-on.ts";

const MARKET = "manifests/market.yaml";
const TEXT = textOf("policies/example.yaml");
const ID = "id: il-9900-cam-market";
const CODE = 'cbs_code: "9900"';

function of(id: string, code: string, status = "operation"): string {
  for (const known of [ID, CODE, "status: operation"])
    if (!TEXT.includes(known)) throw new Error(`the manifest does not say ${known}`);
  return TEXT.replace(ID, `id: ${id}`)
    .replace(CODE, `cbs_code: "${code}"`)
    .replace("status: operation", `status: ${status}`);
}

describe("the code of a municipality, beside the id", () => {
  it.for([
    ["another number", "il-9900-cam-market", "9901", true],
    ["a number in the id, `gov` beside it", "il-9900-cam-market", "gov", true],
    ["`gov` in the id, a number beside it", "il-gov-cam-market", "9900", true],
    ["`gov` in both", "il-gov-cam-market", "gov", false],
    ["a zero before it", "il-9900-cam-market", "09900", false],
    ["zeros left out", "il-0070-cam-market", "70", false],
  ] as const)("%s", ([, id, code, found]) => {
    const { findings } = reportOn([fileOf(MARKET, of(id, code))]);
    const own = findings.filter(({ rule }) => rule === "manifest-code");
    expect(own.map(({ effect, subject }) => `${effect} ${subject}`)).toEqual(
      found ? ["block /metadata/municipality/cbs_code"] : [],
    );
  });

  it("is found at a manifest that a branch brings, in three languages", () => {
    const { conclusion, reports } = propose(BASE, { [MARKET]: of("il-9900-cam-market", "9901") });
    expect(conclusion).toBe("failure");
    const said = [reports.en, reports.he, reports.ar].map(
      ({ findings }) => findings.find(({ rule }) => rule === "manifest-code")?.message,
    );
    expect(said[0]).toBe("the code `9901` is not `9900`, the code in the id `il-9900-cam-market`");
    expect(new Set(said).size).toBe(3);
  });
});

describe("a file whose municipality a branch changes", () => {
  const rules = (before: string, after: string) => {
    const { reports } = propose({ ...BASE, [MARKET]: before }, { [MARKET]: after });
    return reports.en.findings
      .filter(({ rule }) => rule.startsWith("manifest-"))
      .map(({ rule, message }) => `${rule}: ${message}`);
  };

  it("is found though its id changes along", () => {
    const before = of("il-9900-cam-market", "9900", "definition");
    expect(rules(before, of("il-9901-cam-market", "9901", "definition"))).toContain(
      "manifest-code: the municipality changes from `9900` to `9901`",
    );
  });

  it("is not found where only zeros change", () => {
    expect(rules(of("il-0070-cam-market", "0070"), of("il-0070-cam-market", "70"))).toEqual([]);
  });

  it("may be mended where it was not the one of its id", () => {
    expect(rules(of("il-9900-cam-market", "9901"), of("il-9900-cam-market", "9900"))).toEqual([]);
  });
});
