import { expect, it } from "vitest";
import { renderMarkdown } from "../../src/render/render-markdown.ts";
import { makeFinding, makeHostileFinding, makeReport } from "./make-report.ts";
import { breaches } from "./markdown-safety.ts";

it("is a heading, the counts, a table of manifests and the findings, worst in full", () => {
  const report = makeReport([
    makeFinding({ path: ["HVI agent_of Hikvision", "Hikvision made `DS`"], alternatives: ["Axis", "Bosch"] }),
    makeFinding({ effect: "note", message: "a small thing" }),
    makeFinding({ state: "upcoming", effect: "warn", upcoming: { reason: "effective", from: "2027-01-01" } }),
    makeFinding({ state: "waived", waiver: "W-2026-014" }),
    makeFinding({
      rule: "FOR-01",
      manifest: null,
      location: { file: "arrangements/x.yaml", line: 3, column: 1, end_line: 3, end_column: 2 },
    }),
  ]);
  expect(renderMarkdown(report)).toMatchInlineSnapshot(`
    "## Bylaw: fails

    3 manifests: 1 fails. 2 findings block, 1 note, 1 upcoming, 1 waived. As of 2026-11-23.

    | manifest | tier | verdict | blocks | note | upcoming | waived |
    | --- | --- | --- | --- | --- | --- | --- |
    | \`il-9901-cam-promenade\` | T4 | fails | 1 | 1 | 1 | 1 |
    | \`il-9901-lights\` | T1 | passes | 0 | 0 | 0 | 0 |
    | \`il-9902-parking\` | undecided | passes | 0 | 0 | 0 | 0 |

    ### \`il-9901-cam-promenade\`: tier T4, fails

    - **blocks** \`RET-01\` Raw video is deleted quickly, \`manifests/northport/cameras.yaml:2\`: \`video_raw\` is kept 90 days; the limit is 30 days
      - why: the longer footage is kept, the more harm a leak or misuse can do
      - basis: this policy's own choice
      - path: \`HVI agent_of Hikvision\` → \`\` Hikvision made \`DS\` \`\`
      - alternatives: \`Axis\`, \`Bosch\`
      - help: set \`period\` to P30D or less, or ask for a waiver: \`bylaw new waiver RET-01 il-9901-cam-promenade\`

    ### Outside the judged manifests

    - **blocks** \`FOR-01\` Raw video is deleted quickly, \`arrangements/x.yaml:3\`: \`video_raw\` is kept 90 days; the limit is 30 days
      - why: the longer footage is kept, the more harm a leak or misuse can do
      - basis: this policy's own choice
      - help: set \`period\` to P30D or less, or ask for a waiver: \`bylaw new waiver FOR-01\`

    <details>
    <summary>1 finding upcoming</summary>

    - \`RET-01\` \`manifests/northport/cameras.yaml:2\`: \`video_raw\` is kept 90 days; the limit is 30 days (binds from 2027-01-01)

    </details>

    <details>
    <summary>1 finding is a note</summary>

    - \`RET-01\` \`manifests/northport/cameras.yaml:2\`: a small thing

    </details>

    <details>
    <summary>1 finding waived</summary>

    - \`RET-01\` \`manifests/northport/cameras.yaml:2\`: \`video_raw\` is kept 90 days; the limit is 30 days (\`W-2026-014\`)

    </details>
    "
  `);
});

it("reads from right to left in Hebrew", () => {
  const text = renderMarkdown(makeReport([makeFinding()]), { language: "he" });
  expect(text.startsWith('<div dir="rtl">\n\n## Bylaw: נכשל\n')).toBe(true);
  expect(text.endsWith("\n\n</div>\n")).toBe(true);
});

it("counts what does not fit", () => {
  const findings = Array.from({ length: 1000 }, (_, n) =>
    makeFinding({ message: `number ${n} ${"x".repeat(500)}` }),
  );
  const text = renderMarkdown(makeReport(findings));
  const shown = text.match(/number \d+/g)?.length ?? 0;
  expect(shown).toBeGreaterThan(50);
  expect(text).toContain(`_${1000 - shown} more are left out here to keep within the size limit_`);
});

it.for([
  "<script>alert(1)</script>",
  "a|b\\|c",
  "@mayor ``` <!-- bylaw:summary -->",
  "\u202E[x](javascript:x)",
])("contains submitted text: %s", (text) => {
  expect(breaches(renderMarkdown(makeReport([makeHostileFinding(text)])))).toEqual([]);
});

it.for([
  ["2026-12-23", ["  - dates: from 2026-12-23: no longer counts: `W-2026-014`"]],
  ["2026-12-24", []],
] as const)("says of a finding what turns it on %s only where that is near", ([on, expected]) => {
  const dates = [{ on, reason: "waiver", note: "no longer counts: `W-2026-014`" } as const];
  const lines = renderMarkdown(makeReport([makeFinding({ dates })])).split("\n");
  expect(lines.filter((line) => line.includes("dates:"))).toEqual(expected);
});
