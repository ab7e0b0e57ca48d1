import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/model/language.ts";
import { parseDuration } from "../../src/model/time/parse-duration.ts";
import { type FactValue, NONE, UNKNOWN } from "../../src/model/value.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { compileRules } from "../../src/rules/compile-rules.ts";
import { describeRule } from "../../src/rules/describe-rule.ts";
import { indexVocabulary } from "../../src/rules/vocabulary.ts";
import { durationWords } from "../../src/rules/words/duration-words.ts";
import { numberWords } from "../../src/rules/words/number-words.ts";
import { PHRASES } from "../../src/rules/words/phrases.ts";
import { valueWords } from "../../src/rules/words/value-words.ts";
import { fakeRow } from "./fake-row.ts";
import { ruleFrom } from "./policy-from.ts";
import { vocabulary } from "./test-vocabulary.ts";

const AS_OF = "2026-11-23";

describe("a duration in words", () => {
  it.for([
    ["P1D", "1 day", "יום אחד", "يوم واحد"],
    ["P2D", "2 days", "יומיים", "يومان"],
    ["P3D", "3 days", "3 ימים", "3 أيام"],
    ["P11D", "11 days", "11 ימים", "11 يومًا"],
    ["P30D", "30 days", "30 ימים", "30 يومًا"],
    ["P100D", "100 days", "100 ימים", "100 يوم"],
    ["PT72H", "72 hours", "72 שעות", "72 ساعة"],
    ["PT4H", "4 hours", "4 שעות", "4 ساعات"],
    ["P1M", "1 month", "חודש אחד", "شهر واحد"],
    ["P24M", "24 months", "24 חודשים", "24 شهرًا"],
    ["P5Y", "5 years", "5 שנים", "5 سنوات"],
    ["P6M90D", "6 months and 90 days", "6 חודשים ועוד 90 ימים", "6 أشهر و90 يومًا"],
    [
      "P1DT1H30M1S",
      "1 day and 1 hour and 30 minutes and 1 second",
      "יום אחד ועוד שעה אחת ועוד 30 דקות ועוד שנייה אחת",
      "يوم واحد وساعة واحدة و30 دقيقة وثانية واحدة",
    ],
    ["PT0S", "0 seconds", "0 שניות", "0 ثانية"],
  ] as const)("%s", ([text, en, he, ar]) => {
    const duration = parseDuration(text) ?? { months: 0, seconds: 0 };
    expect([
      durationWords(duration, "en"),
      durationWords(duration, "he"),
      durationWords(duration, "ar"),
    ]).toEqual([en, he, ar]);
  });

  it("stays in hours where it is set against hours", () => {
    const day = { months: 0, seconds: 4 * 86_400 };
    expect([durationWords(day, "en"), durationWords(day, "en", parseDuration("PT72H"))]).toEqual([
      "4 days",
      "96 hours",
    ]);
  });
});

it.for([
  [140_000, "people", "140,000 people", "140,000 אנשים", "140,000 شخص"],
  [1, "people", "1 person", "אדם אחד", "شخص واحد"],
  [49.5, "percent", "49.5%", "49.5%", "49.5%"],
  [2500, "NIS", "NIS 2,500", "2,500 ש״ח", "2,500 شيكل"],
  [-1234567.5, undefined, "-1,234,567.5", "-1,234,567.5", "-1,234,567.5"],
  [3, "lux", "3 lux", "3 lux", "3 lux"],
] as const)("%d %s has its unit, its plural and Latin digits", ([value, unit, en, he, ar]) => {
  expect([
    numberWords(value, unit, "en"),
    numberWords(value, unit, "he"),
    numberWords(value, unit, "ar"),
  ]).toEqual([en, he, ar]);
});

it.for([
  ["2027-06-01", "2027-06-01", "2027-06-01", "2027-06-01"],
  ["9999-12-31", "no end set", "לא נקבע סוף", "دون نهاية محددة"],
] as const)("the day %s is said as %s", ([day, ...said]) => {
  const fact = indexVocabulary(vocabulary).facts.get("system.tested_on");
  expect(fact && LANGUAGES.map((language) => valueWords(day, fact, language))).toEqual(said);
});

it("every phrase is translated, with the same places to fill in", () => {
  const places = (text: string) =>
    [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name))]
      .sort()
      .filter((name) => name !== "n" && name !== "text");
  for (const [key, text] of Object.entries(PHRASES.en)) {
    for (const language of ["he", "ar"] as const) {
      const translated = PHRASES[language][key as keyof typeof PHRASES.en];
      expect([key, places(translated)]).toEqual([key, places(text)]);
      if (!/^[{}\s\w(),:%]*$/.test(text)) expect([key, translated]).not.toEqual([key, text]);
    }
  }
});

describe("a comparison that broke a rule", () => {
  it.for([
    ["system.people, at_most: 100", 140_000, "people in the data: 140,000 people; the limit is 100 people"],
    [
      "system.price, at_least: 50",
      { min: 36, max: 42 },
      "price: between 36% and 42%; required: at least 50%",
    ],
    ["system.price, at_least: 50", NONE, "price: none; required: at least 50%"],
    [
      "system.tested_on, in_last: P6M",
      "2026-01-01",
      "tested on: 2026-01-01; required: within 6 months up to today",
    ],
    [
      "system.tested_on, on_or_before: { fact: system.signed_on, minus: P30D }",
      "2026-01-01",
      "tested on: 2026-01-01; required: on or before 2025-12-02",
    ],
    ["system.personal, is: false", true, "personal data: held; required: not held"],
    ["system.kind, none_of: [camera, gate]", "gate", "kind: gate; required: none of camera, gate"],
    [
      "system.tags, contains_none: [a, b]",
      new Set(["a", "c"]),
      "tags: a, c; required: includes none of a, b",
    ],
    ["system.note, present: true", UNKNOWN, "note: not given; required: given"],
    ["system.note, stated: true", UNKNOWN, "note: not given; required: stated, be it `none`"],
    ["system.people, stated: true", UNKNOWN, "people in the data: not given; required: stated"],
    ["system.personal, stated: true", UNKNOWN, "personal data: not given; required: stated, yes or no"],
    ["system.personal, present: true", UNKNOWN, "personal data: not given; required: stated, yes or no"],
    ["system.note, is: none", "hello `there`", "note: `hello `there``; required: none"],
    ["system.country, one_of: [IL, DE]", "FR", "country of the data: FR; required: one of IL, DE"],
  ] as const)("%s", ([condition, value, words]) => {
    const name = condition.split(",")[0] ?? "";
    const facts = { "system.signed_on": "2026-01-01", [name]: value } as Record<string, FactValue>;
    const [part] = trace(`require: [{ fact: ${condition} }]`, facts).require;
    expect(part?.truth).toBe(false);
    expect(part?.leaves.map((leaf) => leaf.words("en"))).toEqual([words]);
  });

  it.for([
    ["he", "people in the data (he): 140,000 אנשים; המגבלה היא 100 אנשים"],
    ["ar", "people in the data (ar): 140,000 شخص؛ الحد هو 100 شخص"],
  ] as const)("in %s", ([language, words]) => {
    const [part] = trace("require: [{ fact: system.people, at_most: 100 }]", {
      "system.people": 140_000,
    }).require;
    expect(part?.leaves.map((leaf) => leaf.words(language))).toEqual([words]);
  });

  it.for([
    ["en", "kind: gate; required: not “gate”"],
    ["he", "kind (he): gate; נדרש: לא „gate”"],
    ["ar", "kind (ar): gate؛ المطلوب: أي قيمة غير «gate»"],
  ] as const)("sets a value that has a name off from the word beside it: %s", ([language, words]) => {
    const [part] = trace("require: [{ fact: system.kind, is_not: gate }]", { "system.kind": "gate" }).require;
    expect(part?.leaves.map((leaf) => leaf.words(language))).toEqual([words]);
  });

  it("is a member of the `any` it stands in, where one of them is enough", () => {
    const [part, other] = trace(
      `require:
  - any: [{ fact: system.people, at_most: 100 }, { fact: system.kind, is: lamp }]
  - { fact: system.price, at_least: 50 }`,
      { "system.people": 140_000, "system.kind": "gate", "system.price": 1 },
    ).require;
    const members = part?.leaves.map((leaf) => leaf.either?.member);
    expect([members, new Set(part?.leaves.map((leaf) => leaf.either?.id)).size]).toEqual([[0, 1], 1]);
    expect(other?.leaves.map((leaf) => leaf.either)).toEqual([undefined]);
  });

  it("in a condition that only asks, is judged and not required", () => {
    const { when } = trace(
      "when: [{ fact: system.personal, is: true }]\nrequire: [{ fact: system.people, is: 1 }]",
      {
        "system.personal": true,
      },
    );
    expect(when[0]?.leaves.map((leaf) => leaf.words("en"))).toEqual(["personal data: held"]);
  });
});

function trace(lines: string, facts: Readonly<Record<string, FactValue>>) {
  const { policies } = checkPolicies([ruleFrom(lines)], vocabulary);
  const clause = compileRules(policies, { asOf: AS_OF }).rules[0]?.clauses[0];
  if (clause === undefined) throw new Error("the rule was refused");
  return clause.trace(fakeRow({ facts }));
}

const FORM = `subject: retention
effect: { T1: note, T2: warn, T3: block, T4: block }
effective: 2026-07-01
when: [{ fact: retention.data, is: video }, { fact: system.big, is: true }]
unless: [{ fact: system.kind, is: lamp }]
require:
  - { fact: retention.period, at_most: { parameter: video_max } }
  - any: [{ fact: retention.period, at_most: PT72H }, { fact: retention.case, present: true }]
due: { fact: system.signed_on, plus: P60D }
transition: { deployed_before: 2026-07-01, until: 2027-07-01, lost_when: [supplier, purpose] }
basis: [{ source: edpb, provision: para. 121 }]`;

const REST = `sources:
  edpb: { title: Guidelines, kind: foreign, verified: false }
definitions:
  system.big:
    title: { en: Large system, he: מערכת גדולה, ar: نظام كبير }
    means: [{ fact: system.people, more_than: { parameter: many } }]
parameters:
  many:
    type: integer
    unit: people
    title: { en: Many people }
    values: [{ from: 2026-07-01, value: 1000, basis: { source: proposal } }]
  video_max:
    type: duration
    title: { en: Longest time }
    by: retention.sites
    values:
      - { from: 2026-07-01, value: { sensitive: P14D, other: P30D }, basis: { source: proposal } }
      - { from: 2027-04-01, value: { sensitive: P14D, other: P21D }, basis: { source: edpb } }`;

describe("a whole rule in words", () => {
  const { policies, problems } = checkPolicies([ruleFrom(FORM, REST)], vocabulary);
  const rule = (language: "en" | "he" | "ar") => describeRule(policies, "TST-01", language, AS_OF);

  it("is complete", () => {
    expect(problems).toEqual([]);
    expect(rule("en")).toMatchInlineSnapshot(`
      {
        "alternatives": false,
        "basis": [
          {
            "provision": "para. 121",
            "source": "edpb",
            "title": "Guidelines",
            "verified": false,
          },
          {
            "provision": null,
            "source": "proposal",
            "title": "this policy's own choice",
            "verified": true,
          },
        ],
        "clauses": [
          {
            "appliesWhere": [
              "kind of data: video",
              "“Large system”: yes",
            ],
            "due": "by signed on plus 60 days",
            "effective": "2026-07-01",
            "effects": {
              "T1": "note",
              "T2": "warn",
              "T3": "block",
              "T4": "block",
            },
            "expectsRows": false,
            "help": undefined,
            "id": null,
            "requires": [
              "retention period: at most 14 days (sensitive sites), 30 days (otherwise)",
              "either retention period: at most 72 hours; or case reference: given",
            ],
            "stages": [
              "definition",
              "procurement",
              "deployment",
              "operation",
              "decommissioning",
            ],
            "subject": "retention line",
            "unless": [
              [
                "kind: lamp",
              ],
            ],
            "until": undefined,
          },
        ],
        "definitions": [
          {
            "means": [
              "people in the data: more than 1,000 people",
            ],
            "name": "system.big",
            "policy": "test-policy",
            "title": "Large system",
          },
        ],
        "help": undefined,
        "id": "TST-01",
        "keptBy": undefined,
        "owner": "reviewers",
        "parameters": [
          {
            "history": [
              {
                "basis": {
                  "provision": null,
                  "source": "proposal",
                  "title": "this policy's own choice",
                  "verified": true,
                },
                "from": "2026-07-01",
                "state": "in-force",
                "value": "14 days (sensitive sites), 30 days (otherwise)",
              },
              {
                "basis": {
                  "provision": null,
                  "source": "edpb",
                  "title": "Guidelines",
                  "verified": false,
                },
                "from": "2027-04-01",
                "state": "coming",
                "value": "14 days (sensitive sites), 21 days (otherwise)",
              },
            ],
            "name": "video_max",
            "policy": "test-policy",
            "title": "Longest time",
            "value": "14 days (sensitive sites), 30 days (otherwise)",
          },
          {
            "history": [
              {
                "basis": {
                  "provision": null,
                  "source": "proposal",
                  "title": "this policy's own choice",
                  "verified": true,
                },
                "from": "2026-07-01",
                "state": "in-force",
                "value": "1,000 people",
              },
            ],
            "name": "many",
            "policy": "test-policy",
            "title": "Many people",
            "value": "1,000 people",
          },
        ],
        "policy": "test-policy",
        "readsCountry": false,
        "severity": "high",
        "status": "active",
        "title": "Test rule",
        "transition": "systems deployed before 2026-07-01 have until 2027-07-01, unless one of these changes: \`supplier\`, \`purpose\`",
        "version": "1.0.0",
        "waivable": true,
        "why": "Because",
      }
    `);
  });

  it.for([
    [
      "he",
      [
        "retention period (he): לכל היותר 14 ימים (אתרים רגישים), 30 ימים (בכל מקרה אחר)",
        "אחת מאלה: retention period (he): לכל היותר 72 שעות; או case reference (he): יש ערך",
      ],
    ],
    [
      "ar",
      [
        "retention period (ar): 14 يومًا (مواقع حساسة)، 30 يومًا (في غير ذلك) على الأكثر",
        "واحد مما يلي: retention period (ar): 72 ساعة على الأكثر؛ أو case reference (ar): القيمة مذكورة",
      ],
    ],
  ] as const)("reads in %s", ([language, requires]) => {
    expect(rule(language)?.clauses[0]?.requires).toEqual(requires);
  });

  it("is not there for an id no policy has", () => {
    expect(describeRule(policies, "TST-99", "en", AS_OF)).toBeUndefined();
  });

  it("says that before the first date no value is in force", () => {
    const early = describeRule(policies, "TST-01", "en", "2026-01-01");
    expect(early?.clauses[0]?.requires[0]).toBe("retention period: no value in force");
    expect(early?.parameters.map(({ value, history }) => [value, history[0]?.state])).toEqual([
      [undefined, "coming"],
      [undefined, "coming"],
    ]);
  });

  it("takes this policy's own choice as verified, and a source only once someone has checked it", () => {
    const bases = (language: "en" | "he") =>
      rule(language)?.basis.map(({ title, verified }) => [title, verified]);
    expect(bases("en")).toEqual([
      ["Guidelines", false],
      ["this policy's own choice", true],
    ]);
    expect(bases("he")?.[1]).toEqual(["בחירה של מדיניות זו עצמה", true]);
  });
});
