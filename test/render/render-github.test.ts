import { expect, it } from "vitest";
import { renderGithub } from "../../src/render/render-github.ts";
import { makeFinding, makeReport } from "./make-report.ts";

it("writes one workflow command for each finding, and the counts", () => {
  const report = makeReport([
    makeFinding(),
    makeFinding({ effect: "approve", help: null }),
    makeFinding({
      effect: "warn",
      help: null,
      location: { file: "a.yaml", line: 3, column: 1, end_line: 5, end_column: 1 },
    }),
    makeFinding({
      effect: "warn",
      help: null,
      state: "upcoming",
      upcoming: { reason: "effective", from: "2027-01-01" },
    }),
    makeFinding({ state: "waived" }),
  ]);
  expect(renderGithub(report)).toMatchInlineSnapshot(`
    "::error file=manifests/northport/cameras.yaml,line=2,endLine=2,col=34,endColumn=37,title=RET-01 Raw video is deleted quickly::\`video_raw\` is kept 90 days; the limit is 30 days%0Aset \`period\` to P30D or less
    ::error file=manifests/northport/cameras.yaml,line=2,endLine=2,col=34,endColumn=37,title=RET-01 Raw video is deleted quickly::\`video_raw\` is kept 90 days; the limit is 30 days
    ::warning file=a.yaml,line=3,endLine=5,title=RET-01 Raw video is deleted quickly::\`video_raw\` is kept 90 days; the limit is 30 days
    ::notice file=manifests/northport/cameras.yaml,line=2,endLine=2,col=34,endColumn=37,title=RET-01 Raw video is deleted quickly::\`video_raw\` is kept 90 days; the limit is 30 days%0Abinds from 2027-01-01
    3 manifests: 1 fails. 1 finding blocks, 1 needs approval, 1 warns, 1 upcoming, 1 waived. As of 2026-11-23.
    "
  `);
});

it.for([
  [
    "a path with the characters that separate properties",
    { location: { file: "a,b:c%.yaml", line: 1, column: 1, end_line: 1, end_column: 2 } },
    "file=a%2Cb%3Ac%25.yaml,",
  ],
  [
    "a path that moves the cursor or reorders a line",
    { location: { file: "a\u001b[31m\u202e\n.yaml", line: 1, column: 1, end_line: 1, end_column: 2 } },
    "file=a\\u{1B}[31m\\u{202E}\\n.yaml,",
  ],
  ["a title with them", { title: "one, two: three" }, "title=RET-01 one%2C two%3A three::"],
  ["a per cent sign in a message", { message: "100% and `%0A`" }, "::100%25 and `%250A`%0A"],
  ["a line break in a message", { message: "one\n::warning::two" }, "::one ::warning::two%0A"],
  ["a carriage return", { message: "one\r::warning::two" }, "::one\\r::warning::two%0A"],
] as const)("escapes %s", ([, over, expected]) => {
  const output = renderGithub(makeReport([makeFinding(over)]));
  expect(output).toContain(expected);
  expect(output.trimEnd().split("\n")).toHaveLength(2);
});
