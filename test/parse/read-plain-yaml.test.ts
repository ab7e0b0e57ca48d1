import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBadCharacters } from "../../src/parse/characters.ts";
import { readPlainYaml } from "../../src/parse/read-plain-yaml.ts";
import { readYaml } from "../../src/parse/read-yaml.ts";

const MODELS = [
  "a: 1\nb:\n  - c: d\n    e: [f, g]\n  - {h: i, j: 'k'}\nl: \"m\" # n\n",
  "a:\n- b\n- c\nd: e f\n  g\n",
  'k: [a, {b: c}, "d\\"e"]\nl:\n  m:\n    n: 2026-01-02\n    o: 1.5\n    p:\n      [q,\n       r]\n',
];
const PIECES = [
  ..." \n:-#\"'[]{},&*!|>%?@`~\\_=+.a1é",
  ...[
    "\n  ",
    ": ",
    "- ",
    " #",
    "null",
    "true",
    "-1",
    "0x1f",
    "1e3",
    ".inf",
    "2026-13-01",
    "...",
    "---",
    "<<",
    "''",
  ],
];

describe("the plain reader", () => {
  it.for([
    [
      "a map of texts, numbers, flags and blanks",
      "a: b\nc: -1\nd: 1.5\ne: true\nf:\ng: null\n",
      { a: "b", c: -1, d: 1.5, e: true, f: null, g: null },
    ],
    ["a list at the column of its key", "a:\n- b\n- c: d\n  e: f\n", { a: ["b", { c: "d", e: "f" }] }],
    ["flow lists over several lines", "a:\n  [b,\n   c]\n", { a: ["b", "c"] }],
    ["a text that goes on in the next line", "a: b\n  c\nd: e\n", { a: "b c", d: "e" }],
    ["comments and blank lines", "# x\na: b # c\n\n  # d\ne: f#g\n", { a: "b", e: "f#g" }],
    ["dates as text", "a: 2026-02-28\n", { a: "2026-02-28" }],
  ] as const)("reads %s", ([, text, value]) => {
    expect(readPlainYaml(text)).toEqual(value);
  });

  it.for([
    ["an anchor", "a: &b c\n"],
    ["a block text", "a: |\n  b\n"],
    ["a doubled key", "a: b\na: c\n"],
    ["a key of every object", "__proto__: a\n"],
    ["a date in no calendar", 'a: "2026-02-30"\n'],
    ["a number that is read differently elsewhere", "a: 012\n"],
    ["a second document", "a: b\n---\nc: d\n"],
    ["a map inside a text", "a: b: c\n"],
    ["a tab", "a:\tb\n"],
    ["a list as the whole", "- a\n"],
  ] as const)("leaves %s to the whole reader", ([, text]) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });

  it("reads every policy, registry file and example", () => {
    const files = ["policies", "examples"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
    );
    const texts = files.filter((file) => file.endsWith(".yaml")).map((file) => readFileSync(file, "utf8"));
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(readYaml(text)).toMatchObject({ ok: true, value: readPlainYaml(text) });
  });

  it("never differs from the whole reader where it reads a text at all", () => {
    const edits = fc.array(
      fc.record({ at: fc.nat(200), cut: fc.nat(3), piece: fc.constantFrom(...PIECES) }),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...MODELS), edits, (model, list) => {
        const text = list.reduce(
          (from, { at, cut, piece }) => from.slice(0, at) + piece + from.slice(at + cut),
          model,
        );
        fc.pre(findBadCharacters(text).length === 0);
        const value = readPlainYaml(text);
        if (value !== undefined) expect(readYaml(text)).toMatchObject({ ok: true, value });
      }),
      { numRuns: 2000 },
    );
  });
});
