import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/model/language.ts";
import { manifestWords } from "../../src/render/summary.ts";
import { tally, tallyWords } from "../../src/render/tally.ts";
import { sayIn, type Word, type Words } from "../../src/render/words.ts";
import { AR } from "../../src/render/words-ar.ts";
import { EN } from "../../src/render/words-en.ts";
import { HE } from "../../src/render/words-he.ts";
import { makeFinding, makeReport } from "./make-report.ts";

const places = (entry: Words[Word]) =>
  [...(typeof entry === "string" ? entry : `${entry.other}#`).matchAll(/\{\w+\}|#/g)]
    .map(String)
    .toSorted()
    .join();

describe("the words of rendered reports", () => {
  it.for([
    ["Hebrew", HE],
    ["Arabic", AR],
  ] as const)("stand in %s with the same places to fill in as in English", ([, words]) => {
    const names = Object.keys(EN) as Word[];
    expect(Object.keys(words).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect([name, places(words[name])]).toEqual([name, places(EN[name])]);
  });

  it.for(LANGUAGES.flatMap((language) => [1, 2, 3, 11, 100].map((n) => [language, n] as const)))(
    "count in %s: %i",
    ([language, n]) => {
      const findings = Array.from({ length: n }, () => makeFinding());
      expect(tallyWords(tally(findings), sayIn(language))).toContain(String(n));
    },
  );

  it("name who may approve", () => {
    const counts = tally([makeFinding(), makeFinding(), makeFinding({ effect: "approve" })]);
    expect(tallyWords(counts, sayIn("en"), ["security"])).toBe(
      "2 findings block, 1 needs approval by security",
    );
    expect(tallyWords(counts, sayIn("he"), ["security"])).toBe(
      "ממצאים חוסמים: 2, דורשים אישור: 1 (מאת security)",
    );
    expect(tallyWords(counts, sayIn("ar"), ["security"])).toBe(
      "النتائج المانعة: 2، المحتاجة إلى موافقة: 1 (من security)",
    );
  });

  it.for([
    ["en", "3 manifests: 1 fails"],
    ["he", "מניפסטים: 3 (נכשלו: 1)"],
    ["ar", "ملفات البيان: 3 (الراسبة: 1)"],
  ] as const)("count manifests in %s", ([language, expected]) => {
    expect(manifestWords(makeReport([]), sayIn(language))).toBe(expected);
  });
});
