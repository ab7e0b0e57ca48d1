import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/model/language.ts";
import { createSiteContext } from "../../src/web/create-site-context.ts";
import { guideLink } from "../../src/web/guides/guide-link.ts";
import { guideText } from "../../src/web/guides/guide-text.ts";
import { GUIDE_NAMES } from "../../src/web/guides/words.ts";
import { markupOf } from "../../src/web/html.ts";
import { exampleSite } from "../browser/example-site.ts";
import { ROOT } from "../load-repository.ts";
import { builtSite } from "./built-site.ts";

const FROM = "docs/guides/submit-a-manifest.md";

describe("the guides on the site", () => {
  it.for(LANGUAGES)("are all there in %s, each by a name in that language", (language) => {
    const guides = readdirSync(join(ROOT, "docs/guides")).map((file) => file.replace(/\.md$/, ""));
    const list = builtSite().get(`${language}/guides/index.html`);
    for (const guide of guides.filter((name) => name !== "README")) {
      expect(list).toContain(`href="/${language}/guides/${guide}/"`);
      expect(builtSite().has(`${language}/guides/${guide}/index.html`)).toBe(true);
    }
    const named = [...exampleSite().guides.keys()].map((file) => file.replace(/^.*\/|\.md$/g, "")).sort();
    expect(Object.keys(GUIDE_NAMES[language]).sort()).toEqual(named);
  });

  it.for(["he", "ar"] as const)("say in %s that they are English, and are marked so", (language) => {
    const page = builtSite().get(`${language}/guides/read-a-report/index.html`) ?? "";
    expect(page).toContain(`<div lang="en" dir="ltr"><p>For whoever got one`);
    expect(page).toMatch(/<p class="quiet-text">[^<A-Z]+<\/p>\n<div lang="en"/);
  });

  it.for([
    ["another guide", "read-a-report.md", "/he/guides/read-a-report/"],
    ["a part of one outside the folder", "../operating.md#metrics", "/he/guides/operating/#metrics"],
    ["the list of guides", "README.md", "/he/guides/"],
    ["the page of a policy", "../policies/privacy.md", "/he/policies/privacy/"],
    ["its prose", "../../policies/privacy/README.md", "/he/policies/privacy/"],
    ["the register of waivers", "../policies/waivers.md", "/he/waivers/"],
    ["the list of policies", "../policies/README.md", "/he/policies/"],
    ["a part of the same guide", "#5-mend-it", "#5-mend-it"],
    ["another site", "https://example.org/", "https://example.org/"],
    ["a file", "../../LICENSE", "https://github.com/example/bylaw/blob/HEAD/LICENSE"],
  ] as const)("lead to %s", ([, link, expected]) => {
    expect(guideLink(link, { from: FROM, context: exampleSite(), language: "he" })).toBe(expected);
  });

  it("keep the words of a link to a file where nobody said where the repository is", () => {
    const context = createSiteContext({ ...exampleSite(), repository: undefined });
    const addressOf = (link: string) => guideLink(link, { from: FROM, context, language: "en" });
    const { body } = guideText(
      "# Title\n\nSee [the *licence*](../../LICENSE), [a](read-a-report.md).",
      addressOf,
    );
    expect(markupOf(body)).toBe(
      '<p>See the <em>licence</em>, <a href="/en/guides/read-a-report/">a</a>.</p>\n',
    );
  });

  it("have headings with the ids GitHub gives them, files above their edits, and exit codes in words", () => {
    const text =
      "# Title\n\n## 1. A `b`: c\n\n## 1. A `b`: c\n\n```diff file=a.yaml\n-a\n```\n\nexit: 1\n\n<b>\n";
    const { title, body, contents } = guideText(text, (link) => link);
    expect({ title, ids: contents.map(({ id }) => id) }).toEqual({
      title: "Title",
      ids: ["1-a-b-c", "1-a-b-c-1"],
    });
    expect(markupOf(body)).toContain('<figcaption><code dir="ltr">a.yaml</code></figcaption>');
    expect(markupOf(body)).toContain("<p>The command ends with exit code 1.</p>\n<p>&lt;b&gt;</p>");
  });
});
