import { describe, expect, it } from "vitest";
import { calendarFile } from "../../src/web/calendar-file.ts";
import { html, markupOf, trusted } from "../../src/web/html.ts";
import { generatedMarkdown, generatedText, proseMarkdown } from "../../src/web/markdown.ts";
import { sayingIn } from "../../src/web/say.ts";

describe("the template of pages", () => {
  it.for([
    ["markup", "<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
    ["the end of an attribute", `" onload='x'`, "&quot; onload=&#39;x&#39;"],
    ["an entity", "&lt;", "&amp;lt;"],
    ["controls and lone surrogates", "a\0b\u0085c\uD800d", "a\uFFFDb\uFFFDc\uFFFDd"],
  ] as const)("writes %s out as text", ([, text, expected]) => {
    expect(markupOf(html`<p title="${text}">${text}</p>`)).toBe(`<p title="${expected}">${expected}</p>`);
  });

  it("keeps pieces, joins lists, and leaves out what is not there", () => {
    const items = ["a", "<b>"].map((text) => html`<li>${text}</li>`);
    expect(markupOf(html`${items}${null}${undefined}${false}${0}${trusted("<hr>")}`)).toBe(
      "<li>a</li><li>&lt;b&gt;</li>0<hr>",
    );
  });
});

describe("Markdown on pages", () => {
  it.for([
    ["HTML of people", "a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>\n"],
    ["a link that runs", "[a](javascript:alert(1))", "<p>[a](javascript:alert(1))</p>\n"],
    [
      "the marks of generated pages",
      '<span dir="ltr">a</span>',
      "<p>&lt;span dir=&quot;ltr&quot;&gt;a&lt;/span&gt;</p>\n",
    ],
  ] as const)("shows %s in prose as text", ([, text, expected]) => {
    expect(markupOf(proseMarkdown(text))).toBe(expected);
  });

  it("reads the marks that generated pages set themselves, and no others", () => {
    const blocks = [
      '<a id="ret-01"></a>',
      "## Raw `video`",
      '<span dir="ltr">Some law</span> <span class="x">',
    ];
    expect(markupOf(generatedMarkdown(blocks))).toBe(
      '<h2 id="ret-01">Raw <code dir="ltr">video</code></h2>\n<p><bdi dir="ltr" lang="en">Some law</bdi> &lt;span class=&quot;x&quot;&gt;</p>\n',
    );
  });

  it("gives the plain text of a line", () => {
    expect(generatedText("[`RET-01`](/rules) a &amp; b \\*")).toBe("RET-01 a & b *");
  });
});

describe("words", () => {
  const messages = {
    en: { n: "{n, plural, one {# rule} other {# rules}}" },
    he: { n: "{n, plural, one {כלל אחד} two {# כללים} other {# כללים}}" },
    ar: { n: "{n, plural, two {قاعدتان} few {# قواعد} other {# قاعدة}} {date}" },
  } as const;

  it.for([
    ["en", 1, "1 rule"],
    ["en", 0, "0 rules"],
    ["he", 1, "כלל אחד"],
    ["ar", 2, "قاعدتان \u20662026-\u206011-\u206023\u2069"],
    ["ar", 1234, "1,234 قاعدة \u20662026-\u206011-\u206023\u2069"],
  ] as const)(
    "in %s say %s in the plural of the language, with Latin digits and dates in order",
    ([language, n, expected]) => {
      expect(sayingIn(messages, language)("n", { n, date: "2026-11-23" })).toBe(expected);
    },
  );
});

describe("a calendar", () => {
  it("has whole days that do not move with the time zone, and the same id for the same day", () => {
    const days = [{ day: "2026-12-31", kind: "rule", title: "a; b, <c>" }];
    const zone = process.env.TZ;
    const files = ["Pacific/Auckland", "America/Los_Angeles", "UTC"].map((name) => {
      process.env.TZ = name;
      return calendarFile("dates", days, { asOf: "2026-11-23" });
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(files[0]).toContain("DTSTART;VALUE=DATE:20261231\r\n");
    expect(files[0]).toContain("SUMMARY:a\\; b\\, <c>\r\n");
    expect(new Set(files).size).toBe(1);
  });
});
