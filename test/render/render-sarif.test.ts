import AjvDraft04 from "ajv-draft-04";
import type { Log } from "sarif";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/generated/report.ts";
import { renderSarif, type SarifOptions } from "../../src/render/render-sarif.ts";
import { makeFinding, makeHostileFinding, makeReport } from "./make-report.ts";
import { hasSuites, payloads, suite } from "./suites.ts";

function run(findings: readonly Finding[], options?: SarifOptions) {
  const log: Log = JSON.parse(renderSarif(makeReport(findings), options));
  const [first] = log.runs;
  if (first === undefined) throw new Error("a log has one run");
  return first;
}

function result(over: Partial<Finding>) {
  return run([makeFinding(over)]).results?.[0];
}

describe("a result", () => {
  it.for([
    ["block", "open", "error"],
    ["approve", "open", "warning"],
    ["warn", "open", "warning"],
    ["note", "open", "note"],
    ["warn", "upcoming", "note"],
  ] as const)("of effect %s, %s, has level %s", ([effect, state, level]) => {
    expect(result({ effect, state })?.level).toBe(level);
  });

  it("stands at the columns of the report, which both count in UTF-16 units", () => {
    expect(result({})?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: "manifests/northport/cameras.yaml", uriBaseId: "%SRCROOT%" },
          region: { startLine: 2, startColumn: 34, endLine: 2, endColumn: 38 },
        },
      },
    ]);
    expect(run([]).columnKind).toBe("utf16CodeUnits");
  });

  it.for([
    ["a b.yaml", "a%20b.yaml"],
    ["a#b?c.yaml", "a%23b%3Fc.yaml"],
    ["צפון/a.yaml", "%D7%A6%D7%A4%D7%95%D7%9F/a.yaml"],
    ["http:/a.yaml", "http%3A/a.yaml"],
    ["100%.yaml", "100%25.yaml"],
    ["(a).yaml", "%28a%29.yaml"],
    ["\uD800.yaml", "%EF%BF%BD.yaml"],
  ])("escapes the path %s", ([file = "", uri]) => {
    const place = result({ location: { ...makeFinding().location, file } })?.locations?.[0];
    expect(place?.physicalLocation?.artifactLocation?.uri).toBe(uri);
  });

  it("carries the fix as a replacement of bytes", () => {
    expect(result({ fix: { start: 2210, end: 2214, text: "P14D" } })?.fixes?.[0]?.artifactChanges).toEqual([
      {
        artifactLocation: { uri: "manifests/northport/cameras.yaml", uriBaseId: "%SRCROOT%" },
        replacements: [
          { deletedRegion: { byteOffset: 2210, byteLength: 4 }, insertedContent: { text: "P14D" } },
        ],
      },
    ]);
  });

  it.for([
    ["waived", "W-2026-014", [{ kind: "external", status: "accepted", justification: "W-2026-014" }]],
    ["approved", null, [{ kind: "external", status: "accepted" }]],
    ["open", "W-2026-014", []],
  ] as const)("that is %s is suppressed accordingly", ([state, waiver, suppressions]) => {
    expect(result({ state, waiver })?.suppressions).toEqual(suppressions);
  });

  it("is told from others by its fingerprint", () => {
    expect(result({})?.partialFingerprints).toEqual({ "bylaw/v1": "6e1c4a0000000001" });
  });

  it("holds no link and no placeholder in its message", () => {
    expect(result({ message: "see [here](https://a.example) and `{0}`" })?.message.text).toBe(
      "see \\[here\\](https://a.example) and `{{0}}`",
    );
  });
});

describe("the rules of a run", () => {
  it("are those the findings name, each once and described by its worst finding", () => {
    const { tool, results } = run(
      [
        makeFinding({ rule: "VEN-05", effect: "warn", title: "mild" }),
        makeFinding({ rule: "RET-01" }),
        makeFinding({ rule: "VEN-05", title: "worst" }),
      ],
      { helpUri: (rule) => `https://bylaw.example/rules/${rule}` },
    );
    const rules = tool.driver.rules ?? [];
    expect(rules.map(({ id, shortDescription, helpUri }) => [id, shortDescription?.text, helpUri])).toEqual([
      ["RET-01", "Raw video is deleted quickly", "https://bylaw.example/rules/RET-01"],
      ["VEN-05", "worst", "https://bylaw.example/rules/VEN-05"],
    ]);
    expect(results?.map(({ ruleIndex }) => ruleIndex)).toEqual([1, 0, 1]);
    expect(rules[0]?.help?.text).toBe(
      "Why: the longer footage is kept, the more harm a leak or misuse can do\nBasis: this policy's own choice\nHelp: set `period` to P30D or less",
    );
  });
});

describe("more results than fit", () => {
  it("keeps the worst, in the order of the report, and counts the rest", () => {
    const findings = [
      makeFinding({ effect: "note", message: "one" }),
      makeFinding({ effect: "block", message: "two" }),
      makeFinding({ effect: "warn", message: "three" }),
      makeFinding({ effect: "block", message: "four" }),
    ];
    const { results, properties, invocations } = run(findings, { limit: 3 });
    expect(results?.map(({ message }) => message.text)).toEqual(["two", "three", "four"]);
    expect(properties?.leftOut).toBe(1);
    expect(invocations?.[0]?.toolExecutionNotifications?.[0]?.message.text).toBe(
      "1 more is left out here to keep within the size limit",
    );
  });

  it("counts nothing where all fit", () => {
    expect(run([makeFinding()]).properties?.leftOut).toBe(0);
    expect(run([makeFinding()]).invocations).toEqual([{ executionSuccessful: true }]);
  });
});

it.runIf(hasSuites)("a log is valid against the schema of SARIF 2.1.0 (needs BYLAW_SUITES)", () => {
  const ajv = new AjvDraft04.default({ strict: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(suite("sarif-schema-2.1.0.json")));
  const findings = [
    makeFinding({ fix: { start: 1, end: 2, text: "P14D" }, related: [makeFinding().location] }),
    makeFinding({ state: "waived", waiver: "W-2026-014" }),
    makeFinding({
      state: "upcoming",
      upcoming: { reason: "due", from: "2027-01-01" },
      why: null,
      help: null,
    }),
    makeFinding({ rule: "manifest-syntax", policy: null, manifest: null, basis: [] }),
    ...payloads()
      .slice(0, 1000)
      .map((text) => makeHostileFinding(text)),
  ];
  expect(validate(JSON.parse(renderSarif(makeReport(findings), { limit: 1000 })))).toBe(true);
  expect(validate(JSON.parse(renderSarif(makeReport([]))))).toBe(true);
  expect(validate({ version: "2.1.0", runs: [{}] })).toBe(false);
});
