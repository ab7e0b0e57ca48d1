import { describe, expect, it } from "vitest";
import type { Assignment } from "../../../src/model/comparison.ts";
import { vocabulary } from "../../../src/model/generated/vocabulary-value.ts";
import { NONE, UNKNOWN } from "../../../src/model/value.ts";
import { readYaml } from "../../../src/parse/read-yaml.ts";
import { assignmentWords } from "../../../src/rules/compare/assignment-words.ts";
import { rowFrom } from "../../../src/rules/compare/row-from.ts";
import { witnessYaml } from "../../../src/rules/compare/witness-yaml.ts";
import { indexVocabulary } from "../../../src/rules/vocabulary.ts";

const line: Assignment = {
  subject: "retention",
  facts: {
    "retention.data": "video_raw",
    "retention.period": { months: 0, seconds: 22 * 86_400 },
    "retention.justification": NONE,
    "retention.sites": "ordinary",
    "system.highly_sensitive": NONE,
    "system.indicator": 'the "second"',
    "risk.likelihood": 3,
    "access.from_countries": new Set(["IL", "NO"]),
    "retention.auto_delete": UNKNOWN,
  },
  nested: {},
};

describe("a case as a fragment of a manifest", () => {
  it("writes each fact where it is read from, rows of a list as one item, and what is derived as a comment", () => {
    expect(witnessYaml(line, vocabulary)).toMatchInlineSnapshot(`
      "# retention.sites: ordinary
      data:
        retention:
          - data: video_raw
            period: P22D
            justification: none
            auto_delete: null
        highly_sensitive: []
        access:
          - from_countries: ["IL", "NO"]
      objective:
        measure:
          indicator: "the \\"second\\""
      assessments:
        risks:
          privacy:
            likelihood: 3
      "
    `);
  });

  it("reads back as YAML with the values in it", () => {
    const read = readYaml(witnessYaml(line, vocabulary));
    expect(read.ok && read.value).toMatchObject({
      data: {
        access: [{ from_countries: ["IL", "NO"] }],
        retention: [{ period: "P22D", justification: "none" }],
      },
    });
  });

  it("names rows of a party, changes listed and a waiver", () => {
    const party: Assignment = {
      subject: "party",
      facts: {},
      nested: { owner: [{ "owner.control": 60, "owner.legal_flags": 2 }], listing: [] },
      changes: [{ kind: "supplier", on: "2026-08-01" }],
      waived: true,
    };
    expect(witnessYaml(party, vocabulary)).toMatchInlineSnapshot(`
      "# one owner with owner.control: 60; owner.legal_flags: 2
      # no listing
      # a waiver for the rule is on file
      metadata:
        changes: [{ kind: supplier, on: 2026-08-01 }]
      "
    `);
  });
});

describe("a case in words", () => {
  const words = (language: "en" | "he" | "ar") =>
    assignmentWords(line, indexVocabulary(vocabulary), language);

  it("gives each fact by its label, blanks last", () => {
    expect(words("en")).toMatchInlineSnapshot(`
      [
        "kind of data kept: raw video",
        "retention period: 22 days",
        "written justification: none",
        "sites covered: ordinary sites",
        "highly sensitive data: none",
        "measurable indicator: \`the "second"\`",
        "likelihood: 3",
        "countries of remote access: IL, NO",
        "automatic deletion: not given",
      ]
    `);
  });

  it("speaks Hebrew and Arabic", () => {
    expect(words("he")[1]).toMatchInlineSnapshot(`"משך השמירה: 22 ימים"`);
    expect(words("ar")[1]).toMatchInlineSnapshot(`"مدة الاحتفاظ: 22 يومًا"`);
  });
});

describe("a case as a row", () => {
  it("answers for its own facts and those of the rows it belongs to, and is blank elsewhere", () => {
    const row = rowFrom({ ...line, nested: { owner: [{ "owner.control": 60 }] } });
    expect(row.cell("retention.data")).toMatchObject({ value: "video_raw", stated: true });
    expect(row.cell("retention.renewals")).toMatchObject({ value: UNKNOWN, stated: false });
    expect(row.scope("system")?.cell("system.indicator").value).toBe('the "second"');
    expect(
      row
        .scope("party")
        ?.nested("owner")
        .map((owner) => owner.cell("owner.control").value),
    ).toEqual([60]);
    expect(row.scope("party")?.nested("listing")).toEqual([]);
  });
});
