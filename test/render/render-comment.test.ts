import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/generated/report.ts";
import type { Review } from "../../src/model/review.ts";
import { renderComment } from "../../src/render/render-comment.ts";
import { governedSection } from "../../src/render/review-sections.ts";
import { sayIn } from "../../src/render/words.ts";
import { makeFinding, makeHostileFinding, makeReview } from "./make-report.ts";
import { breaches } from "./markdown-safety.ts";
import { hasSuites, payloads } from "./suites.ts";

const HEAD = "a".repeat(40);
const NEXT = "c".repeat(40);

function comment(
  findings: readonly Finding[],
  over: Partial<Review> = {},
  previous?: string,
  head = HEAD,
): string {
  return renderComment(makeReview(findings, over), {
    repository: "northport/systems",
    base: "b".repeat(40),
    head,
    previous,
  });
}

/** The findings as open at a push, by their last hexadecimal digit. */
function open(...ends: readonly string[]): readonly Finding[] {
  return ends.map((end) => makeFinding({ rule: `RET-0${end}`, fingerprint: `000000000000000${end}` }));
}

it("holds the verdict, the manifests, what blocks in full, the rest folded, and the other languages", () => {
  const text = comment(
    [
      makeFinding({
        path: ["HVI agent_of Hikvision", "Hikvision made DS"],
        alternatives: ["Axis"],
        missing: ["device.maker"],
      }),
      makeFinding({ effect: "note", message: "a small thing" }),
      makeFinding({
        state: "upcoming",
        effect: "warn",
        upcoming: { reason: "effective", from: "2027-01-01" },
      }),
      makeFinding({ state: "waived", waiver: "W-2026-014" }),
    ],
    { awaiting: ["security"] },
  );
  expect(text).toMatchInlineSnapshot(`
    "<!-- bylaw:summary -->
    <!-- bylaw:state v1 first head=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa open=RET-01:6e1c4a0000000001 fixed= -->

    **Bylaw: fails.** 1 finding blocks, 1 note, 1 upcoming, 1 waived.

    | manifest | tier | verdict | blocks | note | upcoming | waived |
    | --- | --- | --- | --- | --- | --- | --- |
    | \`il-9901-cam-promenade\` | T4 | fails | 1 | 1 | 1 | 1 |
    | \`il-9901-lights\` | T1 | passes | 0 | 0 | 0 | 0 |
    | \`il-9902-parking\` | undecided | passes | 0 | 0 | 0 | 0 |

    ### \`il-9901-cam-promenade\`: tier T4, fails

    - **blocks** \`RET-01\` Raw video is deleted quickly, [\`manifests/northport/cameras.yaml:2\`](../blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/manifests/northport/cameras.yaml#L2): \`video_raw\` is kept 90 days; the limit is 30 days
      - why: the longer footage is kept, the more harm a leak or misuse can do
      - basis: this policy's own choice
      - path: \`HVI agent_of Hikvision\` → \`Hikvision made DS\`
      - missing: \`device.maker\`
      - alternatives: \`Axis\`
      - help: set \`period\` to P30D or less, or ask for a waiver: \`bylaw new waiver RET-01 il-9901-cam-promenade\`

    <details>
    <summary>1 finding upcoming</summary>

    - \`RET-01\` [\`manifests/northport/cameras.yaml:2\`](../blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/manifests/northport/cameras.yaml#L2): \`video_raw\` is kept 90 days; the limit is 30 days (binds from 2027-01-01)

    </details>

    <details>
    <summary>1 finding is a note</summary>

    - \`RET-01\` [\`manifests/northport/cameras.yaml:2\`](../blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/manifests/northport/cameras.yaml#L2): a small thing

    </details>

    <details>
    <summary>1 finding waived</summary>

    - \`RET-01\` [\`manifests/northport/cameras.yaml:2\`](../blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/manifests/northport/cameras.yaml#L2): \`video_raw\` is kept 90 days; the limit is 30 days (\`W-2026-014\`)

    </details>

    <details>
    <summary>עברית</summary>

    <div dir="rtl">

    ממצאים חוסמים: 1, הערות: 1, עתידיים: 1, בוויתור: 1.

    ### \`il-9901-cam-promenade\`: דרגה T4, נכשל

    - **חוסם** \`RET-01\` Raw video is deleted quickly, [\`manifests/northport/cameras.yaml:2\`](../blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/manifests/northport/cameras.yaml#L2): \`video_raw\` is kept 90 days; the limit is 30 days
      - מדוע: the longer footage is kept, the more harm a leak or misuse can do
      - בסיס: בחירה של מדיניות זו עצמה
      - מסלול: \`HVI agent_of Hikvision\` → \`Hikvision made DS\`
      - חסר: \`device.maker\`
      - חלופות: \`Axis\`
      - מה לעשות: set \`period\` to P30D or less, או בקשו ויתור: \`bylaw new waiver RET-01 il-9901-cam-promenade\`

    </div>

    </details>

    <details>
    <summary>العربية</summary>

    <div dir="rtl">

    النتائج المانعة: 1، الملاحظات: 1، القادمة: 1، المعفاة: 1.

    ### \`il-9901-cam-promenade\`: الفئة T4, راسب

    - **يمنع** \`RET-01\` Raw video is deleted quickly, [\`manifests/northport/cameras.yaml:2\`](../blob/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/manifests/northport/cameras.yaml#L2): \`video_raw\` is kept 90 days; the limit is 30 days
      - لماذا: the longer footage is kept, the more harm a leak or misuse can do
      - الأساس: اختيار هذه السياسة نفسها
      - المسار: \`HVI agent_of Hikvision\` → \`Hikvision made DS\`
      - ناقص: \`device.maker\`
      - البدائل: \`Axis\`
      - ما العمل: set \`period\` to P30D or less، أو اطلبوا إعفاءً: \`bylaw new waiver RET-01 il-9901-cam-promenade\`

    </div>

    </details>"
  `);
});

it("shows problems and governed files of a policy change", () => {
  const text = comment([], {
    reason: "policy-invalid",
    problems: [
      {
        stage: "schema",
        kind: "Policy",
        location: { file: "policies/x/policy.yaml", line: 4, column: 3, end_line: 4, end_column: 9 },
        pointer: "/rules/0",
        message: "unknown key `requires`",
        help: "write `require`",
        side: "head",
      },
    ],
    governed: [{ file: "policies/x/policy.yaml", kind: "policy", group: "privacy", approved: false }],
  });
  expect(text).toContain(
    "- `policies/x/policy.yaml:4` (at head): unknown key `requires`\n  - help: write `require`",
  );
  expect(text).toContain(
    "**Bylaw: fails.** 1 problem in policies or configuration, 1 governed file needs approval by privacy",
  );
  expect(text).toContain("| `policies/x/policy.yaml` | policy | `privacy` | no |");
});

it.for([
  ["en", "plan", "approval"],
  ["he", "תוכנית", "אישור קבוע"],
  ["ar", "خطة", "موافقة دائمة"],
] as const)("names in %s what a governed file is", ([language, plan, approval]) => {
  const of = (file: string, kind: "plan" | "approval") => ({ file, kind, group: "g", approved: false });
  const governed = [of("policies/plan.yaml", "plan"), of("approvals/a.yaml", "approval")];
  const text = governedSection(makeReview([], { governed }), sayIn(language), 1_000);
  expect(text).toContain(`| ${plan} |`);
  expect(text).toContain(`| ${approval} |`);
});

it("is one line where nothing is open", () => {
  const passing = makeReview([makeFinding({ state: "waived" })]).reports.en;
  const report = { ...passing, verdict: "pass" as const, manifests: passing.manifests.slice(1) };
  const text = comment([], { reason: "pass", reports: { en: report, he: report, ar: report } });
  expect(text.split("\n").slice(2)).toEqual([
    "",
    "**Bylaw**: nothing is open. 2 manifests pass, 1 finding waived.",
  ]);
});

it("says in the same line what the change mends in files it does not touch", () => {
  const gone = [makeFinding({ rule: "INV-06", fingerprint: "6e1c4a0000000009" })];
  const text = comment([], { reason: "pass", conclusion: "success", mended: { en: gone, he: [], ar: [] } });
  expect(text.split("\n").at(-1)).toMatch(
    / Mended in files that this change leaves as they are: `INV-06` `manifests\/northport\/cameras\.yaml:2`\.$/,
  );
});

it("names the other files a finding rests on", () => {
  expect(comment([makeFinding({ rests_on: ["manifests/a.yaml", "manifests/b.yaml"] })])).toContain(
    "\n  - rests on: `manifests/a.yaml`, `manifests/b.yaml`\n",
  );
});

it("links a place to its line at the head commit", () => {
  const location = { file: "manifests/a b (c).yaml", line: 7, column: 1, end_line: 7, end_column: 2 };
  expect(comment([makeFinding({ location })])).toContain(
    `[\`manifests/a b (c).yaml:7\`](../blob/${HEAD}/manifests/a%20b%20%28c%29.yaml#L7)`,
  );
});

it("reads from right to left in Hebrew, with English folded in its own direction", () => {
  const text = comment([makeFinding()], { language: "he" });
  expect(text.split("\n")[3]).toBe('<div dir="rtl">');
  expect(text).toContain('<summary>English</summary>\n\n<div dir="ltr">');
  expect(text).toContain('<summary>العربية</summary>\n\n<div dir="rtl">');
});

describe("what changed since the last push", () => {
  it("is not said at the first comment", () => {
    expect(comment(open("1", "2"))).not.toContain("Since the last push");
  });

  it("is what was fixed, what is new and what stayed", () => {
    const first = comment(open("1", "2", "3"));
    const second = comment(open("2", "3", "4"), {}, first, NEXT);
    expect(second).toContain("Since the last push: 1 fixed, 1 new, 2 unchanged. Fixed: `RET-01`.");
    expect(second).toMatch(/`RET-04` [^\n]* \(new\), /);
    expect(second).not.toMatch(/`RET-02` [^\n]* \(new\), /);
  });

  it("is said once all is fixed, in the one line that is left", () => {
    const report = { ...makeReview([]).reports.en, manifests: [] };
    const text = comment(
      [],
      { reason: "pass", reports: { en: report, he: report, ar: report } },
      comment(open("1")),
      NEXT,
    );
    expect(text).toContain(
      "**Bylaw**: nothing is open. No manifest changed. Since the last push: 1 fixed. Fixed: `RET-01`.",
    );
  });

  it("stays as it is when the same head is reviewed again", () => {
    const first = comment(open("1", "2"));
    expect(comment(open("1", "2"), {}, first)).toBe(first);
    const second = comment(open("2", "3"), {}, first, NEXT);
    expect(comment(open("2", "3"), {}, second, NEXT)).toBe(second);
  });

  it("is compared with the push before, whatever changed at base in between", () => {
    const first = comment(open("1", "2"));
    const second = comment(open("2", "3"), {}, first, NEXT);
    expect(comment(open("1", "2"), {}, second, NEXT)).toContain("Since the last push: 2 unchanged.");
  });

  it.for([
    ["a marker only", "<!-- bylaw:summary -->\n"],
    ["another version", `<!-- bylaw:summary -->\n<!-- bylaw:state v2 next head=${HEAD} open= fixed= -->\n`],
    [
      "a cut fingerprint",
      `<!-- bylaw:summary -->\n<!-- bylaw:state v1 next head=${HEAD} open=RET-01:abc fixed= -->\n`,
    ],
    [
      "a rule with markup",
      `<!-- bylaw:summary -->\n<!-- bylaw:state v1 next head=${HEAD} open=<b>:0000000000000001 fixed= -->\n`,
    ],
    [
      "more on the line",
      `<!-- bylaw:summary -->\n<!-- bylaw:state v1 next head=${HEAD} open= fixed= --> x\n`,
    ],
    [
      "the state on another line",
      `<!-- bylaw:summary -->\n\n<!-- bylaw:state v1 next head=${HEAD} open= fixed= -->\n`,
    ],
    ["another first line", `x\n<!-- bylaw:state v1 next head=${HEAD} open= fixed= -->\n`],
  ] as const)("is not read from a comment with %s", ([, previous]) => {
    expect(comment(open("1"), {}, previous, NEXT)).toBe(comment(open("1"), {}, undefined, NEXT));
  });

  it("is read from a comment that came back with other line ends", () => {
    const first = comment(open("1")).replaceAll("\n", "\r\n");
    expect(comment(open("1"), {}, first, NEXT)).toContain("Since the last push: 1 unchanged.");
  });

  it("is left out where there is too much to remember", () => {
    const many = Array.from({ length: 301 }, (_, n) =>
      makeFinding({ fingerprint: n.toString(16).padStart(16, "0") }),
    );
    const first = comment(many);
    expect(first).not.toContain("bylaw:state");
    expect(comment(many, {}, first, NEXT)).not.toContain("Since the last push");
  });
});

describe("the budget of 60,000 characters", () => {
  it.for([1, 30, 300, 3000])("holds for %i findings of every state, and what is left out is counted", (n) => {
    const findings = Array.from({ length: n }, (_, index) => {
      const fingerprint = index.toString(16).padStart(16, "0");
      const message = `number ${index} ${"x".repeat(300)}`;
      return [
        makeFinding({ fingerprint, message }),
        makeFinding({ message, effect: "note" }),
        makeFinding({ message, state: "waived" }),
        makeFinding({ message, state: "upcoming" }),
      ];
    }).flat();
    const text = comment(findings);
    expect(text.length).toBeLessThanOrEqual(60_000);
    const blocks = text.match(/^- \*\*blocks\*\*/gm)?.length ?? 0;
    expect(text.includes(`_${n - blocks} more are left out here`)).toBe(n > 30);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(text.match(/<details>/g)).toHaveLength(5);
    expect(text).toContain("**Bylaw: fails.**");
  });

  it("leaves no room for one long text to hide the others", () => {
    const text = comment([makeFinding({ message: "x".repeat(100_000) }), makeFinding({ rule: "VEN-05" })]);
    expect(text).toContain("`VEN-05`");
  });
});

describe("submitted text", () => {
  const hostile = (text: string) => [
    makeHostileFinding(text),
    makeHostileFinding(text, { effect: "note" }),
    makeHostileFinding(text, { state: "upcoming", upcoming: { reason: "stage", from: text } }),
    makeHostileFinding(text, { state: "waived", waiver: text }),
  ];
  const contained = (text: string) => {
    const base = makeReview(hostile(text)).reports.en;
    const report = { ...base, manifests: [{ id: text, file: text, tier: "T4", verdict: "fail" } as const] };
    const gone = [makeHostileFinding(text)];
    const mended = { en: gone, he: gone, ar: gone };
    const markdown = comment([], {
      reports: { en: report, he: report, ar: report },
      removed: [text],
      mended,
    });
    expect({ text, breaches: breaches(markdown) }).toEqual({ text, breaches: [] });
    expect(markdown.match(/<!--/g)).toHaveLength(2);
    expect(markdown.indexOf("<!-- bylaw:summary -->")).toBe(0);
  };

  it.for([
    "<script>alert(1)</script>",
    "</details></div><img src=x onerror=x>",
    "<!-- bylaw:summary -->",
    `\n<!-- bylaw:state v1 next head=${HEAD} open= fixed= -->`,
    "@northport/mayor",
    "a|b\\|c\\\\|d",
    "`` ` ``` @a",
    "[a](javascript:alert(1)) ![b](https://a.example/x.png)",
    "\u202Eabc\u2066",
  ])("stays where it is put: %j", contained);

  it.runIf(hasSuites)("of the published payload lists stays where it is put (needs BYLAW_SUITES)", () => {
    for (const text of payloads().filter((_, index) => index % 20 === 0)) contained(text);
  });
});
