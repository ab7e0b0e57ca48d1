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
import { builtPages, builtSite, byPath, pageTypes } from "./built-site.ts";
import { sensitiveSites } from "./sensitive-sites.ts";

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
    const ids = new Map(builtPages().map(([path, text]) => [path, idsIn(text)]));
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

  it.for(LANGUAGES)("is valid HTML on every type of page in %s", async (language) => {
    const validator = new HtmlValidate(
      new StaticConfigLoader({
        extends: ["html-validate:recommended"],
        rules: { "no-trailing-whitespace": "off", "long-title": "off" },
      }),
    );
    const found: string[] = [];
    for (const type of pageTypes()) {
      const path = `${language}/${type}index.html`;
      const { results } = await validator.validateString(builtSite().get(path) ?? "", path);
      for (const { line, ruleId, message } of results.flatMap(({ messages }) => messages))
        found.push(`${path}:${line} ${ruleId}: ${message}`);
    }
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

function idsIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id = ""]) => id));
}

function fileOf(href: string): string {
  const path = decodeURIComponent(href.replace(/\?.*$/, "")).slice(1);
  return path === "" || path.endsWith("/") ? `${path}index.html` : path;
}
