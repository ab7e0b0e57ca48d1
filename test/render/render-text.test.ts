import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/generated/report.ts";
import type { Language } from "../../src/model/language.ts";
import { renderText } from "../../src/render/render-text.ts";
import { makeFinding, makeHostileFinding, makeReport } from "./make-report.ts";

const SOURCE = "  retention:\n    - { data: video_raw, period: P90D, auto_delete: true }\n";

function text(
  findings: readonly Finding[],
  over: { source?: string; language?: Language; color?: boolean; label?: string } = {},
): string {
  return renderText(makeReport(findings), {
    text: () => over.source ?? SOURCE,
    color: over.color ?? false,
    language: over.language ?? "en",
    policiesLabel: over.label,
  });
}

describe("a finding on a terminal", () => {
  it("shows the line with a mark under the value, why, on what basis, and what to do", () => {
    const basis: Finding["basis"] = [
      { source: "proposal", title: "this policy's own choice", provision: null, verified: true },
      { source: "edpb-3-2019", title: "EDPB Guidelines 3/2019", provision: "para. 121", verified: false },
    ];
    const finding = makeFinding({ basis, fix: { start: 48, end: 52, text: "P30D" } });
    expect(text([finding], { label: "2026.4" })).toMatchInlineSnapshot(`
      "block[RET-01]: \`video_raw\` is kept 90 days; the limit is 30 days
       --> manifests/northport/cameras.yaml:2:34
         |
       2 |     - { data: video_raw, period: P90D, auto_delete: true }
         |                                  ^^^^
         = why: the longer footage is kept, the more harm a leak or misuse can do
         = basis: this policy's own choice
         = basis: EDPB Guidelines 3/2019, para. 121 (not checked against the primary text)
         = help: set \`period\` to P30D or less (\`--fix\` can do this), or ask for a waiver: bylaw new waiver RET-01 il-9901-cam-promenade

      3 manifests: 1 fails. 1 finding blocks. Policies 2026.4 as of 2026-11-23.
      "
    `);
  });

  it("shows what is missing, the steps through the registry, other places, and what is offered instead", () => {
    const finding = makeFinding({
      rule: "VEN-05",
      clause: "b",
      outcome: "unknown",
      effect: "approve",
      message: "cannot be decided without: maker of `DS-2CD2xxx`",
      missing: ["device.maker", "device.oui"],
      path: ["HVI Security Solutions agent_of Hikvision", "Hikvision controlled by CETHIK"],
      alternatives: ["Axis Communications", "Bosch"],
      related: [
        { file: "manifests/northport/cameras.yaml", line: 1, column: 3, end_line: 1, end_column: 12 },
        { file: "manifests/northport/lights.yaml", line: 7, column: 1, end_line: 7, end_column: 4 },
      ],
      rests_on: ["arrangements/xiamen.yaml", "manifests/northport/lights.yaml"],
      waivable: false,
    });
    expect(text([finding])).toMatchInlineSnapshot(`
      "approve[VEN-05(b)]: cannot be decided without: maker of \`DS-2CD2xxx\`
       --> manifests/northport/cameras.yaml:2:34
         |
       2 |     - { data: video_raw, period: P90D, auto_delete: true }
         |                                  ^^^^
         = also at: manifests/northport/cameras.yaml:1:3
         = rests on: manifests/northport/lights.yaml:7:1
         = rests on: arrangements/xiamen.yaml
         = path: HVI Security Solutions agent_of Hikvision
         = path: Hikvision controlled by CETHIK
         = missing: \`device.maker\`
         = missing: \`device.oui\`
         = why: the longer footage is kept, the more harm a leak or misuse can do
         = basis: this policy's own choice
         = alternatives: Axis Communications, Bosch
         = help: set \`period\` to P30D or less

      3 manifests: 1 fails. 1 finding needs approval. As of 2026-11-23.
      "
    `);
  });

  it.for([
    ["effective", "2027-01-01", "binds from 2027-01-01"],
    ["stage", "operation", "binds from operation on; this system is at an earlier stage"],
    ["due", "2026-12-01", "announced until 2026-12-01; it binds after that date"],
    ["transition", "2027-07-01", "sheltered by a transition; it binds from 2027-07-01"],
  ] as const)("says when a rule binds that does not bind yet: %s", ([reason, from, words]) => {
    const finding = makeFinding({ effect: "warn", state: "upcoming", upcoming: { reason, from } });
    expect(text([finding])).toContain(`\n   = upcoming: ${words}\n`);
    expect(text([finding])).toContain("1 finding upcoming.");
  });

  it.for([
    ["en", "past stage: bound at deployment, a stage this system has left"],
    ["he", "שלב שעבר: חייב בשלב הפריסה, שהמערכת כבר עברה"],
    ["ar", "مرحلة سابقة: كان مُلزماً في مرحلة النشر التي تجاوزها النظام"],
  ] as const)("says that a rule bound at a stage that is over, in %s", ([language, words]) => {
    const upcoming = { reason: "stage_over", from: "deployment" } as const;
    const finding = makeFinding({ effect: "warn", state: "upcoming", upcoming });
    const shown = renderText(makeReport([finding]), { text: () => undefined, color: false, language });
    expect(shown.replace(/[\u2066-\u2069]/g, "")).toContain(`= ${words}\n`);
  });

  it("offers a waiver only where one can be valid and the finding blocks", () => {
    expect(text([makeFinding()])).toContain(
      "= help: set `period` to P30D or less, or ask for a waiver: bylaw new waiver RET-01 il-9901-cam-promenade\n",
    );
    expect(text([makeFinding({ waivable: false })])).not.toContain("new waiver");
    expect(text([makeFinding({ effect: "warn" })])).not.toContain("new waiver");
  });

  it("puts no name into the waiver command that a shell would read otherwise", () => {
    expect(text([makeFinding({ manifest: "x; rm -rf ." })])).toContain("bylaw new waiver RET-01\n");
  });

  it("names the place alone where the text of the file is not at hand", () => {
    const options = { text: () => undefined, color: false, language: "en" } as const;
    const shown = renderText(makeReport([makeFinding()]), options);
    expect(shown).toContain(" --> manifests/northport/cameras.yaml:2:34\n   = why:");
  });

  it("marks the first line of a place over several lines and names the last", () => {
    const location = { file: "a.yaml", line: 1, column: 3, end_line: 2, end_column: 5 };
    expect(text([makeFinding({ location })])).toContain("1 |   retention:\n   |   ^^^^^^^^^^ to line 2\n");
  });

  it("widens the margin with the line number", () => {
    const location = { file: "a.yaml", line: 1234, column: 1, end_line: 1234, end_column: 2 };
    const shown = text([makeFinding({ location })], { source: `${"\n".repeat(1233)}x` });
    expect(shown).toContain("\n   --> a.yaml:1234:1\n     |\n1234 | x\n     | ^\n     = why:");
  });
});

describe("the line of counts", () => {
  it("counts what is shown and what is not", () => {
    const shown = text(
      [
        makeFinding(),
        makeFinding(),
        makeFinding({ effect: "approve" }),
        makeFinding({ effect: "warn" }),
        makeFinding({ effect: "note" }),
        makeFinding({ state: "waived", message: "hidden one" }),
        makeFinding({ state: "approved", message: "hidden two" }),
      ],
      { label: "2026.4" },
    );
    expect(shown).not.toContain("hidden");
    expect(shown.trimEnd().split("\n").at(-1)).toBe(
      "3 manifests: 1 fails. 2 findings block, 1 needs approval, 1 warns, 1 note, 1 waived, 1 approved. Policies 2026.4 as of 2026-11-23.",
    );
  });

  it.for([
    [[], "3 manifests: 1 fails. No findings. As of 2026-11-23.\n"],
    [[makeFinding({ state: "waived" })], "3 manifests: 1 fails. 1 finding waived. As of 2026-11-23.\n"],
  ] as const)("is all there is where no finding is open", ([findings, expected]) => {
    expect(text(findings)).toBe(expected);
  });

  it("says that all manifests pass, and that there are none", () => {
    const options = { text: () => undefined, color: false, language: "en" } as const;
    const [one] = makeReport([]).manifests.slice(1);
    expect(renderText(makeReport([], { manifests: one ? [one] : [] }), options)).toContain(
      "1 manifest passes. ",
    );
    expect(renderText(makeReport([], { manifests: [] }), options)).toContain("No manifests. ");
  });
});

describe("other scripts and colours", () => {
  it("isolates text from right to left, and values inside it", () => {
    const finding = makeFinding({
      message: "`video_raw` נשמר 90 ימים",
      why: "ארוך מדי",
      help: null,
      waivable: false,
      basis: [],
    });
    expect(text([finding], { language: "he" })).toMatchInlineSnapshot(`
      "block[RET-01]: ⁨⁨\`video_raw\`⁩ נשמר 90 ימים⁩
       --> manifests/northport/cameras.yaml:2:34
         |
       2 |     - { data: video_raw, period: P90D, auto_delete: true }
         |                                  ^^^^
         = מדוע: ⁨ארוך מדי⁩

      ⁨מניפסטים: 3 (נכשלו: 1). ממצאים חוסמים: 1. נכון ליום 2026-11-23.⁩
      "
    `);
  });

  it("speaks Arabic", () => {
    const finding = makeFinding({ message: "المدة 90 يوماً", why: null, help: null, basis: [] });
    expect(text([finding], { language: "ar" })).toMatchInlineSnapshot(`
      "block[RET-01]: ⁨المدة 90 يوماً⁩
       --> manifests/northport/cameras.yaml:2:34
         |
       2 |     - { data: video_raw, period: P90D, auto_delete: true }
         |                                  ^^^^
         = ما العمل: ⁨اطلبوا إعفاءً: bylaw new waiver RET-01 il-9901-cam-promenade⁩

      ⁨ملفات البيان: 3 (الراسبة: 1). النتائج المانعة: 1. بتاريخ 2026-11-23.⁩
      "
    `);
  });

  it("isolates the name of another place once, and writes nothing of it out", () => {
    const related = [{ file: "צפון/a.yaml", line: 1, column: 3, end_line: 1, end_column: 12 }];
    expect(text([makeFinding({ related })])).toContain("= rests on: \u2068צפון/a.yaml:1:3\u2069\n");
  });

  it("lets no submitted text move the cursor or reorder a line", () => {
    const shown = text([makeHostileFinding("\u001b[2J\u202E\u009b\u0000")], { source: "\u001b[2J\u202E" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    expect(shown).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  });

  it("uses colour codes only when asked, and says the same with them", () => {
    const plain = text([makeFinding()]);
    const coloured = text([makeFinding()], { color: true });
    expect(plain).not.toContain("\u001b");
    expect(coloured).toContain("\u001b[1;31mblock[RET-01]\u001b[0m");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes are what is looked at
    expect(coloured.replace(/\u001b\[[0-9;]*m/g, "")).toBe(plain);
  });
});

describe("the days that decide", () => {
  const dates: Finding["dates"] = [
    { on: "2026-07-01", reason: "rule", note: "rule in force: `RET-01`" },
    { on: "2027-04-01", reason: "value", note: "value in force: Longest time raw video may be kept" },
    { on: "2027-05-11", reason: "waiver", note: "no longer counts: `W-2026-014`" },
  ];
  const line = (over: Partial<Finding>, language: Language = "en") =>
    text([makeFinding({ dates, ...over })], { language })
      .split("\n")
      .filter((each) => each.includes("2027-"));

  it.for([
    ["en", "   = dates: from 2027-04-01: value in force: Longest time raw video may be kept"],
    ["he", "   = מועדים: \u2068מיום 2027-04-01: value in force: Longest time raw video may be kept\u2069"],
    ["ar", "   = المواعيد: \u2068من 2027-04-01: value in force: Longest time raw video may be kept\u2069"],
  ] as const)("are told by the next one ahead, in %s", ([language, expected]) => {
    expect(line({}, language)).toEqual([expected]);
  });

  it("are not told twice where the finding says when it binds", () => {
    const upcoming = { reason: "effective", from: "2027-04-01" } as const;
    expect(line({ state: "upcoming", upcoming })).toEqual(["   = upcoming: binds from 2027-04-01"]);
  });

  it("are not told where none is ahead", () => {
    expect(line({ dates: dates.slice(0, 1) })).toEqual([]);
  });
});
