import { describe, expect, it } from "vitest";
import { evaluate } from "../src/engine/evaluate.ts";
import { loadBundle } from "../src/engine/load-bundle.ts";
import type { Finding, ReportDocument } from "../src/model/generated/report.ts";
import type { VocabularyFact } from "../src/model/generated/vocabulary.ts";
import { vocabulary } from "../src/model/generated/vocabulary-value.ts";
import { LANGUAGES, type Language, type Texts } from "../src/model/language.ts";
import { loadDocument } from "../src/parse/load-document.ts";
import type { PhraseKey } from "../src/rules/words/phrases.ts";
import { say } from "../src/rules/words/say.ts";
import { englishIn } from "./english-in.ts";
import { AS_OF, sourcesUnder } from "./load-repository.ts";

interface Text {
  readonly where: string;
  readonly text: string;
}

const { bundle } = loadBundle([...sourcesUnder("policies"), ...sourcesUnder("examples")], { gate: false });

const rules = bundle.policyDocuments.flatMap(({ value }) => value.rules);

/** `why` and `help` of every rule in one language, as the policies have them. */
function policyTexts(language: Language): readonly Text[] {
  return rules.flatMap(({ id, why, help }) =>
    Object.entries({ why, help }).flatMap(([key, texts]: [string, Texts | undefined]) => {
      const text = texts?.[language];
      return text === undefined ? [] : [{ where: `${id} ${key}`, text }];
    }),
  );
}

const submitted = sourcesUnder("examples")
  .filter(({ file }) => /\/manifests\/.*\.yaml$/.test(file))
  .map((source) => ({ source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) as never }));

const reports = new Map<Language, ReportDocument>();

/** What is said of the examples in one language; said once. */
function findingsIn(language: Language): readonly Finding[] {
  const report =
    reports.get(language) ?? evaluate(bundle, submitted, { asOf: AS_OF, language, judges: () => true });
  reports.set(language, report);
  return report.findings;
}

/** `message`, `why`, `help` and the notes of the dates of every finding the examples give, each text once. */
function findingTexts(language: Language): readonly Text[] {
  const texts = findingsIn(language).flatMap(({ rule, message, why, help, dates }) => [
    ...Object.entries({ message, why, help }).flatMap(([key, text]) =>
      text === null ? [] : [{ where: `${rule} ${key}`, text }],
    ),
    ...dates.map(({ note }) => ({ where: `${rule} dates`, text: note })),
  ]);
  return [...new Map(texts.map((text) => [text.text, text])).values()];
}

/** Everything a finding of the examples says, each text once; what the reader of YAML says is English everywhere. */
function allTexts(language: Language): readonly Text[] {
  const texts = findingsIn(language)
    .filter(({ rule }) => !/-(syntax|schema|limits)$/.test(rule))
    .flatMap(({ rule, title, message, why, help, path, alternatives, dates }) =>
      [title, message, why, help, ...path, ...alternatives, ...dates.map(({ note }) => note)].flatMap(
        (text) => (text === null ? [] : [{ where: rule, text }]),
      ),
    );
  return [...new Map(texts.map((text) => [text.text, text])).values()];
}

/** The text without what a person wrote: code spans, and a subject in front of the sentence. */
function ownWords(text: string): string {
  return text.replace(/^`[^`]*`: /, "").replace(/`[^`]*`/g, "`…`");
}

const DURATIONS = ["years", "months", "days", "hours", "minutes", "seconds"] as const;
const UNITS: Readonly<Record<string, readonly PhraseKey[]>> = {
  percent: ["percent"],
  NIS: ["NIS"],
  people: ["people"],
};
/** A number of each plural form of English, Hebrew and Arabic. */
const COUNTS = [0, 1, 2, 3, 11, 100];

/**
 * How a value of a fact is written: digits with the unit in any of its plural forms, and the forms that are a
 * word of their own, as one and two are in Hebrew and Arabic; `none` is a value too.
 */
function valuePattern({ type, unit }: VocabularyFact, language: Language): RegExp {
  const keys = type === "duration" ? DURATIONS : UNITS[unit ?? ""];
  const forms = keys?.flatMap((key) => COUNTS.map((n) => say(language, key, { n, text: "#" })));
  const written = [...new Set(forms ?? [unit === undefined ? "#" : `# ${unit}`])];
  const patterns = written.map((form) => form.replace("#", "\\d[\\d,.]*"));
  return new RegExp(`${patterns.join("|")}|: ${say(language, "none")}(?=[;؛,،])`, "g");
}

/** How many values of a fact a text says. */
function valuesIn(text: string, fact: VocabularyFact, language: Language): number {
  const none = fact.value_labels?.none?.[language];
  const called = none !== undefined && text.includes(`: ${none}`) ? 1 : 0;
  return called + (ownWords(text).match(valuePattern(fact, language)) ?? []).length;
}

/** First words that keep their capital: names of things and abbreviations. */
const PROPER = /^(?:[A-Z]{2}|MAC\b|FCC\b)/;

function faults(text: string, language: Language): readonly string[] {
  const words = ownWords(text);
  const found = [
    [/[.。]$/.test(words), "ends with a stop"],
    [/[?؟]/.test(words), "asks a question"],
    [/\b(?:invalid|please)\b/i.test(words), "says invalid or please"],
    [/[\n\r\t]| {2}|^\s|\s$/.test(text), "has stray space"],
    [(text.match(/`/g) ?? []).length % 2 === 1, "leaves a code span open"],
    [language === "en" && /^[A-Z]/.test(words) && !PROPER.test(words), "starts with a capital"],
  ] as const;
  return found.flatMap(([wrong, what]) => (wrong ? [what] : []));
}

function wrong(texts: readonly Text[], language: Language): readonly string[] {
  return texts.flatMap(({ where, text }) =>
    faults(text, language).map((fault) => `${where} ${fault}: ${text}`),
  );
}

describe.for(LANGUAGES)("words in %s", (language) => {
  it("of every why and help in a policy start small, end without a stop, and ask nothing", () => {
    const texts = policyTexts(language);
    expect(texts.length).toBeGreaterThan(rules.length);
    expect(wrong(texts, language)).toEqual([]);
  });

  it("of every finding the examples give start small, end without a stop, and ask nothing", () => {
    const texts = findingTexts(language);
    expect(texts.length).toBeGreaterThan(20);
    expect(wrong(texts, language)).toEqual([]);
  });

  it("say both numbers, each with its unit, where a value was compared with a limit", () => {
    const measured = findingsIn(language).flatMap(({ rule, fact: name, outcome, missing, message }) => {
      const fact: VocabularyFact | undefined = vocabulary.facts[name ?? ""];
      const isMeasured = fact !== undefined && ["duration", "number", "integer"].includes(fact.type);
      return isMeasured && outcome === "fail" && missing.length === 0 ? [{ rule, fact, message }] : [];
    });
    expect(new Set(measured.map(({ rule }) => rule)).size).toBeGreaterThan(10);
    expect(
      measured
        .filter(({ fact, message }) => valuesIn(message, fact, language) < 2)
        .map(({ message }) => message),
    ).toEqual([]);
  });
});

describe.for(["he", "ar"] as const)("words in %s", (language) => {
  it("leave no English in what a finding of the examples says, names and quoted text apart", () => {
    const texts = allTexts(language);
    const english = texts.flatMap(({ where, text }) => {
      const words = englishIn(text);
      return words.length === 0 ? [] : [`${where} says ${words.join(" ")}: ${text}`];
    });
    expect(texts.length).toBeGreaterThan(200);
    expect(english).toEqual([]);
  });
});

describe("the wording test itself", () => {
  const period: VocabularyFact | undefined = vocabulary.facts["retention.period"];
  if (period === undefined) throw new Error("the vocabulary has no retention period");
  it.for([
    ["en", "retention period: 45 days; the limit is 24 hours", 2],
    ["en", "retention period: 45; the limit is 24 hours", 1],
    ["he", "משך השמירה: יומיים; המגבלה היא יום אחד", 2],
    ["he", "משך השמירה: 45 ימים; המגבלה היא 30", 1],
    ["ar", "مدة الاحتفاظ: يومان؛ الحد هو 30 يومًا", 2],
    ["ar", "مدة الاحتفاظ: شهر واحد؛ الحد هو 3 أشهر", 2],
    ["ar", "مدة الاحتفاظ: لا شيء؛ الحد هو 100 يوم", 2],
  ] as const)("counts the values, in %s: %s", ([language, text, count]) => {
    expect(valuesIn(text, period, language)).toBe(count);
  });

  it.for([
    ["`x`: the registry does not know X; נותר פתוח: שיעור", ["the", "registry", "does", "not", "know"]],
    ["`DS-2CD2143 at site-1`: חסר", ["at"]],
    ["near: vendor:taldor", ["near"]],
    ["MAC prefix 3C:EF:8C רשומה", ["prefix"]],
    ["`preinstalled app`: חסר", ["preinstalled", "app"]],
  ] as const)("finds the English in %s", ([text, words]) => {
    expect(englishIn(text)).toEqual(words);
  });

  it.for([
    "HVI Security Solutions: סוכן של Hikvision",
    "חובת סיוע למודיעין: National Intelligence Law of the People's Republic of China art. 7",
    "`edge gateway, אתר: site-1`: לא נמסר: `video_raw`",
    "הציבו true ב-`auto_delete`; ראו il-9927-room-dispatch או examples/har-armon",
    "CVE-2021-36260, נרשמה ביום 2022-01-10",
  ])("finds none in %s", (text) => {
    expect(englishIn(text)).toEqual([]);
  });

  it.for([
    ["The longer footage is kept", "starts with a capital"],
    ["`x`: Retention is long", "starts with a capital"],
    ["keep it shorter.", "ends with a stop"],
    ["is this the maker?", "asks a question"],
    ["the value is invalid", "says invalid or please"],
    ["set `period", "leaves a code span open"],
  ] as const)("%s: %s", ([text, fault]) => {
    expect(faults(text, "en")).toContain(fault);
  });

  it.for([
    "`video_raw`: retention period: 45 days",
    "MAC prefixes name the maker",
    "write `Why?` under `notes.`",
  ])("has nothing against: %s", (text) => {
    expect(faults(text, "en")).toEqual([]);
  });
});
