import { describe, expect, it } from "vitest";
import { openImpactBase } from "../../src/change/impact/impact-base.ts";
import { reviewPolicies } from "../../src/change/review-policies.ts";
import type { Language } from "../../src/model/language.ts";
import type { PolicyReview } from "../../src/model/set-change.ts";
import { sayChangeIn } from "../../src/render/change-words.ts";
import { CHANGE_AR } from "../../src/render/change-words-ar.ts";
import { CHANGE_EN } from "../../src/render/change-words-en.ts";
import { CHANGE_HE } from "../../src/render/change-words-he.ts";
import { renderImpactMarkdown } from "../../src/render/impact-markdown.ts";
import { renderImpactText } from "../../src/render/impact-text.ts";
import { renderSetChangeMarkdown } from "../../src/render/set-change-markdown.ts";
import { renderSetChangeText } from "../../src/render/set-change-text.ts";
import { englishIn } from "../english-in.ts";
import { AS_OF } from "../load-repository.ts";
import { edited, SOURCES, SUBMITTED, soundBundle } from "./change-world.ts";

/** A bit of everything: a limit, a link between companies, a pack, a waiver that goes. */
const CHANGED = edited(
  "policies/data-retention/policy.yaml",
  {
    "ordinary: P30D": "ordinary: P14D",
    "version: 1.1.0\nstatus": "version: 1.2.0\nstatus",
    'en: "Data-retention limits"': 'en: "Limits"',
  },
  edited(
    "policies/trusted-vendors/registry/fictional.yaml",
    { "from: vendor:hikvision": "from: vendor:axis" },
    edited(
      "policies/plan.yaml",
      { "clean-network: binding": "clean-network: advisory" },
      SOURCES.filter(({ file }) => !file.includes("/waivers/")),
    ),
  ),
);

const base = openImpactBase(soundBundle(SOURCES), SUBMITTED);
const after = soundBundle(CHANGED);
const reviews = new Map<Language, PolicyReview>();
function reviewIn(language: Language): PolicyReview {
  const review = reviews.get(language) ?? reviewPolicies(base, after, { asOf: AS_OF, language });
  reviews.set(language, review);
  return review;
}

/** Lines of prose: a fragment of a manifest is one in any language, and so are names of files. */
function prose(text: string): readonly string[] {
  const fragments = /^ {4,}(#|[a-z_]+:|- [a-z_]+:).*$/;
  return text
    .replace(/^ *`{3,}yaml[\s\S]*?^ *`{3,}$/gm, "")
    .split("\n")
    .filter((line) => !fragments.test(line))
    .map((line) =>
      line
        .replace(/\S+\.yaml:\d+:?/g, "")
        .replace(/[\u2066-\u2069]/g, "")
        .replace(/\\/g, ""),
    );
}

describe("what is said of a change", () => {
  it.for(["he", "ar"] as const)("in %s holds no English", (language) => {
    const { change, impact, problems } = reviewIn(language);
    const said = [
      renderSetChangeText(change[language], language),
      renderImpactText(impact, language),
      renderSetChangeMarkdown(change[language], language),
      renderImpactMarkdown(impact, { language, said: language }),
      ...problems.flatMap(({ message, help }) => [message, help]),
    ];
    expect(problems.map(({ pointer }) => pointer)).toContain("/version");
    const found = said.flatMap(prose).flatMap((line) => englishIn(line).map((word) => `${word} in ${line}`));
    expect(found).toEqual([]);
  });

  it("in another language than its messages leaves these out and keeps the rest", () => {
    const { impact } = reviewIn("he");
    const whole = renderImpactMarkdown(impact, { language: "he", said: "he" });
    const folded = renderImpactMarkdown(impact, { language: "ar", said: "he" });
    expect(folded).not.toMatch(/[\u05d0-\u05ea]/);
    expect(folded.match(/^- `[A-Z]+-\d+/gm)).toEqual(whole.match(/^- `[A-Z]+-\d+/gm));
  });

  it.for([
    ["Hebrew", CHANGE_HE],
    ["Arabic", CHANGE_AR],
  ] as const)("stands in %s with the same places to fill in as in English", ([, words]) => {
    const names = Object.keys(CHANGE_EN) as (keyof typeof CHANGE_EN)[];
    const places = (entry: (typeof words)[(typeof names)[number]]) =>
      [...(typeof entry === "string" ? entry : entry.other).matchAll(/\{\w+\}|#/g)].map(String).toSorted();
    expect(Object.keys(words).toSorted()).toEqual(names.toSorted());
    for (const name of names) expect([name, places(words[name])]).toEqual([name, places(CHANGE_EN[name])]);
  });

  it.for([
    ["en", 1, "1 system"],
    ["en", 2, "2 systems"],
    ["he", 2, "מערכות: 2"],
    ["ar", 11, "الأنظمة: 11"],
  ] as const)("counts in %s: %i", ([language, n, words]) => {
    expect(sayChangeIn(language)("systemCount", { n })).toBe(words);
  });
});
