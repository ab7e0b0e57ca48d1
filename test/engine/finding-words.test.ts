import { describe, expect, it } from "vitest";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import { LANGUAGES } from "../../src/model/language.ts";
import { shippedBundle, sourcesUnder } from "../load-repository.ts";
import { BASE, propose } from "./propose.ts";
import { fileOf, findingAt, GOLDEN, reportOn, textOf } from "./report-on.ts";

const MARKET = "manifests/market.yaml";
const EXAMPLE = textOf("policies/example.yaml");
const edited = (...edits: readonly (readonly [string, string])[]) =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the manifest does not say ${from}`);
    return text.replace(from, to);
  }, EXAMPLE);
const ordering = [
  ["status: operation", "status: procurement"],
  ["order_signed_on: 2026-09-01", "order_signed_on: none"],
  ["deployed_on: 2026-10-05", "deployed_on: none"],
  ["operating_since: 2026-10-20", "operating_since: none"],
] as const;

describe("what the system lacks", () => {
  const given = edited(
    ...ordering,
    ["running_cost_nis: 48000", "running_cost_nis: null"],
    ["free_of_charge: false", "free_of_charge: true"],
    ["foreign_finance: []", "foreign_finance: [{ financier: Fictional Export Bank, state: true }]"],
  );

  it("is asked for once, at the system, though a device and a loan both ask for it", () => {
    const { findings } = reportOn([fileOf(MARKET, given)]);
    const asked = findings.filter(({ rule, missing }) => rule === "GFT-01" && missing.length > 0);
    expect(asked.map(({ subject, missing, effect }) => ({ subject, missing, effect }))).toEqual([
      { subject: "", missing: ["system.running_cost"], effect: "block" },
    ]);
  });

  it("leaves what is free and who lent a finding each", () => {
    const { findings } = reportOn([fileOf(MARKET, given)]);
    const facts = findings.flatMap(({ rule, fact }) => (rule === "GFT-01" ? [fact] : []));
    expect(facts).toEqual(expect.arrayContaining(["device.free", "finance.state"]));
  });
});

describe("alternatives of which none holds", () => {
  it.for([
    ["en", /either .+ · or .+/],
    ["he", /די באחד מאלה: .+ · או .+/],
    ["ar", /يكفي واحد مما يلي: .+ · أو .+/],
  ] as const)("are said as alternatives in %s", ([language, words]) => {
    const given = edited([
      "audio: { present: false, enabled: false",
      "audio: { present: true, enabled: true",
    ]);
    const { findings } = reportOn([fileOf(MARKET, given)], { language });
    const found = findings.find(({ fact }) => fact === "system.audio_enabled");
    expect(found?.message).toMatch(words);
  });
});

describe("a company that is named and that the registry does not know", () => {
  const given = edited(
    ...ordering,
    ['manufacturer: "vendor:axis"', "manufacturer: null"],
    ["manufacturer_as_written: Axis Communications", "manufacturer_as_written: Nowhere Cameras"],
    ["brand: Axis", "brand: Nowhere Brand"],
    [
      'vendor: "vendor:motorola-solutions", name_as_written: Motorola Solutions',
      "vendor: null, name_as_written: Shadow",
    ],
  );
  const { findings } = reportOn([fileOf(MARKET, given)]);

  it.for([
    ["VEN-01", "Nowhere Brand", "brand"],
    ["VEN-01", "Nowhere Cameras", "manufacturer"],
    ["VEN-01", "Shadow", "vendor"],
    ["VEN-04", "Nowhere Cameras", "manufacturer"],
  ] as const)("%s: %s is looked up, and its id written under `%s`", ([rule, name, field]) => {
    const found = findings.find((finding) => finding.rule === rule && finding.message.includes(name));
    expect(found?.help).toContain(
      `look the company up with \`bylaw vendor NAME\` and write its registry id under \`${field}\``,
    );
  });
});

describe("help", () => {
  const helpOf = (rule: string, title: string, ...edits: readonly (readonly [string, string])[]) =>
    reportOn([fileOf(MARKET, edited(...ordering, ...edits))]).findings.find(
      (finding) => finding.rule === rule && finding.message.includes(title),
    )?.help;

  it.for([
    ["value_nis", "value_nis: 640000"],
    ["independent_estimate_nis", "independent_estimate_nis: 655000"],
  ] as const)("names the one blank place a share follows from: %s", ([field, line]) => {
    const price = "price as a share of the independent estimate";
    expect(helpOf("GFT-01", price, [`    ${line}`, `    ${field}: null`])).toBe(
      `fill in what is blank in \`supply_chain.contract.${field}\` (${price})`,
    );
  });

  it("asks for a line of the access matrix where a party has none", () => {
    expect(
      helpOf("VEN-16", "Shadow", [
        'role: maintenance, vendor: "vendor:motorola-solutions", name_as_written: Motorola Solutions',
        "role: maintenance, vendor: null, name_as_written: Shadow",
      ]),
    ).toMatch(/^add a line for `Shadow` under `data\.access`; there state live view/);
  });

  it("names the key a line of the access matrix has for who holds it", () => {
    expect(
      helpOf("VEN-01", "not stated", [
        "- party: self\n      role: control-room",
        "- party: null\n      role: control-room",
      ]),
    ).toBe("name the company under `party`; where there is none, write `none`");
  });
});

describe("alternatives that are all blank", () => {
  it.for([
    ["en", "same company as brand and maker or declaration as white label"],
    ["he", "אותה חברה כמותג וכיצרן או הצהרה על מותג לבן"],
    ["ar", "الشركة نفسها علامةً وصانعًا أو الإعلان عن علامة بيضاء"],
  ] as const)("are asked for as alternatives in %s", ([language, labels]) => {
    const given = edited(
      ...ordering,
      ["brand: Axis", "brand: null"],
      ["white_label: false", "white_label: null"],
    );
    const { findings } = reportOn([fileOf(MARKET, given)], { language });
    const found = findings.find(({ rule }) => rule === "VEN-04");
    expect(found?.message).toContain(labels);
    if (language === "en")
      expect(found?.help).toBe(
        "state declaration as white label (`supply_chain.devices[].white_label`) or fill in what is blank in `supply_chain.devices[].brand` (same company as brand and maker)",
      );
  });
});

describe("a company nobody has assessed", () => {
  it.for([
    ["en", "trust score: not assessed; required: at least 18"],
    ["he", "ציון אמון: לא נערכה הערכה; נדרש: לפחות 18"],
    ["ar", "درجة الثقة: لم يُجرَ تقييم؛ المطلوب: 18 على الأقل"],
  ] as const)("is said to be that in %s", ([language, words]) => {
    const given = edited(...ordering, [
      '"vendor:bezeq", name_as_written: Bezeq',
      '"vendor:huawei-holding", name_as_written: Huawei Holding',
    ]);
    const { findings } = reportOn([fileOf(MARKET, given)], { language });
    const found = findings.find(({ rule, message }) => rule === "VEN-07" && message.includes(words));
    expect([found?.outcome, found?.missing]).toEqual(["fail", []]);
  });
});

describe("a vulnerability of which it is open whether the firmware has it", () => {
  const CAMERA = "/supply_chain/devices/0";

  it.for(LANGUAGES)("is answered by what the rule says, since nobody can state it: %s", (language) => {
    const { findings } = reportOn([fileOf(GOLDEN, textOf(GOLDEN))], { language });
    const open = findings.find(({ missing }) => missing.includes("device.exploited_since"));
    const rule = shippedBundle()
      .bundle.policyDocuments.flatMap(({ value }) => value.rules)
      .find(({ id }) => id === "CYB-04");
    expect([open?.subject, open?.help]).toEqual([CAMERA, rule?.help?.[language]]);
  });
});

describe("an arrangement without an end", () => {
  it.for([
    ["en", "no end set", "arrangement with Xiamen: active, no end set"],
    ["he", "לא נקבע סוף", "הסדר עם Xiamen: בתוקף, לא נקבע סוף"],
    ["ar", "دون نهاية محددة", "ترتيب مع Xiamen: سارٍ، دون نهاية محددة"],
  ] as const)("has no last day in %s", ([language, words, step]) => {
    const { bundle } = loadBundle([...sourcesUnder("policies"), ...sourcesUnder("examples/sde-tavor")], {
      gate: false,
    });
    const { findings } = reportOn([fileOf(GOLDEN, textOf(GOLDEN))], { bundle, language });
    const found = findings.find(({ rule, path }) => rule === "FOR-03" && path.length > 0);
    expect([found?.message.includes(words), found?.path.at(-1)]).toEqual([true, step]);
    expect(found?.message).not.toContain("9999");
  });
});

describe("a finding about where a file stands", () => {
  it("is said in the language of each report, and is the same finding in all", () => {
    const { reports } = propose(BASE, { "elsewhere/market.yaml": EXAMPLE });
    const found = LANGUAGES.map((language) => findingAt(reports[language], "manifest-misplaced", ""));
    expect(found.map(({ title, message }) => [title, message])).toEqual([
      ["The file is outside the limits", "`elsewhere/market.yaml` is a manifest outside the watched paths"],
      ["הקובץ חורג מן המגבלות", "`elsewhere/market.yaml`: מניפסט מחוץ לנתיבים הנבדקים"],
      ["الملف خارج الحدود", "`elsewhere/market.yaml`: بيان خارج المسارات المراقَبة"],
    ]);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(1);
  });
});

describe("a rule that does not bind at the stage of a system", () => {
  it.for([
    [
      "before its stages",
      edited(...ordering, ["signage: true", "signage: false"]),
      { reason: "stage", from: "deployment" },
    ],
    [
      "after its stages",
      edited(["is_gift_or_discount: false", "is_gift_or_discount: true"]),
      { reason: "stage_over", from: "procurement" },
    ],
  ] as const)("says where it binds or bound: %s", ([, text, upcoming]) => {
    const { findings } = reportOn([fileOf(MARKET, text)]);
    expect(findings.map((finding) => finding.upcoming)).toContainEqual(upcoming);
  });
});

describe("a list that is blank", () => {
  const BINS = "examples/emek-dolev/manifests/il-9903-bins-fill.yaml";

  it("of links is named where it leaves the tier open, and what is filled in is not", () => {
    const text = textOf(BINS)
      .replace("connections: [cellular]", "connections: [private_network]")
      .replace("interfaces: []", "interfaces:");
    const open = reportOn([fileOf(BINS, text)]).findings.filter(({ missing }) =>
      missing.some((fact) => fact.endsWith(".tier")),
    );
    expect(open.map(({ rule }) => rule)).toContain("INV-07");
    for (const { help } of open) {
      expect(help).toContain("`system.interfaces` (link to a municipal or control network)");
      expect(help).toMatch(/; where there are none, write `\[\]` under `system\.interfaces`$/);
      expect(help).not.toContain("system.connections");
    }
  });

  it.for([
    ["preinstalled_apps: none", "preinstalled_apps"],
    ["international_links: []", "supply_chain.international_links"],
  ] as const)("of companies is asked for by its name: %s", ([line, list]) => {
    const { findings } = reportOn([fileOf(MARKET, edited(...ordering, [line, `${line.split(":")[0]}:`]))]);
    const asked = findings.filter(({ rule, missing }) => rule === "VEN-01" && missing.length > 0);
    expect(asked.map(({ help }) => help)).toEqual([`write \`none\` under \`${list}\`, or list them`]);
  });

  it.for([
    ["foreign_finance: []", "supply_chain.foreign_finance"],
    ["incidents: []", "operation.incidents"],
  ] as const)("may be empty: %s", ([line, list]) => {
    const { findings } = reportOn([fileOf(MARKET, edited([line, `${line.split(":")[0]}: null`]))]);
    const asked = findings.filter(({ help }) => help?.includes(`write \`[]\` under \`${list}\``));
    expect(asked.length).toBeGreaterThan(0);
  });
});

describe("what the rule says to do", () => {
  const helpOf = (rule: string, clause: string | null, ...edits: readonly (readonly [string, string])[]) =>
    reportOn([fileOf(MARKET, edited(...edits))]).findings.find(
      (finding) => finding.rule === rule && finding.clause === clause,
    )?.help;

  it("is of the clause that was broken", () => {
    expect(helpOf("RET-04", "b", ["done_on: 2026-11-01", "done_on: 2026-01-10"])).toBe(
      "test that data is deleted, and write the day of the latest test under `deletion_test.done_on`",
    );
  });

  it("is to settle it where an id is written and something speaks against it", () => {
    expect(
      helpOf("VEN-01", null, ...ordering, [
        "manufacturer_as_written: Axis Communications",
        "manufacturer_as_written: Hikvision",
      ]),
    ).toMatch(
      /^what is written about the company speaks of more than one: correct whichever is wrong, `manufacturer`/,
    );
  });
});
