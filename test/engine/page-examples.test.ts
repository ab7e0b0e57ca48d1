import { describe, expect, it } from "vitest";
import { classifyPaths } from "../../src/engine/classify-path.ts";
import { isAsExpected, judgeExample, prepareExample } from "../../src/engine/judge-example.ts";
import { EXAMPLE_FILES, layOver, pageExamples } from "../../src/engine/page-examples.ts";
import { shippedWorld } from "../example-world.ts";
import { shippedBundle } from "../load-repository.ts";

const { bundle } = shippedBundle();

function page(info: string, yaml = "{}"): string {
  return `## RET-01\n\n#### Fails\n\nKept too long.\n\n\`\`\`yaml ${info}\n${yaml}\n\`\`\`\n`;
}

/** What the rule an example names makes of it. */
function judged(info: string, yaml: string) {
  const [example] = pageExamples(page(info, yaml));
  if (example === undefined) throw new Error("there is no example");
  const prepared = prepareExample(example, shippedWorld());
  if (prepared.problems.length > 0) return prepared.problems;
  const rule = bundle.rulesOn(prepared.asOf).rules.find(({ id }) => id === example.rule);
  if (rule === undefined) throw new Error(`there is no rule ${example.rule}`);
  const findings = judgeExample(prepared, rule);
  return isAsExpected(example, findings) ? "as expected" : findings;
}

describe("the fence of an example", () => {
  it("says the rule, the outcome, the effect, the date and the file it is laid over", () => {
    expect(
      pageExamples(page("fails=FOR-01 effect=block as-of=2027-01-05 of=arrangement", "tags: []")),
    ).toEqual([
      {
        headings: ["RET-01", "Fails"],
        line: 7,
        rule: "FOR-01",
        expected: "fails",
        effect: "block",
        asOf: "2027-01-05",
        of: "arrangement",
        yaml: "tags: []\n",
      },
    ]);
  });

  it("needs no more than the rule", () => {
    expect(pageExamples(page("passes=RET-01"))).toMatchObject([
      { expected: "passes", effect: undefined, asOf: undefined, of: "manifest" },
    ]);
  });

  it.for([
    "fails",
    "fails=",
    "effect=block",
    "fails=RET-01 passes=RET-01",
    "fails=RET-01 fails=RET-02",
    "fails=RET-01 asof=2027-01-05",
    "fails=RET-01 of=town",
  ])("is refused where it reads `%s`", (info) => {
    expect(() => pageExamples(page(info))).toThrow(/^line 7: an example says fails=RULE/);
  });

  it("is prose without words after `yaml`", () => {
    expect(pageExamples("```yaml\ndata: {}\n```\n")).toEqual([]);
  });
});

describe("blocks laid over a file", () => {
  it("merge maps, replace lists and values, and blank with null", () => {
    expect(
      layOver({ a: { b: 1, c: 2 }, list: [1, 2], kept: true }, { a: { b: null }, list: [3], added: "x" }),
    ).toEqual({ a: { b: null, c: 2 }, list: [3], kept: true, added: "x" });
  });
});

describe("an example", () => {
  it.for([
    [
      "a manifest",
      "fails=RET-01 effect=block",
      "data: { retention: [{ data: video_raw, period: P90D, auto_delete: true }] }",
    ],
    [
      "an arrangement",
      "fails=FOR-04 effect=block of=arrangement",
      "{ tags: [scoring], signed_on: 2026-08-01 }",
    ],
    ["a waiver", "fails=GOV-01 effect=block of=waiver", "expires: 2027-05-01"],
    [
      "a list",
      "fails=VEN-11 effect=block of=list",
      "lists: [{ id: il-example, title: Example, authority: Example, retrieved_on: 2026-01-01, coverage: complete, ground: military, sources: [example-act] }]",
    ],
    [
      "one beside the manifest, which is judged",
      "fails=INV-06 of=manifest",
      "system: { interfaces: [{ to: il-9900-nowhere, kind: video, direction: out }] }",
    ],
  ] as const)("may be of %s", ([, info, yaml]) => {
    expect(judged(info, yaml)).toBe("as expected");
  });

  it("of the neighbour judges the manifest beside it", () => {
    const link = "interfaces: [{ to: il-9900-cam-market, kind: lamp_state, direction: out }]";
    expect(judged("passes=INV-06 of=neighbour", "metadata: { id: il-9900-lights-other }")).toBe(
      "as expected",
    );
    expect(judged("fails=INV-06 of=neighbour", `system: { ${link} }`)).toBe("as expected");
  });

  it("lays what follows a line of dashes over the neighbour", () => {
    const [here, there] = ["in", "out"].map((direction) => {
      const to = direction === "in" ? "il-9900-lights-ring" : "il-9900-cam-market";
      return `system: { interfaces: [{ to: ${to}, kind: lamp_state, direction: ${direction} }] }\n`;
    });
    expect(judged("passes=INV-06", `${here}---\n${there}`)).toBe("as expected");
    expect(judged("fails=INV-06", `system: { interfaces: [] }\n---\n${there}`)).toBe("as expected");
  });

  it("passes only where the rule says nothing at all", () => {
    expect(judged("passes=RET-01", "data: { retention: null }")).toMatchObject([{ outcome: "unknown" }]);
  });

  it("that is no file of its kind is not judged, and says why", () => {
    expect(judged("fails=RET-01", "data: { retention: 30 days }")).toEqual([
      expect.stringMatching(/^\/data\/retention: /),
    ]);
    expect(judged("fails=RET-01", "data: [")).toHaveLength(1);
  });

  it("cannot be judged by force", () => {
    const [example] = pageExamples(page("fails=RET-01", "nonsense: true"));
    const [rule] = bundle.rulesOn("2026-11-23").rules;
    if (example === undefined || rule === undefined) throw new Error("nothing to judge");
    expect(() => judgeExample(prepareExample(example, shippedWorld()), rule)).toThrow(/cannot be judged/);
  });
});

describe("the files examples are laid over", () => {
  it("belong to the pages and govern nothing", () => {
    const classOf = classifyPaths();
    expect(Object.values(EXAMPLE_FILES).map(({ file }) => classOf(file))).toEqual(
      Object.values(EXAMPLE_FILES).map(() => "prose"),
    );
    expect(classOf("policies/example/deeper/arrangement.yaml")).toBe("stray");
    expect(classOf("policies/other.yaml")).toBe("stray");
  });
});
