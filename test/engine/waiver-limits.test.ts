import { describe, expect, it } from "vitest";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import { waiverLimits } from "../../src/engine/waiver-limits.ts";
import { sourcesUnder } from "../load-repository.ts";
import { bundleWith, fileOf, findingAt, GOLDEN, reportOn, textOf } from "./report-on.ts";

const GOVERNANCE = "policies/governance/policy.yaml";
const golden = fileOf(GOLDEN, textOf(GOLDEN));
const open = findingAt(reportOn([golden]), "RET-01", "/data/retention/0");
const waiver = bundleWith(`apiVersion: bylaw/v1
kind: Waiver
id: W-2026-001
rule: RET-01
manifest: il-9901-cam-promenade
finding: "${open.fingerprint}"
reason: { en: Until the recorder is replaced }
compensating: [footage is deleted by hand every week]
approved_by: { role: Privacy reviewer, group: privacy }
approved_on: 2026-11-01
from: 2026-11-01
expires: 2027-04-30
renews: null
`).waivers;

/** The shipped policies with the governance policy written otherwise, or left out. */
function policies(edit: (text: string) => string | undefined) {
  const sources = sourcesUnder("policies").flatMap((source) => {
    if (source.file !== GOVERNANCE) return [source];
    const text = edit(new TextDecoder().decode(source.bytes));
    return text === undefined ? [] : [fileOf(source.file, text)];
  });
  return { ...loadBundle(sources, { gate: false }).bundle, waivers };
}
const waivers = waiver;

describe("how long an exception may last", () => {
  it("is what the governance policy says on the date of the run", () => {
    const stricter = policies((text) =>
      text.replace(
        /( {2}waiver_max:[\s\S]*?values:\n)/,
        "$1      - { from: 2026-01-01, value: P10D, basis: { source: proposal } }\n",
      ),
    );
    expect(waiverLimits(stricter.policies, "2026-06-30")).toMatchObject({ ok: false });
    expect(waiverLimits(stricter.policies, "2026-11-23")).toMatchObject({
      ok: true,
      limits: {
        waiver: { months: 0, seconds: 180 * 86_400 },
        approval: { months: 24, seconds: 0 },
        renewals: 1,
        notice: { months: 0, seconds: 30 * 86_400 },
      },
    });
  });

  it.for([
    ["as shipped", (text: string) => text, "waived", []],
    ["at 179 days", (text: string) => text.replace("value: P180D", "value: P179D"), "open", ["GOV-01"]],
    [
      "from a later day only",
      (text: string) => text.replaceAll("from: 2026-07-01, value: P180D", "from: 2026-12-01, value: P180D"),
      "open",
      ["waiver-refused", "GOV-01"],
    ],
    ["with no governance policy", () => undefined, "open", ["waiver-refused"]],
    [
      "with one that is a draft",
      (text: string) => text.replace("status: active", "status: draft"),
      "open",
      ["waiver-refused"],
    ],
  ] as const)("decides whether a waiver of 180 days counts: %s", ([, edit, state, said]) => {
    const report = reportOn([golden], { bundle: policies(edit) });
    expect(findingAt(report, "RET-01", "/data/retention/0").state).toBe(state);
    const about = report.findings.filter(({ location }) => location.file.startsWith("waivers/"));
    expect(about.map(({ rule }) => rule)).toEqual(said);
  });

  it("is named where it is missing", () => {
    const { findings } = reportOn([golden], { bundle: policies(() => undefined) });
    expect(findings.find(({ rule }) => rule === "waiver-refused")?.message).toBe(
      "waiver `W-2026-001` does not count: no policy in force says how long and how often one may last (`governance.waiver_max`, `governance.approval_max`, `governance.renewals_max`, `governance.expiry_notice`)",
    );
  });
});
