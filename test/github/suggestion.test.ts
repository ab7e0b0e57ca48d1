import { describe, expect, test } from "vitest";
import { reviewChange } from "../../src/change/review-change.ts";
import { isShown, shownLines } from "../../src/github/publish/shown-lines.ts";
import type { ReviewInput } from "../../src/model/review.ts";
import type { Source } from "../../src/model/source.ts";
import { fixedLines } from "../../src/render/fixed-lines.ts";
import { readRemark, renderRemarks, renderSettled } from "../../src/render/render-remarks.ts";
import { sourcesUnder } from "../load-repository.ts";
import { breaches } from "../render/markdown-safety.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const FILE = "manifests/il-9919-face-search.yaml";
const [SYSTEM] = sourcesUnder("examples/givat-tidhar").filter(({ file }) =>
  file.endsWith("face-search.yaml"),
);
const LONG = new TextDecoder().decode(SYSTEM?.bytes).replace(/period: P\d+D/g, "period: P900D");
const POLICIES = ["data-retention", "governance", "national-map"].map((id) => `policies/${id}/policy.yaml`);
const BASE: readonly Source[] = sourcesUnder("policies").filter(({ file }) => POLICIES.includes(file));

function review(text: string) {
  const manifest: Source = { file: FILE, bytes: encode(text), mode: "100644" };
  const input: ReviewInput = {
    base: BASE,
    head: [...BASE, manifest],
    changes: [{ file: FILE, status: "added" }],
    approvals: [],
    asOf: "2026-11-23",
  };
  return { remarks: renderRemarks(reviewChange(input).review, input.head), text };
}

describe("a suggestion", () => {
  test("taken over line for line settles the finding it stands under", () => {
    const { remarks, text } = review(LONG);
    const offers = remarks.filter(({ suggestion }) => suggestion !== undefined);
    expect(offers.length).toBeGreaterThan(0);
    for (const { suggestion, fingerprint } of offers) {
      const block = /```suggestion\n([\s\S]+?)\n```/.exec(suggestion?.body ?? "")?.[1] ?? "";
      const lines = text.split("\n");
      const { line = 0, endLine = 0 } = suggestion ?? {};
      lines.splice(line - 1, endLine - line + 1, ...block.split("\n"));
      const after = review(lines.join("\n")).remarks.map((remark) => remark.fingerprint);
      expect(after).not.toContain(fingerprint);
      expect(after.length).toBeLessThan(remarks.length);
    }
  });

  test("and the remark around it hold no markup of anybody's", () => {
    const hostile = LONG.replace(/name: .*/, 'name: "</div> @everyone [a](https://evil.example) <!-- x"');
    for (const { body } of review(hostile).remarks) {
      expect(readRemark(body)).toBeDefined();
      expect(breaches(body.replace(/^.*\n/, ""))).toEqual([]);
    }
  });

  test.for([
    [
      "in a line",
      "a: 1\nb: 2\nc: 3\n",
      { start: 8, end: 9, text: "5" },
      { line: 2, endLine: 2, text: "b: 5" },
    ],
    [
      "at the end of a file",
      "a: 1\nb: 2",
      { start: 8, end: 9, text: "5" },
      { line: 2, endLine: 2, text: "b: 5" },
    ],
    [
      "over two lines",
      "a:\n  - 1\n  - 2\n",
      { start: 5, end: 14, text: "3" },
      { line: 2, endLine: 3, text: "  3" },
    ],
    [
      "after letters of several bytes",
      "é: 1\nb: 2\n",
      { start: 9, end: 10, text: "5" },
      { line: 2, endLine: 2, text: "b: 5" },
    ],
    ["beside a carriage return", "a: 1\r\nb: 2\r\n", { start: 3, end: 4, text: "5" }, undefined],
    ["beside a hidden character", "a: 1 # \u202E\n", { start: 3, end: 4, text: "5" }, undefined],
    ["that leaves nothing of its line", "a: 1\n", { start: 0, end: 4, text: "" }, undefined],
  ] as const)("for a fix %s", ([, text, fix, lines]) => {
    expect(fixedLines(encode(text), fix)).toEqual(lines);
  });
});

describe("a diff", () => {
  const patch = "@@ -1,3 +1,4 @@ head\n a\n+b\n c\n d\n@@ -20 +21,0 @@\n-x\n@@ -30,0 +31 @@\n+y";
  test.for([
    [1, 4, true],
    [4, 5, false],
    [21, 21, false],
    [31, 31, true],
    [4, 31, false],
  ] as const)("shows lines %i to %i: %s", ([line, endLine, shown]) => {
    expect(isShown(shownLines(patch), line, endLine)).toBe(shown);
  });
});

test("a settled remark says so in each language and is still told from others", () => {
  const remark = { fingerprint: "0123456789abcdef", rule: "RET-01" };
  for (const language of ["en", "he", "ar"] as const) {
    const body = renderSettled(remark, { head: "a".repeat(40), language });
    expect(readRemark(body)).toEqual({ ...remark, settled: true });
    expect(breaches(body.replace(/^.*\n/, ""))).toEqual([]);
  }
});
