import { describe, expect, it } from "vitest";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import { review } from "../../src/engine/review.ts";
import type { Source } from "../../src/model/source.ts";
import { sourcesUnder } from "../load-repository.ts";
import { changedPolicies, HEAD, rule, STAGED, value } from "../overlay-texts.ts";
import { fileOf, findingAt, reportOn, textOf } from "./report-on.ts";

const SHIPPED = sourcesUnder("policies");
const MANIFEST = "examples/gan-shaked/manifests/il-9930-cam-market.yaml";
const OVERLAY = sourcesUnder("examples/gan-shaked/overlays");
const OWN = textOf(MANIFEST);
const OTHER = textOf("policies/example.yaml").replace(
  "period: P90D, auto_delete: true",
  "period: P90D, auto_delete: false",
);

const without = loadBundle(SHIPPED, { gate: false }).bundle;
const { bundle, problems } = loadBundle([...SHIPPED, ...OVERLAY], { gate: false });

const at = (text: string, file = "manifests/one.yaml") => fileOf(file, text);

describe("an overlay that is nowhere looser", () => {
  it("is accepted", () => {
    expect(problems).toEqual([]);
  });

  it("decides in its municipality, and the finding says whose value and on what basis", () => {
    expect(reportOn([at(OWN)], { bundle: without }).findings).toEqual([]);
    const found = reportOn([at(OWN)], { bundle }).findings;
    expect(found.map(({ rule, policy, message }) => [rule, policy, message])).toEqual([
      [
        "RET-01",
        "data-retention@1.1.0+il-9930",
        "`video_raw`: retention period: 7 days; the limit is 5 days",
      ],
      [
        "M9930-01",
        "data-retention@1.1.0+il-9930",
        "`video_incident_hold`: automatic deletion: switched off; required: switched on",
      ],
    ]);
    expect(found[0]?.basis.at(-1)).toMatchObject({ source: "council-2026-31", provision: "sec. 2" });
  });

  it("counts from its own first day; until then the policy's value does", () => {
    const text = OWN.replace("period: P7D", "period: P15D");
    const label = (asOf: string) =>
      findingAt(reportOn([at(text)], { bundle, asOf }), "RET-01", "/data/retention/0").policy;
    expect(label("2026-10-31")).toBe("data-retention@1.1.0");
    expect(label("2026-11-01")).toBe("data-retention@1.1.0+il-9930");
  });

  it("changes nothing for anyone else", () => {
    const { digests: _, ...before } = reportOn([at(OTHER)], { bundle: without });
    const { digests, ...after } = reportOn([at(OTHER)], { bundle });
    expect(after).toEqual(before);
    expect(digests.overlays).not.toBe(without.digests.overlays);
    expect(bundle.rulesOn("2026-11-23", "9900")).toBe(bundle.rulesOn("2026-11-23"));
  });

  it("judges both in one run, each by its own rules", () => {
    const { findings } = reportOn([at(OWN), at(OTHER, "manifests/other.yaml")], { bundle });
    expect(new Set(findings.map(({ manifest }) => manifest))).toEqual(new Set(["il-9930-cam-market"]));
  });

  it("counts however many zeros the code is written with", () => {
    const own = new TextDecoder().decode(OVERLAY[0]?.bytes);
    const overlay = own.replaceAll("9930", "0930");
    const loaded = loadBundle([...SHIPPED, at(overlay, "overlays/1.yaml")], { gate: false });
    expect(loaded.problems).toEqual([]);
    const text = OWN.replace('"9930"', '"930"').replace("id: il-9930-", "id: il-0930-");
    const { findings } = reportOn([at(text)], { bundle: loaded.bundle });
    expect(findings.map(({ rule }) => rule)).toEqual(["RET-01", "M0930-01"]);
  });

  it("has rules that a waiver may be for, approved by the policy's owner", () => {
    const fingerprint = findingAt(
      reportOn([at(OWN)], { bundle }),
      "M9930-01",
      "/data/retention/1",
    ).fingerprint;
    const waiver = (group: string) => `apiVersion: bylaw/v1
kind: Waiver
id: W-2026-900
rule: M9930-01
manifest: il-9930-cam-market
finding: ${fingerprint}
reason: { en: the recorder is replaced in December }
compensating: [weekly list of holds]
approved_by: { role: Reviewer, group: ${group} }
approved_on: 2026-11-02
from: 2026-11-02
expires: 2027-01-31
`;
    const states = (group: string) => {
      const loaded = loadBundle([...SHIPPED, ...OVERLAY, at(waiver(group), "waivers/w.yaml")], {
        gate: false,
      });
      const report = reportOn([at(OWN)], { bundle: loaded.bundle });
      return report.findings.flatMap(({ rule, state }) =>
        /^(M9930|waiver)/.test(rule) ? [[rule, state]] : [],
      );
    };
    expect(states("privacy")).toEqual([["M9930-01", "waived"]]);
    expect(states("security")).toContainEqual(["M9930-01", "open"]);
  });
});

it("two overlays of one municipality hold together, and each names its policy", () => {
  const retention = HEAD + value("raw_video_max", "2026-11-01", "{ sensitive: P5D, ordinary: P10D }");
  const privacy =
    HEAD.replace("data-retention", "privacy") +
    rule("M9930-07", `${STAGED}require: [{ fact: system.personal_data, is: false }]`);
  const loaded = loadBundle([...SHIPPED, at(retention, "overlays/a.yaml"), at(privacy, "overlays/b.yaml")], {
    gate: false,
  });
  expect(loaded.problems).toEqual([]);
  const found = reportOn([at(OWN)], { bundle: loaded.bundle }).findings;
  expect(found.map(({ rule: id, policy }) => `${id} ${policy}`).sort()).toEqual([
    "M9930-07 privacy@1.0.0+il-9930",
    "RET-01 data-retention@1.1.0+il-9930",
  ]);
});

describe("a pull request", () => {
  const one = (text: string) => at(text, "overlays/1.yaml");
  const looser = one(HEAD + value("raw_video_max", "2026-11-01", "{ sensitive: P7D, ordinary: P25D }"));
  const base = [...SHIPPED];
  const change = (head: readonly Source[], file: string, before: readonly Source[] = base) =>
    review({
      base: before,
      head,
      changes: [{ file, status: before.some((source) => source.file === file) ? "changed" : "added" }],
      approvals: [],
      asOf: "2026-11-23",
    });

  it("that adds an overlay waits for the national coordinator", () => {
    const overlay = OVERLAY[0];
    if (overlay === undefined) throw new Error("there is no overlay");
    const { reason, governed, problems: found } = change([...base, overlay], overlay.file);
    expect(found).toEqual([]);
    expect(reason).toBe("policy-needs-approval");
    expect(governed).toEqual([{ file: overlay.file, kind: "overlay", group: "governance", approved: false }]);
  });

  it("that adds a looser one is refused", () => {
    const { reason, problems: found } = change([...base, looser], looser.file);
    expect(reason).toBe("policy-invalid");
    expect(found.map(({ side, location }) => [side, location.file])).toEqual([["head", "overlays/1.yaml"]]);
  });

  it("is judged by the overlays of its base, not by those it brings", () => {
    const overlay = OVERLAY[0];
    if (overlay === undefined) throw new Error("there is no overlay");
    const brought = review({
      base,
      head: [...base, overlay, at(OWN)],
      changes: [
        { file: overlay.file, status: "added" },
        { file: "manifests/one.yaml", status: "added" },
      ],
      approvals: [],
      asOf: "2026-11-23",
    });
    expect(brought.reports.en.findings).toEqual([]);
    const standing = change([...base, overlay, at(OWN)], "manifests/one.yaml", [...base, overlay]);
    expect(standing.reports.en.findings.map(({ rule: id }) => id)).toEqual(["RET-01", "M9930-01"]);
    expect(standing.reason).toBe("blocked");
  });

  it("that tightens the policy below a standing overlay is refused with the same witness", () => {
    const standing = one(HEAD + value("raw_video_max", "2026-11-01", "{ sensitive: P7D, ordinary: P20D }"));
    const tightened = changedPolicies("data-retention", (text) =>
      text.replace("ordinary: P30D", "ordinary: P10D"),
    );
    const { reason, problems: found } = change(
      [...tightened, standing],
      "policies/data-retention/policy.yaml",
      [...base, standing],
    );
    expect(reason).toBe("policy-invalid");
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      side: "head",
      kind: "Overlay",
      location: { file: "overlays/1.yaml" },
    });
    expect(found[0]?.message).toContain("`RET-01` is looser with this value of `raw_video_max`");
    expect(found[0]?.witness).toContain("data: video_raw");
  });
});
