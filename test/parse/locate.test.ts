import { describe, expect, it } from "vitest";
import { isMap, isScalar, isSeq, type Node, parseDocument } from "yaml";
import { createLocator } from "../../src/parse/locator.ts";

/** A text in which `«` and `»` stand around the span expected. */
const SPANS: readonly (readonly [string, string, string])[] = [
  ["a value in a flow map", "r:\n  - { data: video_raw, period: «P90D» }\n", "/r/0/period"],
  ["a value before a comma", "r: [{ data: «video_raw», period: P90D }]\n", "/r/0/data"],
  ["a whole flow map", "r:\n  - «{ data: video_raw, period: P90D }» # why\n", "/r/0"],
  ["a flow list with a comma at its end", "r: «[a, b, ]»\nc: d\n", "/r"],
  ["a flow map that ends with a comment", "r: «{ a: b, # }\n  }»\nc: d\n", "/r"],
  ["a flow list over lines", "r: «[\n  [a],\n  {},\n ]»\n", "/r"],
  ["an empty flow map", "r: [a, «{}»]\n", "/r/1"],
  ["a pair without braces", "r: [«a: b», c]\n", "/r/0"],
  ["a text in double quotes", 'r: «"a \\" b"» # x\n', "/r"],
  ["a text in single quotes", "r: «'it''s'»\n", "/r"],
  ["a text over two lines", "r: «a\n  b»\nc: d\n", "/r"],
  ["a block text", "r: «|\n  a\n\n  b»\n\nc: d\n", "/r"],
  ["a folded text with a comment", "r: «>- # why\n  a»\n", "/r"],
  ["a block text in a list", 'l:\n  - "x" # |\n  - «|\n    a»\n', "/l/1"],
  ["a block map", "m:\n  «a: b\n  c: d»\n\nn: o\n", "/m"],
  ["a block list", "l:\n  «- a\n  - b»\nn: o\n", "/l"],
  ["a blank value: its key", "a:\n  «b»:\nc: d\n", "/a/b"],
  ["a blank value in a flow map: its key", "a: { «b»: , c: d }\n", "/a/b"],
  ["a null written out", "a: «null»\n", "/a"],
  ["a key with a slash and a tilde", "a/b~c: «d»\n", "/a~1b~0c"],
  ["the root", "«a: b\nc: d»\n", ""],
  ["what is not written: the nearest that is", "a:\n  «b: c»\n", "/a/x/y/0"],
  ["what is not written at the top: the root", "«a: b»\n", "/x"],
  ["what is no pointer: the root", "«a: b»\n", "a"],
];

const KEYS: readonly (readonly [string, string, string])[] = [
  ["of a block map", "a:\n  «b»: c\n", "/a/b"],
  ["of a flow map", "a: [{ b: c, «d»: e }]\n", "/a/0/d"],
  ["in quotes", 'a: { «"b"»: c }\n', "/a/b"],
  ["after a question mark", "? «a»\n: b\n", "/a"],
  ["of an item, which has none: the item", "a: [«b», c]\n", "/a/0"],
  ["of the root, which has none: the root", "«a: b»\n", ""],
];

describe("the span of", () => {
  it.for(SPANS)("%s", ([, marked, pointer]) => {
    const { text, start, end } = unmark(marked);
    expect(createLocator("f.yaml", text).value(pointer)).toEqual({ start, end });
  });
});

describe("the span of the key", () => {
  it.for(KEYS)("%s", ([, marked, pointer]) => {
    const { text, start, end } = unmark(marked);
    expect(createLocator("f.yaml", text).key(pointer)).toEqual({ start, end });
  });
});

it("lines and columns count from 1 in UTF-16 units, bytes from 0 in UTF-8", () => {
  const text = "a: שלום\nb: { c: 😀, d: P90D }\n";
  const locator = createLocator("f.yaml", text);
  expect(locator.span(locator.value("/b/d"))).toEqual({
    file: "f.yaml",
    line: 2,
    column: 16,
    end_line: 2,
    end_column: 20,
    start: 29,
    end: 33,
  });
});

it("the bytes of a span are the value, in a file longer than the counter's step", () => {
  const text = `${"# ארוך 😀\n".repeat(400)}a: { b: P90D }\n`;
  const locator = createLocator("f.yaml", text);
  const { start, end, line } = locator.span(locator.value("/a/b"));
  const bytes = new TextEncoder().encode(text).subarray(start, end);
  expect(new TextDecoder().decode(bytes)).toBe("P90D");
  expect(line).toBe(401);
});

it("agrees with an independent reader on every scalar of a long file", () => {
  const text = MIXED.repeat(20).replace(/^KEY/gm, () => `k${next++}`);
  const locator = createLocator("f.yaml", text);
  const scalars = scalarsOf(parseDocument(text).contents, "");
  expect(scalars.length).toBe(20 * 10);
  for (const [pointer, start, end] of scalars)
    expect([pointer, locator.value(pointer)]).toEqual([pointer, { start, end }]);
});

let next = 0;

const MIXED = `# a comment
KEY: { a: b, "c": [1, 2, { d: 'e' }], f: [g] }   # more
KEY:
  - h: "i, j"
    k: l m
  -
    - n
    - o: true
KEY: text # end

`;

function scalarsOf(node: unknown, pointer: string): readonly (readonly [string, number, number])[] {
  if (isMap<{ value: string }, Node>(node))
    return node.items.flatMap(({ key, value }) => scalarsOf(value, `${pointer}/${key.value}`));
  if (isSeq(node)) return node.items.flatMap((item, index) => scalarsOf(item, `${pointer}/${index}`));
  return isScalar(node) && node.range ? [[pointer, node.range[0], node.range[1]]] : [];
}

function unmark(marked: string): { text: string; start: number; end: number } {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  return { text: marked.replace(/[«»]/g, ""), start, end };
}
