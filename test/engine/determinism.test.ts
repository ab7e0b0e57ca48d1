import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import type { Source } from "../../src/model/source.ts";
import { renderJson } from "../../src/render/render-json.ts";
import { sourcesUnder } from "../load-repository.ts";
import { fileOf, GOLDEN, reportOn, textOf } from "./report-on.ts";

const everything = [...sourcesUnder("policies"), ...sourcesUnder("examples")];
const isManifest = ({ file }: Source) => /^examples\/[^/]+\/manifests\//.test(file);

function bytesFrom(sources: readonly Source[]): string {
  const { bundle, problems } = loadBundle(sources, { gate: false });
  expect(problems).toEqual([]);
  return renderJson(reportOn(sources.filter(isManifest), { bundle }));
}

describe("equal input gives equal bytes", () => {
  it("whatever order the files come in", () => {
    const expected = bytesFrom(everything);
    expect(expected.split('"rule"').length).toBeGreaterThan(60);
    expect(bytesFrom([...everything].reverse()) === expected).toBe(true);
    const shuffled = fc.shuffledSubarray([...everything], { minLength: everything.length });
    fc.assert(
      fc.property(shuffled, (sources) => {
        expect(bytesFrom(sources) === expected).toBe(true);
      }),
      { numRuns: 1 },
    );
  });

  it("and an input that differs in one byte has another digest, even where nothing else does", () => {
    const text = textOf(GOLDEN);
    const [one, other] = [text, `${text}\n`].map((of) => reportOn([fileOf(GOLDEN, of)]));
    expect(one?.digests.manifests).not.toBe(other?.digests.manifests);
    expect(one?.digests.policies).toBe(other?.digests.policies);
  });

  it("every finding has a fingerprint of its own", () => {
    const { findings } = reportOn(sourcesUnder("examples").filter(isManifest));
    const marks = findings.map(({ fingerprint }) => fingerprint);
    expect(marks.filter((mark, index) => marks.indexOf(mark) !== index)).toEqual([]);
  });
});

describe("a fingerprint", () => {
  const text = textOf(GOLDEN);
  const marks = (of: string) =>
    reportOn([fileOf(GOLDEN, of)])
      .findings.map(({ rule, fingerprint }) => `${rule} ${fingerprint}`)
      .sort();
  const lines = text.split("\n");
  const retention = lines.findIndex((line) => line.includes("data: video_raw"));

  it.for([
    ["lines above are added", text.replace("objective:\n", "# one\n# two\nobjective:\n")],
    ["lines end in CRLF", text.replaceAll("\n", "\r\n")],
    [
      "the lines of a list change places",
      lines.toSpliced(retention, 2, lines[retention + 1] ?? "", lines[retention] ?? "").join("\n"),
    ],
    ["spaces are put around a value", text.replace("period: P21D,", "period:   P21D ,")],
  ] as const)("stays when %s", ([, edited]) => {
    expect(edited).not.toBe(text);
    expect(marks(edited)).toEqual(marks(text));
  });

  it("changes with the value that breaks the rule, and with nothing beside it", () => {
    const before = marks(text);
    const after = marks(text.replace("period: P21D", "period: P22D"));
    expect(after.filter((mark) => !before.includes(mark))).toEqual([expect.stringMatching(/^RET-01 /)]);
  });
});

describe("line ends", () => {
  it("change no word and no place of a finding", () => {
    const said = (text: string) =>
      reportOn([fileOf(GOLDEN, text)]).findings.map(({ fix, ...finding }) => ({
        ...finding,
        fix: fix?.text,
      }));
    const text = textOf(GOLDEN);
    expect(said(text.replaceAll("\n", "\r\n"))).toEqual(said(text));
  });
});
