import { describe, expect, it } from "vitest";
import { blocksText } from "../../src/change/witness/blocks-text.ts";
import { fenceOf } from "../../src/change/witness/fence-of.ts";
import { overlayOf } from "../../src/change/witness/overlay.ts";
import { shrink } from "../../src/change/witness/shrink.ts";
import { pageExamples } from "../../src/engine/page-examples.ts";
import type { JsonValue } from "../../src/model/document.ts";
import { readYaml } from "../../src/parse/read-yaml.ts";

describe("the blocks that make one value of another", () => {
  it.for<[string, JsonValue, JsonValue, JsonValue]>([
    ["are nothing where nothing differs", { a: 1, b: [1] }, { a: 1, b: [1] }, {}],
    ["name the one key that differs", { a: { b: 1, c: 2 } }, { a: { b: 1, c: 3 } }, { a: { c: 3 } }],
    ["hold lists whole", { a: [1, 2] }, { a: [1, 3] }, { a: [1, 3] }],
    ["hold what is new whole", {}, { a: { b: 1 } }, { a: { b: 1 } }],
    ["blank what is gone", { a: 1, b: 2 }, { b: 2 }, { a: null }],
  ])("%s", ([, under, whole, blocks]) => {
    expect(overlayOf(under, whole)).toEqual(blocks);
  });
});

describe("blocks as a page writes them", () => {
  it.for<[string, JsonValue, string]>([
    [
      "stand on one line where they are short",
      { data: { personal_data: false } },
      "data: { personal_data: false }\n",
    ],
    ["go down by line where they are deep", { a: { b: { c: 1 } } }, "a:\n  b: { c: 1 }\n"],
    [
      "keep each item of a long list on a line",
      {
        data: {
          retention: [
            { data: "video_raw", justification: "reports arrive late, week after week" },
            { data: "other" },
          ],
        },
      },
      'data:\n  retention:\n    - { data: video_raw, justification: "reports arrive late, week after week" }\n    - { data: other }\n',
    ],
    [
      "quote what a reader might take for something else",
      { a: "no", b: "IL", c: "1.5", d: "", e: "x: y" },
      'a: "no"\nb: "IL"\nc: "1.5"\nd: ""\ne: "x: y"\n',
    ],
    [
      "leave dates, durations and ids as they are",
      { a: "2026-11-23", b: "P30D", id: "site-1" },
      "a: 2026-11-23\nb: P30D\nid: site-1\n",
    ],
    ["write blanks and empty lists", { a: null, b: [], c: {} }, "a: null\nb: []\nc: {}\n"],
  ])("%s", ([, blocks, text]) => {
    expect(blocksText(blocks)).toBe(text);
    const read = readYaml(text);
    expect(read.ok && read.value).toEqual(blocks);
  });
});

it("keeps of blocks what they need", () => {
  const blocks = { a: { b: [{ c: 1, d: 2 }, { c: 3 }], e: 4 }, f: 5 };
  const needed = (value: JsonValue) => JSON.stringify(value).includes('"c":3');
  expect(shrink(blocks, needed, 100)).toEqual({ a: { b: [{ c: 3 }] } });
});

it("asks no more often than it may", () => {
  let asked = 0;
  const holds = () => {
    asked += 1;
    return false;
  };
  shrink({ a: 1, b: 2, c: 3, d: 4 }, holds, 2);
  expect(asked).toBe(2);
});

it("writes an example as the fence that reads as the same example", () => {
  const example = {
    headings: [],
    line: 1,
    rule: "RET-01",
    expected: "fails",
    effect: "warn",
    asOf: "2027-04-01",
    of: "neighbour",
    yaml: "data: {}\n",
  } as const;
  expect(fenceOf(example)).toBe(
    "```yaml fails=RET-01 effect=warn as-of=2027-04-01 of=neighbour\ndata: {}\n```",
  );
  expect(pageExamples(fenceOf(example))).toEqual([example]);
});
