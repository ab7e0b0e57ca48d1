import { describe, expect, it } from "vitest";
import type { Bundle } from "../../src/engine/bundle.ts";
import type { EvaluateOptions } from "../../src/engine/evaluate.ts";
import type { Submitted } from "../../src/engine/submitted.ts";
import { surroundingsOf } from "../../src/engine/surroundings-of.ts";
import type { Document } from "../../src/model/document.ts";
import type { Finding, ReportDocument } from "../../src/model/generated/report.ts";
import type { Source } from "../../src/model/source.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { linkedLights, shippedBundle } from "../load-repository.ts";
import { bundleWith, fileOf, reportOn, textOf } from "./report-on.ts";

const { bundle } = shippedBundle();
const NONE: Bundle = { ...bundle, registryDocuments: [] };
const MARKET = textOf("policies/example.yaml");
const LIGHTS = linkedLights();
const ARRANGEMENT = textOf("policies/example/arrangement.yaml");

const LINK = "{ to: il-9900-lights-ring, kind: lamp_state, direction: in, recipient: own, logged: true }";
const linked = fileOf("manifests/market.yaml", MARKET.replace("interfaces: []", `interfaces: [${LINK}]`));
const lights = fileOf("manifests/lights.yaml", LIGHTS);

/** The report on one manifest among others that are read when a fact asks for them. */
function among(
  source: Source,
  others: readonly Source[],
  options: Partial<EvaluateOptions> = {},
): ReportDocument {
  const surroundings = surroundingsOf(NONE, [submit(source)], () => others.map(submit));
  return reportOn([source], { bundle: NONE, surroundings, ...options });
}

function submit(source: Source): Submitted {
  return { source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) };
}

function of(report: ReportDocument, rule: string): readonly Finding[] {
  return report.findings.filter((finding) => finding.rule === rule);
}

describe("a fact over several files", () => {
  it("finds a link that leads to no manifest of the set", () => {
    expect(of(reportOn([linked], { bundle: NONE }), "INV-06")).toMatchObject([
      { outcome: "fail", effect: "block", fact: "interface.target", rests_on: [] },
    ]);
  });

  it("finds its other end in a file that is not judged itself", () => {
    const report = among(linked, [lights]);
    expect(of(report, "INV-06")).toEqual([]);
    expect(report.manifests.map(({ file }) => file)).toEqual(["manifests/market.yaml"]);
  });

  it("names the file a finding rests on, and the place in it", () => {
    const wrong = fileOf("manifests/lights.yaml", LIGHTS.replace("direction: out", "direction: in"));
    const [finding] = of(among(linked, [wrong]), "INV-06");
    const line = LIGHTS.split("\n").findIndex((text) => text.includes("direction: out")) + 1;
    expect(finding).toMatchObject({
      fact: "interface.mirrored",
      location: { file: "manifests/market.yaml" },
      related: [{ file: "manifests/lights.yaml", line }],
      rests_on: ["manifests/lights.yaml"],
    });
  });

  it("is undecided where the other end may stand in a file that nobody can read", () => {
    const broken = fileOf("manifests/lights.yaml", "kind: Manifest\nid: [il-9900-lights-ring\n");
    const found = of(among(linked, [broken]), "INV-06");
    expect(found.find(({ fact }) => fact === "interface.target")).toMatchObject({
      outcome: "unknown",
      effect: "block",
      rests_on: ["manifests/lights.yaml"],
    });
  });
});

describe("the other manifests", () => {
  const unread = () => {
    throw new Error("the others were read");
  };

  it("are not read where no rule asks about more than one", () => {
    const market = fileOf("manifests/market.yaml", MARKET);
    const privacy = { ...NONE, rulesOn: (asOf: string) => only(NONE.rulesOn(asOf), /^RET-/) };
    const surroundings = surroundingsOf(privacy, [submit(market)], unread);
    expect(reportOn([market], { bundle: privacy, surroundings }).verdict).toBe("pass");
  });

  it("are part of the digest once they were read, and not before", () => {
    const alone = reportOn([linked], { bundle: NONE }).digests.manifests;
    expect(among(linked, []).digests.manifests).toBe(alone);
    expect(among(linked, [lights]).digests.manifests).not.toBe(alone);
  });
});

describe("a rule about files beside the manifests", () => {
  const market = fileOf("manifests/market.yaml", MARKET);
  const late = ARRANGEMENT.replace("notified_on: 2026-08-03", "notified_on: none").replace(
    "tags: [culture, education]",
    "tags: [culture, scoring]",
  );
  const withArrangement = (text: string, waivers: Bundle = NONE): Bundle => ({
    ...NONE,
    waivers: waivers.waivers,
    arrangements: [load(fileOf("arrangements/lindental.yaml", text), "Arrangement")],
  });

  it("makes findings that stand in that file, under its id, at no tier", () => {
    const [finding] = of(reportOn([market], { bundle: withArrangement(late) }), "FOR-04");
    expect(finding).toMatchObject({
      manifest: "arr:il-9900-lindental",
      effect: "block",
      location: { file: "arrangements/lindental.yaml" },
      fix: null,
    });
  });

  it("is judged for the municipalities of the manifests, and for others only where asked", () => {
    const elsewhere = withArrangement(late.replace('"9900"', '"9999"'));
    expect(of(reportOn([market], { bundle: elsewhere }), "FOR-04")).toEqual([]);
    expect(of(reportOn([market], { bundle: elsewhere, judges: () => true }), "FOR-04")).toHaveLength(1);
  });

  it("counts by rule and subject as a manifest does", () => {
    const { counts: without } = reportOn([market], { bundle: NONE });
    const { counts } = reportOn([market], { bundle: withArrangement(ARRANGEMENT) });
    const sum = (of: typeof counts) => Object.values(of).reduce((all, each) => all + each, 0);
    const rules = bundle.rulesOn("2026-11-23").rules;
    const about = rules.filter(({ clauses }) => clauses.some(({ subject }) => subject === "arrangement"));
    expect(about.length).toBeGreaterThan(2);
    expect([sum(counts) - sum(without), counts.fail - without.fail]).toEqual([about.length, 0]);
  });

  it("can be waived under the arrangement's id", () => {
    const tagged = ARRANGEMENT.replace("tags: [culture, education]", "tags: [technology]");
    const [open] = of(reportOn([market], { bundle: withArrangement(tagged) }), "FOR-02");
    expect(open).toMatchObject({ state: "open", effect: "approve" });
    const approval = `apiVersion: bylaw/v1
kind: Approval
id: A-2026-001
rule: FOR-02
manifest: "arr:il-9900-lindental"
finding: "${open?.fingerprint}"
reason: { en: The text was read }
compensating: [no data leaves the city]
approved_by: { role: Foreign-affairs reviewer, group: foreign }
approved_on: 2026-11-01
from: 2026-11-01
expires: 2028-10-31
renews: null
`;
    const settled = reportOn([market], { bundle: withArrangement(tagged, bundleWith(approval)) });
    expect(of(settled, "FOR-02")).toMatchObject([{ state: "approved", waiver: "A-2026-001" }]);
    expect(settled.findings.filter(({ rule }) => rule.startsWith("waiver-"))).toEqual([]);
  });

  it("asks how old the lists are only where a manifest is judged by them", () => {
    const list = load<never>(
      fileOf(
        "policies/example/list.yaml",
        textOf("policies/example/list.yaml").replace("2026-11-20", "2026-08-01"),
      ),
      "VendorRegistry",
    );
    const stale = { ...NONE, registryDocuments: [list] };
    expect(of(reportOn([market], { bundle: stale }), "VEN-11")).toMatchObject([
      {
        manifest: "il-example",
        effect: "block",
        waivable: false,
        location: { file: "policies/example/list.yaml" },
      },
    ]);
    expect(of(reportOn([], { bundle: stale }), "VEN-11")).toEqual([]);
  });
});

function only<T extends { readonly rules: readonly { readonly id: string }[] }>(rules: T, ids: RegExp): T {
  return { ...rules, rules: rules.rules.filter(({ id }) => ids.test(id)) };
}

function load<T>(source: Source, kind: "Arrangement" | "VendorRegistry"): Document<T> {
  const loaded = loadDocument(source, { gate: true, kind });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join("\n"));
  // Read as its kind, so its validator has accepted the value.
  return loaded.document as Document<unknown> as Document<T>;
}
