import { describe, expect, it } from "vitest";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import { changedPolicies } from "../overlay-texts.ts";
import { fileOf, reportOn, textOf } from "./report-on.ts";

const TEXT = textOf("policies/example.yaml");

/** Asks for at least 30 days where RET-01 allows 14. */
const CONTRARY = `  - id: RET-90
    title: { en: "Raw video is kept for claims", he: "א", ar: "ا" }
    why: { en: "claims come late", he: "א", ar: "ا" }
    help: { en: "keep it longer", he: "א", ar: "ا" }
    severity: high
    effect: block
    stages: [operation]
    effective: 2026-07-01
    subject: retention
    when:
      - { fact: retention.data, is: video_raw }
    require:
      - { fact: retention.period, at_least: P30D }
    fix: { set: retention.period, to: P30D }
    basis:
      - { source: proposal }
`;
const contrary = changedPolicies("data-retention", (text) =>
  text.replace("  - id: RET-02\n", `${CONTRARY}  - id: RET-02\n`),
);

function fixes(period: string, sources = contrary): readonly string[] {
  const { bundle, problems } = loadBundle(sources, { gate: false });
  expect(problems).toEqual([]);
  const text = TEXT.replace("data: video_raw, period: P7D", `data: video_raw, period: ${period}`);
  const { findings } = reportOn([fileOf("manifests/market.yaml", text)], { bundle });
  return findings
    .filter(({ subject }) => subject.startsWith("/governance/retention") || subject.includes("retention"))
    .map(({ rule, fix }) => `${rule} ${fix === null ? "no fix" : fix.text}`);
}

describe("a fix", () => {
  it("is offered where nothing stands against it", () => {
    expect(
      fixes(
        "P45D",
        changedPolicies("data-retention", (text) => `${text}# as shipped\n`),
      ),
    ).toEqual(["RET-01 P14D"]);
  });

  it("is not offered where another rule would find something in its place", () => {
    expect(fixes("P45D")).toEqual(["RET-01 no fix"]);
    expect(fixes("P7D")).toEqual(["RET-90 no fix"]);
  });

  it("is offered where what another rule finds stays as it is", () => {
    expect(fixes("P20D")).toEqual(["RET-01 P14D", "RET-90 P30D"]);
  });
});
