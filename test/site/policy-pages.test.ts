import { describe, expect, it } from "vitest";
import { pageOf, under } from "./site-pages.ts";

const POLICY = `
sources:
  act: { title: "Privacy Act, 1981", kind: law, url: "https://law.example/a_(b)|c", verified: false }
  code: { title: "City Code", kind: standard, verified: true }
parameters:
  longest:
    type: duration
    title: { en: "Longest time", he: "הזמן המרבי" }
    by: retention.sites
    values:
      - { from: 2026-07-01, value: { sensitive: P14D, ordinary: P30D }, basis: { source: proposal } }
      - { from: 2027-04-01, value: { sensitive: P14D, ordinary: P21D }, basis: { source: act, provision: "s. 3" } }
rules:
  - id: TST-01
    title: { en: "Video is deleted", he: "וידאו נמחק" }
    why: { en: "what is gone cannot leak", he: "מה שאיננו לא ידלוף" }
    help: { en: "shorten \`period\` to the limit", he: "קצרו את \`period\`" }
    severity: high
    stages: [operation]
    effective: 2026-07-01
    subject: retention
    when: [{ fact: retention.data, is: video_raw }]
    unless: [{ fact: system.personal_data, is: false }]
    waivable: false
    transition: { deployed_before: 2026-07-01, until: 2027-07-01, lost_when: [supplier] }
    basis: [{ source: code }, { source: act, provision: "s. 2" }]
    clauses:
      - id: a
        effect: { T1: note, T2: warn, T3: block, T4: block }
        require: [{ fact: retention.period, at_most: { parameter: longest } }]
      - id: b
        effect: block
        until: 2028-12-31
        require:
          - any: [{ fact: retention.auto_delete, is: true }, { fact: retention.justification, present: true }]
`;

const PROSE = `# Test

## Rules

### TST-01 Video is deleted: soon

\`\`\`yaml fails=TST-01
# TST-01 is no heading in here
\`\`\`

\`\`\`yaml passes=TST-01
\`\`\`
`;

describe("a rule on its page", () => {
  const page = pageOf(POLICY, "test-policy.md", PROSE);

  it("has its parts in a fixed order", () => {
    expect(page.match(/^#{2,4} .*$/gm)).toEqual([
      "## Changes",
      "## Rules",
      "### `TST-01` Video is deleted",
      "#### What it asks",
      "#### Why",
      "#### How to comply",
      "#### When it does not apply",
      "#### Effect of a breach, by tier",
      "#### Stages",
      "#### In force",
      "#### Values it compares with",
      "#### What it rests on",
      "#### Waiver",
      "#### Examples",
      "## Sources",
    ]);
  });

  it("says what it requires, with each value in its time and each choice on its line", () => {
    expect(under(page, "#### What it asks")).toBe(
      `
**\`TST-01(a)\`** For each: Retention line. What should be listed and is not counts as blank, and a blank does not pass.

It applies where all of these hold:

- kind of data kept: raw video

It requires all of these:

- changes with time:
  - until 2027-03-31: retention period: at most 14 days (sensitive sites), 30 days (ordinary sites)
  - from 2027-04-01: retention period: at most 14 days (sensitive sites), 21 days (ordinary sites)

**\`TST-01(b)\`** For each: Retention line. What should be listed and is not counts as blank, and a blank does not pass.

It applies where all of these hold:

- kind of data kept: raw video

It requires all of these:

- one of these:
  - automatic deletion: switched on
  - written justification: given
`.trim(),
    );
  });

  it.for([
    ["#### Why", "What is gone cannot leak."],
    ["#### How to comply", "Shorten `period` to the limit."],
    ["#### When it does not apply", "- personal data: not taken"],
    ["#### Effect of a breach, by tier", "| Clause | T1 | T2 | T3 | T4 |"],
    ["#### Effect of a breach, by tier", "| `TST-01(a)` | note | warns | blocks | blocks |"],
    ["#### Effect of a breach, by tier", "| `TST-01(b)` | blocks | blocks | blocks | blocks |"],
    ["#### Effect of a breach, by tier", "Severity: high."],
    [
      "#### Stages",
      "It binds at: operation. Before and after that it warns at most. An idea counts as definition, and a suspended system as operation.",
    ],
    ["#### In force", "- `TST-01(a)` In force from 2026-07-01"],
    ["#### In force", "- `TST-01(b)` In force from 2026-07-01 until 2028-12-31"],
    [
      "#### In force",
      "systems deployed before 2026-07-01 have until 2027-07-01, unless one of these changes",
    ],
    ["#### Values it compares with", "**Longest time** `longest`"],
    ["#### Values it compares with", "| 2026-07-01 | 2027-03-31 | this policy's own choice |"],
    [
      "#### Values it compares with",
      "| 2027-04-01 | no end set | Privacy Act, 1981: s. 3 (not checked against the primary text) |",
    ],
    ["#### What it rests on", "- City Code\n"],
    ["#### What it rests on", "- Privacy Act, 1981: s. 2 (not checked against the primary text)"],
    ["#### What it rests on", "- this policy's own choice"],
    ["#### What it rests on", "- Privacy Act, 1981: s. 3 (not checked against the primary text)"],
    ["#### Waiver", "No waiver of this rule is ever valid."],
    [
      "#### Examples",
      "[`TST-01`](../../policies/test-policy/README.md#tst-01-video-is-deleted-soon): run as tests; failing: 1, passing: 1, undecided: 0.",
    ],
    ["## Sources", "[Privacy Act, 1981](https://law.example/a_%28b%29%7Cc) | law | no |"],
    ["## Sources", "| `code` | City Code | standard | yes |"],
  ] as const)("says under %s: %s", ([heading, text]) => {
    expect(under(page, heading)).toContain(text);
  });

  it("shows one row and one line where its clauses agree", () => {
    const same = pageOf(
      POLICY.replace("effect: { T1: note, T2: warn, T3: block, T4: block }", "effect: block"),
      "test-policy.md",
    );
    expect(under(same, "#### Effect of a breach, by tier")).toContain(
      "| T1 | T2 | T3 | T4 |\n| --- | --- | --- | --- |\n| blocks | blocks | blocks | blocks |\n\n",
    );
  });

  it("says where the policy shows no examples of it", () => {
    expect(under(pageOf(POLICY, "test-policy.md"), "#### Examples")).toBe(
      "The policy shows no examples of this rule.",
    );
  });
});

describe("a page that is not in English", () => {
  const hebrew = pageOf(POLICY, "test-policy.he.md", PROSE);

  it("runs from right to left as a whole, with code and dates from left to right", () => {
    expect(hebrew.split("\n").slice(0, 4)).toEqual([
      "<!-- generated by bylaw docs -->",
      "",
      '<div dir="rtl">',
      "",
    ]);
    expect(hebrew.endsWith("\n\n</div>\n")).toBe(true);
    const prose = hebrew.replace(/<span dir="ltr">.*?<\/span>/g, "").replace(/\]\([^)]*\)/g, "]");
    expect(prose).not.toMatch(/`|\d{4}-\d{2}-\d{2}/);
  });

  it("links the same page in the other languages", () => {
    expect(hebrew).toContain("[English](test-policy.md) · **עברית** · [العربية](test-policy.ar.md)");
  });

  it("says once how many translations nobody has reviewed", () => {
    expect(hebrew.match(/טקסטים של מדיניות זו שאיש לא בדק את תרגומם: .*?\./g)).toEqual([
      "טקסטים של מדיניות זו שאיש לא בדק את תרגומם: 4 מתוך 6.",
    ]);
  });

  it("says nothing about review once every translation has a reviewer", () => {
    const reviewed = POLICY.replace(/(he: "[^"]*") \}/g, '$1, reviewed_by: "translator" }');
    expect(pageOf(reviewed, "test-policy.he.md")).not.toContain("שאיש לא בדק");
  });

  it("falls back to English and says so, in place and at the top", () => {
    const arabic = pageOf(POLICY, "test-policy.ar.md");
    expect(under(arabic, "#### لماذا")).toBe(
      '<span dir="ltr">What is gone cannot leak</span> (غير مترجم، معروض بالإنجليزية).',
    );
    expect(arabic).toContain("نصوص هذه السياسة غير المترجمة والمعروضة بالإنجليزية: 6 من 6.");
  });
});

describe("values and words", () => {
  it.for([
    ["a rule in force before its first value says so", "effective: 2026-01-01", "no value in force"],
    ["a rule that begins later does not mention what was before", "effective: 2027-04-01", undefined],
  ] as const)("%s", ([, effective, expected]) => {
    const page = pageOf(POLICY.replace("    effective: 2026-07-01", `    ${effective}`), "test-policy.md");
    const asks = under(page, "#### What it asks");
    if (expected !== undefined) expect(asks).toContain(`until 2026-06-30: retention period: ${expected}`);
    else expect(asks).not.toContain("changes with time");
  });

  it("a rule without a first day counts from its first value", () => {
    const page = pageOf(POLICY.replace("    effective: 2026-07-01\n", ""), "test-policy.md");
    expect(under(page, "#### What it asks")).not.toContain("no value in force");
    expect(under(page, "#### In force")).toContain("In force from the first version of its policy");
  });

  it("a policy that is not active says that it judges nothing", () => {
    expect(pageOf(`status: draft\n${POLICY}`, "test-policy.md")).toContain(
      "Only an active policy judges anything: for now the rules below do not.",
    );
  });
});
