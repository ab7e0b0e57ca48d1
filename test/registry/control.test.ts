import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepsIn } from "../steps-in.ts";
import { graphOf, publishedRegistry } from "./registry-files.ts";

const today = "2026-11-23";
const control = (ids: string, edges: readonly string[], of: string, holder: string, asOf = today) =>
  graphOf(ids, edges)
    .holders(`vendor:${of}`, asOf)
    .find(({ entity }) => entity === `vendor:${holder}`)?.control;
const exactly = (value: number) => ({ min: value, max: value });

describe("the highest threshold at which a holder controls", () => {
  it.for([
    ["itself at 100", "a", [], "a", "a", exactly(100)],
    ["by its share", "ab", ["a owns b 60"], "b", "a", exactly(60)],
    ["along a chain by the smallest link", "abc", ["a owns b 60", "b owns c 70"], "c", "a", exactly(60)],
    [
      "not by the product of shares: a majority owner brings the whole stake",
      "abc",
      ["a owns b 60", "b owns c 60"],
      "c",
      "a",
      exactly(60),
    ],
    [
      "by parallel holdings added up",
      "abc",
      ["a owns b 100", "a owns c 30", "b owns c 25"],
      "c",
      "a",
      exactly(55),
    ],
    [
      "by several controlled companies together",
      "abcd",
      ["a owns b 80", "a owns c 70", "b owns d 30", "c owns d 30"],
      "d",
      "a",
      exactly(60),
    ],
    [
      "not through a company it holds too little of, beyond that little",
      "abc",
      ["a owns b 20", "b owns c 90"],
      "c",
      "a",
      exactly(20),
    ],
    [
      "at 100 where it has rights, whatever the share",
      "ab",
      ["a parent_of b 36..42"],
      "b",
      "a",
      exactly(100),
    ],
    ["at 100 where it controls without a share", "ab", ["a controls b"], "b", "a", exactly(100)],
    ["as a range where the share is one", "ab", ["a owns b 40..60"], "b", "a", { min: 40, max: 60 }],
    ["anywhere from 0 to 100 where no share is recorded", "ab", ["a owns b"], "b", "a", { min: 0, max: 100 }],
    ["never by an investment", "ab", ["a invests_in b 30"], "b", "a", exactly(0)],
    [
      "never by sponsoring a fund that invests",
      "abc",
      ["b fund_sponsored_by a", "b invests_in c 30"],
      "c",
      "a",
      exactly(0),
    ],
    ["from the sale on, as the buyer", "ab", ["b divested_to a - 2022-11-01"], "b", "a", exactly(100)],
    [
      "from the merger on, as the company merged into",
      "ab",
      ["b merged_into a - 2022-11-01"],
      "b",
      "a",
      exactly(100),
    ],
  ] as const)("%s", ([, ids, edges, of, holder, expected]) => {
    expect(control(ids, edges, of, holder)).toEqual(expected);
  });

  it("reads two records of one holding as a range and never adds them", () => {
    expect(control("ab", ["a owns b 36", "a owns b 42"], "b", "a")).toEqual({ min: 36, max: 42 });
  });

  it("stops at a circle, which cannot lift itself", () => {
    const edges = ["a owns b 60", "b owns c 70", "c owns b 30", "c owns a 10"];
    const holders = graphOf("abc", edges).holders("vendor:c", today);
    expect(holders.map(({ entity, control }) => [entity, control.max])).toEqual([
      ["vendor:c", 100],
      ["vendor:b", 70],
      ["vendor:a", 60],
    ]);
  });

  it("counts each of two companies that own each other at its own share", () => {
    expect(control("ab", ["a owns b 40", "b owns a 40"], "a", "b")).toEqual(exactly(40));
  });

  it.for(["agent_of", "reseller_of", "importer_of", "component_of", "operates_for"])(
    "never follows %s",
    (kind) => {
      expect(graphOf("ab", [`a ${kind} b`]).holders("vendor:b", today)).toHaveLength(1);
      expect(graphOf("ab", [`a ${kind} b`]).holders("vendor:a", today)).toHaveLength(1);
    },
  );
});

describe("against the definition, on any graph", () => {
  const edgeOf = fc.record({
    from: fc.constantFrom(..."abcde"),
    to: fc.constantFrom(..."abcde"),
    rights: fc.boolean(),
    share: fc.integer({ min: 1, max: 60 }),
  });
  const graphs = fc.uniqueArray(edgeOf, { maxLength: 12, selector: ({ from, to }) => from + to });

  /** Whether `holder` controls `of` at a threshold, by growing the set of what it controls until nothing is added. */
  function controlsAt(
    threshold: number,
    edges: readonly { from: string; to: string; rights: boolean; share: number }[],
    holder: string,
    of: string,
  ) {
    const held = new Set([holder]);
    for (let size = 0; size < held.size; ) {
      size = held.size;
      for (const company of "abcde") {
        const links = edges.filter(({ from, to }) => to === company && from !== to && held.has(from));
        const sum = links.reduce((total, { rights, share }) => total + (rights ? 0 : share), 0);
        if (links.some(({ rights }) => rights) || (links.length > 0 && sum >= threshold)) held.add(company);
      }
    }
    return held.has(of);
  }

  it("holds at the value and not above it", () => {
    fc.assert(
      fc.property(graphs, (edges) => {
        const written = edges
          .filter(({ from, to }) => from !== to)
          .map(({ from, to, rights, share }) => `${from} ${rights ? "controls" : "owns"} ${to} ${share}`);
        for (const holder of graphOf("abcde", written).holders("vendor:e", today)) {
          const letter = holder.entity.slice(-1);
          const { min, max } = holder.control;
          expect(min).toBe(max);
          expect(controlsAt(max, edges, letter, "e")).toBe(true);
          if (max < 100) expect(controlsAt(max + 1, edges, letter, "e")).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe("dates of an edge", () => {
  it.for([
    ["2016-12", "-", "2016-11-30", false],
    ["2016-12", "-", "2016-12-01", true],
    ["2016", "-", "2015-12-31", false],
    ["2016", "-", "2016-01-01", true],
    ["-", "2022-11", "2022-11-30", true],
    ["-", "2022-11", "2022-12-01", false],
    ["-", "2022-11-08", "2022-11-07", true],
    ["-", "2022-11-08", "2022-11-08", false],
    ["-", "2022", "2022-12-31", true],
    ["-", "2022", "2023-01-01", false],
  ] as const)("from %s to %s on %s: %s", ([from, to, asOf, holds]) => {
    expect(control("ab", [`a owns b 100 ${from} ${to}`], "b", "a", asOf) !== undefined).toBe(holds);
  });

  it("says so where only the month is known and the date lies in it", () => {
    const path = (asOf: string) =>
      stepsIn(graphOf("ab", ["a owns b 100 2016-12"]).holders("vendor:b", asOf)[1]?.path);
    expect(path("2016-12-15")).toEqual([
      "A owns B (100 %; began in 2016-12, day not recorded, taken as begun)",
    ]);
    expect(path("2017-01-01")).toEqual(["A owns B (100 %)"]);
  });

  it.for([
    ["he", "A: בעל מניות של B (36% עד 42%; התחלה: 2016-12, היום לא נרשם, נחשב כמי שהתחיל)"],
    ["ar", "A: مالك حصة في B (من 36% إلى 42%؛ البداية: 2016-12، اليوم غير مسجّل، ويُعدّ قد بدأ)"],
  ] as const)("says the same in %s", ([language, step]) => {
    const [, holder] = graphOf("ab", ["a owns b 36..42 2016-12"]).holders("vendor:b", "2016-12-15");
    expect(stepsIn(holder?.path, language)).toEqual([step]);
  });

  it.for([
    ["parent_of", "A: חברת האם של B", "A: الشركة الأم لـ B"],
    ["invests_in", "A: משקיע ב־B", "A: مستثمر في B"],
  ] as const)("says %s without a verb that has to agree", ([kind, he, ar]) => {
    const [, holder] = graphOf("ab", [`a ${kind} b`]).holders("vendor:b", today);
    expect([stepsIn(holder?.path, "he"), stepsIn(holder?.path, "ar")]).toEqual([[he], [ar]]);
  });

  it("gives the first day the newest step on the way can have begun", () => {
    const holders = graphOf("abc", ["a owns b 100 2018", "b owns c 100 2016-12-31"]).holders(
      "vendor:c",
      today,
    );
    expect(holders.map(({ since }) => since)).toEqual([undefined, "2016-12-31", "2018-01-01"]);
  });
});

describe("the holders the article names", () => {
  const registry = publishedRegistry();
  const path = (of: string, holder: string, asOf = today) =>
    stepsIn(registry.holders(of, asOf).find(({ entity }) => entity === holder)?.path);

  it("puts CETC above Hikvision by parenthood, with the share as a range", () => {
    const cetc = registry.holders("vendor:hikvision", today).find(({ entity }) => entity === "vendor:cetc");
    expect(cetc).toMatchObject({
      control: exactly(100),
      percent: { min: 36, max: 42 },
      path: [{ en: "CETC parent_of Hikvision (36 to 42 %)" }],
      sources: ["dod-1260h-2021-06-03", "globes-1001482805"],
    });
  });

  it("leaves EZVIZ undecided at 50 % and names the edge", () => {
    expect(registry.holders("vendor:ezviz", today)[1]).toMatchObject({
      entity: "vendor:hikvision",
      control: { min: 40, max: 60 },
      path: [{ en: "Hikvision owns EZVIZ (40 to 60 %; low confidence)" }],
    });
  });

  it.for([
    ["2009-12-31", undefined],
    ["2012-06-01", ["Huawei controls Toga Networks (disputed)"]],
    ["2017-01-01", ["Huawei owns Toga Networks (100 %)"]],
  ] as const)("on %s has Huawei above Toga: %s", ([asOf, expected]) => {
    expect(path("vendor:toga", "vendor:huawei", asOf)).toEqual(expected);
  });

  it.for([
    ["2017-12-31", false],
    ["2020-01-01", true],
    ["2022-11-30", true],
    ["2022-12-01", false],
  ] as const)("on %s has Dahua above Lorex: %s", ([asOf, expected]) => {
    expect(path("vendor:lorex", "vendor:dahua", asOf) !== undefined).toBe(expected);
  });

  it("shows the sponsor of a fund above what it invested in, without control", () => {
    const holder = registry
      .holders("vendor:eyesight", today)
      .find(({ entity }) => entity === "vendor:kuang-chi");
    expect(holder).toMatchObject({
      control: exactly(0),
      path: [{ en: "GCI Fund invests_in eyeSight" }, { en: "GCI Fund fund_sponsored_by Kuang-Chi" }],
    });
  });

  it("answers the same question with the same value", () => {
    expect(registry.holders("vendor:toga", today)).toBe(registry.holders("vendor:toga", today));
  });
});
