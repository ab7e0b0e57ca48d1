import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { comparePages } from "../../src/site/compare-pages.ts";
import { GENERATED } from "../../src/site/page.ts";
import { ROOT } from "../load-repository.ts";
import { shippedPages } from "./site-pages.ts";

const FOLDER = join(ROOT, "docs/policies");
const pages = shippedPages();

describe("docs/policies", () => {
  it("is as `npm run docs` writes it", () => {
    const existing = readdirSync(FOLDER).map(
      (file) => [file, readFileSync(join(FOLDER, file), "utf8")] as const,
    );
    expect(comparePages(pages, new Map(existing))).toEqual([]);
  });

  it("links only to pages and headings that exist", () => {
    const anchors = new Map(pages.map(({ file, text }) => [file, anchorsOf(text)]));
    const known = (path: string) => {
      const target = join(FOLDER, path);
      if (!anchors.has(path) && existsSync(target))
        anchors.set(path, anchorsOf(readFileSync(target, "utf8")));
      return anchors.get(path);
    };
    const broken = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)].flatMap(([, path = "", anchor]) => {
        const found = known(path === "" ? file : path);
        if (found === undefined) return [`${file}: ${path}`];
        return anchor === undefined || found.has(anchor) ? [] : [`${file}: ${path}#${anchor}`];
      }),
    );
    expect(broken).toEqual([]);
  });

  it("sets no place on a page twice", () => {
    const twice = pages.flatMap(({ file, text }) => {
      const ids = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
      return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${file}: ${id}`);
    });
    expect(twice).toEqual([]);
  });
});

describe("comparing pages", () => {
  it.for([
    ["a page that is as generated", { "a.md": `${GENERATED} a` }, []],
    ["a page that is not there", {}, [{ file: "a.md", standing: "missing" }]],
    ["a page with other text", { "a.md": `${GENERATED} b` }, [{ file: "a.md", standing: "stale" }]],
    [
      "a generated page no policy has",
      { "a.md": `${GENERATED} a`, "b.md": `${GENERATED} b` },
      [{ file: "b.md", standing: "leftover" }],
    ],
    ["a page somebody wrote", { "a.md": `${GENERATED} a`, "notes.md": "# Notes" }, []],
  ] as const)("%s", ([, existing, expected]) => {
    const generated = [{ file: "a.md", text: `${GENERATED} a` }];
    expect(comparePages(generated, new Map(Object.entries(existing)))).toEqual(expected);
  });
});

/** Anchors a page sets itself, and those GitHub gives its headings. */
function anchorsOf(markdown: string): ReadonlySet<string> {
  const set = [...markdown.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id);
  const headings = [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, text = ""]) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9_ -]/g, "")
      .replaceAll(" ", "-"),
  );
  return new Set([...set, ...headings]);
}
