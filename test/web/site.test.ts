import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/model/language.ts";
import { markupOf } from "../../src/web/html.ts";
import { policyPage } from "../../src/web/policies/policy-page.ts";
import { foldTerm } from "../../src/web/search/fold-term.ts";
import { openIndex } from "../../src/web/search/search-engine.ts";
import type { SiteContext } from "../../src/web/site-context.ts";
import { sitePagesIn } from "../../src/web/site-pages.ts";
import { exampleSite } from "../browser/example-site.ts";
import { builtPages, builtSite, byPath } from "./built-site.ts";
import { sensitiveSites } from "./sensitive-sites.ts";
import { idsOf, pageOfParts, skeletonOf } from "./skeleton.ts";

describe("the built site", () => {
  it("is the same bytes when it is made again", () => {
    const again = byPath(sitePagesIn("he", exampleSite()));
    expect([...again].filter(([path, text]) => builtSite().get(path) !== text)).toEqual([]);
  });

  it("has every page in each language", () => {
    const paths = LANGUAGES.map((language) =>
      builtPages()
        .filter(([path]) => path.startsWith(`${language}/`))
        .map(([path]) => path.slice(3)),
    );
    expect(paths[1]).toEqual(paths[0]);
    expect(paths[2]).toEqual(paths[0]);
  });

  it("has no file twice: what is the same in every language stands beside the languages", () => {
    const twice = [...builtSite()].filter(
      ([path, text]) => path.startsWith("en/") && builtSite().get(path.replace("en/", "he/")) === text,
    );
    expect(twice.map(([path]) => path)).toEqual([]);
    expect(builtSite().get("ar/data/index.html")).toContain('href="/data/registry.json"');
  });

  it("has a page for each rule and policy", () => {
    const { policies } = exampleSite().bundle.policies;
    const missing = policies
      .flatMap(({ document, rules }) => [
        `policies/${document.value.id}`,
        ...rules.map(({ id }) => `rules/${id}`),
      ])
      .filter((path) => !builtSite().has(`ar/${path}/index.html`));
    expect(missing).toEqual([]);
  });

  it("links only to pages, files and places that exist", () => {
    const ids = new Map(builtPages().map(([path, text]) => [path, new Set(idsOf(text).ids)]));
    const broken = new Set<string>();
    for (const [path, text] of builtPages()) {
      for (const [, href = ""] of text.matchAll(/ href="([^"]*)"/g)) {
        if (/^(?:https?|mailto):/.test(href) || href.startsWith("/assets/")) continue;
        const [target = "", anchor = ""] = href.split("#");
        const file = target === "" ? path : fileOf(target);
        if (!builtSite().has(file)) broken.add(`${path}: ${href}`);
        else if (anchor !== "" && !ids.get(file)?.has(decodeURIComponent(anchor)))
          broken.add(`${path}: ${href}`);
      }
    }
    expect([...broken]).toEqual([]);
  });

  it("has all that is read inside a landmark", () => {
    const frame =
      /<body>\n<a class="skip"[^>]*>[^<]*<\/a>\n<header>[\s\S]*<\/header>\n<main [\s\S]*<\/main>\n<footer [\s\S]*<\/footer>\n<\/body>/;
    const outside = builtPages().filter(([path, text]) => path !== "index.html" && !frame.test(text));
    expect(outside.map(([path]) => path)).toEqual([]);
  });

  it("has no inline script or style, and asks no other host for anything", () => {
    const breaches = builtPages().flatMap(([path, text]) =>
      [
        ...text.matchAll(/<script(?![^>]* src="\/assets\/)[^>]*>|<style| style="| on[a-z]+="|javascript:/g),
        ...text.matchAll(/ (?:src|srcset|poster|action)="(?!\/)[^"]*"|<link[^>]* href="(?!\/)[^"]*"/g),
      ].map(([found]) => `${path}: ${found}`),
    );
    expect(breaches).toEqual([]);
  });

  it("has the position of no security-sensitive place in any file", () => {
    const hidden = sensitiveSites(exampleSite().manifests).flatMap(({ lat, lon }) => [lat, lon]);
    expect(hidden.length).toBeGreaterThan(6);
    const forms = hidden.flatMap((degrees) => [String(degrees), degrees.toFixed(4)]);
    const found = [...builtSite()].flatMap(([path, text]) =>
      forms.filter((form) => text.includes(form)).map((form) => `${path}: ${form}`),
    );
    expect(found).toEqual([]);
  });

  it("compares every two versions of a policy, and says so where the build has no history to compare", () => {
    const site = exampleSite();
    const policy = site.bundle.policies.policies.find(({ document }) => document.value.id === "national-map");
    if (policy === undefined) throw new Error("there is no policy national-map");
    const page = (context: SiteContext) => markupOf(policyPage(policy, context, "en").body);
    expect(page(site)).toContain("1.0.0 → 2.0.0</bdi>: tighter");
    expect(page({ ...site, history: undefined })).toContain("built without the history of the repository");
  });

  it("is valid HTML on every page", async () => {
    const found: string[] = [];
    for (const [skeleton, path] of skeletons()) {
      found.push(...(await flawsIn(skeleton)).map((flaw) => `${path} ${flaw}`));
    }
    expect(found).toEqual([]);
  });

  it.for([
    ["a paragraph in a list", "<ul>", "<ul><p>x</p>", "element-permitted-content"],
    ["a field without a label", '<label class="unseen" for="site-search">', "<label>", "input-missing-label"],
    ["a level of headings left out", "<h1>", "<h3>x</h3><h1>", "heading-level"],
    ["a heading without words", "<h1>", "<h1></h1><h1>", "empty-heading"],
    ["a link without words", "<main", '<a href="#content"></a><main', "wcag/h30"],
    ["a button of no kind", '<button type="submit">', "<button>", "no-implicit-button-type"],
  ] as const)("would show %s, although pages are validated as skeletons", async ([, from, to, rule]) => {
    const page = builtSite().get("en/rules/index.html") ?? "";
    expect(page).toContain(from);
    const { outline, parts } = skeletonOf(page.replace(from, to));
    const flaws = await Promise.all([outline, pageOfParts(parts)].map(flawsIn));
    expect(flaws.flat().join("\n")).toContain(rule);
  });

  it("has no id twice, none that is missing, and no two landmarks of one name on any page", () => {
    const found = builtPages().flatMap(([path, text]) => {
      const { ids, named } = idsOf(text);
      const known = new Set(ids);
      return [
        ...twice(ids).map((id) => `${path}: the id ${id} stands twice`),
        ...named.filter((id) => !known.has(id)).map((id) => `${path}: there is no id ${id}`),
        ...twice(landmarksOf(text)).map((name) => `${path}: two landmarks are called ${name}`),
      ];
    });
    expect(found).toEqual([]);
  });
});

describe("the search", () => {
  const search = (language: string, query: string) =>
    openIndex(builtSite().get(`${language}/search/index.json`) ?? "")(query).map(({ id }) => id);

  it.for([
    ["he", "a word of the title", "וידאו גולמי"],
    ["he", "the same with a prefix attached", "שהווידאו"],
    ["he", "the same with another", "בווידאו"],
    ["ar", "a word of the title without the article", "فيديو خام"],
    ["ar", "the same with the article", "الفيديو الخام"],
    ["ar", "the same after a preposition", "بالفيديو"],
    ["en", "a word of the title", "raw videos"],
    ["en", "the id", "RET-01"],
    ["he", "the id", "ret-01"],
  ] as const)("in %s finds RET-01 by %s", ([language, , query]) => {
    expect(search(language, query).slice(0, 5)).toContain("rules/RET-01");
  });

  it.for([
    ["letters at the end of a word", "מצלמים", "מצלמימ"],
    ["vowel points", "שָׁלוֹם", "שלום"],
    ["a hamza on an alef", "أنظمة", "انظمة"],
    ["an alef maksura", "مستشفى", "مستشفي"],
    ["a tatweel and vowel signs", "كـامِيرا", "كاميرا"],
    ["capitals and accents", "CAFÉS", "cafe"],
  ] as const)("takes words that differ in %s for the same", ([, one, other]) => {
    const forms = foldTerm(other);
    expect(foldTerm(one).some((form) => forms.includes(form))).toBe(true);
  });

  it.for([
    ["two Hebrew words", "מצלמה", "מצפן"],
    ["two Arabic words", "كاميرا", "كتاب"],
    ["two English words", "retention", "biometric"],
  ] as const)("keeps %s apart", ([, one, other]) => {
    const forms = foldTerm(other);
    expect(foldTerm(one).some((form) => forms.includes(form))).toBe(false);
  });
});

const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:recommended"],
    // Two are not among those recommended. The others are about what skeletons have not: white space, text, names of
    // landmarks, and ids, which may stand twice where parts stand together.
    rules: {
      "heading-level": "error",
      "input-missing-label": "error",
      "no-trailing-whitespace": "off",
      "long-title": "off",
      "unique-landmark": "off",
      "no-dup-id": "off",
    },
  }),
);

async function flawsIn(skeleton: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(skeleton);
  return results
    .flatMap(({ messages }) => messages)
    .map(({ ruleId, message, offset }) => `${ruleId}: ${message} ${skeleton.slice(offset, offset + 120)}`);
}

/** What there is to validate in all pages, each outline and part once, with the first page that has it. */
function skeletons(): ReadonlyMap<string, string> {
  const seen = new Set<string>();
  const isNew = (piece: string) => !seen.has(piece) && seen.add(piece);
  const found = new Map<string, string>();
  for (const [path, text] of builtPages()) {
    const { outline, parts } = skeletonOf(text);
    if (isNew(outline)) found.set(outline, path);
    const further = parts.filter(isNew);
    if (further.length > 0) found.set(pageOfParts(further), path);
  }
  return found;
}

/** The navigation and the other landmarks of a page by what they are called, or by the id of it. */
function landmarksOf(text: string): readonly string[] {
  const tags = text.matchAll(/<(nav|aside|form|section)\b[^>]* aria-label(?:ledby)?="([^"]*)"/g);
  return [...tags].map(([, tag = "", name = ""]) => `${tag} ${name}`);
}

function twice(values: readonly string[]): readonly string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function fileOf(href: string): string {
  const path = decodeURIComponent(href.replace(/\?.*$/, "")).slice(1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
