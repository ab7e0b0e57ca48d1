import fc from "fast-check";
import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { classifyPaths } from "../../src/engine/classify-path.ts";
import { loadDocument } from "../../src/parse/load-document.ts";

describe("a hidden folder", () => {
  it.for([
    ["manifests/**/*.yaml", "manifests/.later/a.yaml", "manifest"],
    ["manifests/**/*.yaml", ".manifests/a.yaml", "other"],
    ["**/*.yaml", "towns/.a/b.yaml", "manifest"],
    ["**/*.yaml", ".github/labels.yaml", "other"],
    [".github/manifests/*.yaml", ".github/manifests/a.yaml", "manifest"],
  ] as const)("by the glob `%s`, `%s` is: %s", ([glob, file, expected]) => {
    expect(classifyPaths([glob])(file)).toBe(expected);
  });
});

it("a glob names what picomatch says it names, though most paths are told apart by how they begin", () => {
  const part = fc.constantFrom(
    "manifests",
    "a",
    "b",
    "**",
    "*",
    "x-*",
    "{a,b}",
    "!a",
    ".",
    "..",
    ".a",
    "?",
    "+(a)",
    "",
  );
  const folder = fc.constantFrom("manifests", "a", "b", ".a", "x-y", "manifests.d");
  const path = (of: fc.Arbitrary<string>) =>
    fc.array(of, { minLength: 1, maxLength: 3 }).map((all) => all.join("/"));
  fc.assert(
    fc.property(path(part), path(folder), (start, folders) => {
      const [glob, file] = [`${start}/*.yaml`, `${folders}/a.yaml`];
      const named = picomatch.isMatch(file, glob) || picomatch.isMatch(file, glob, { dot: true });
      expect(classifyPaths([glob])(file) === "manifest").toBe(named);
    }),
    { numRuns: 1000 },
  );
});

describe("a glob of a configuration", () => {
  it.for([
    ["manifests/**/*.yaml", true],
    ["towns/*/manifests/*.{yaml,yml}", true],
    ["manifests/(a+)+b", false],
    ["manifests/+(a|aa)", false],
    ["manifests/[ab]*", false],
    ["manifests/{a,aa}+b", false],
    ["manifests/{a,b}{a,b}", false],
    ["manifests/*a*b", false],
    ["a/**/b/**/c", false],
    ["a".repeat(201), false],
  ] as const)("`%s` may be written: %s, since some take for ever to match", ([glob, isTaken]) => {
    const bytes = new TextEncoder().encode(JSON.stringify({ manifests: [glob] }));
    const source = { file: ".github/bylaw.yml", bytes, mode: "100644" } as const;
    expect(loadDocument(source, { gate: true, kind: "Configuration" }).ok).toBe(isTaken);
  });
});
