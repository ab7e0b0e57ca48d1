import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createKeptResults, type KeptResult } from "../../src/github/review/kept-results.ts";
import { openLog } from "../../src/workspace/kept/kept-log.ts";

const [ONE, OTHER] = ["1".repeat(64), "2".repeat(64)] as const;
const RESULTS: readonly KeptResult[] = [
  [ONE, '{"evaluated":1}'],
  [OTHER, '{"evaluated":2}'],
];

function folderWith(results: readonly KeptResult[]) {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-"));
  open(folder).results.keep(results);
  return { folder, file: join(folder, "impact.log") };
}

function open(folder: string, secret = "the app's key") {
  const warnings: unknown[] = [];
  const log = { warn: (...said: readonly unknown[]) => void warnings.push(said) };
  return { results: createKeptResults({ folder, secret, log }), warnings };
}

describe("results that are kept", () => {
  test("are found by the process that kept them, without a folder too", () => {
    const results = createKeptResults(undefined);
    results.keep(RESULTS);
    expect(results.find([OTHER, "3".repeat(64)])).toEqual([RESULTS[1]]);
  });

  test("are found by the next process in its folder", () => {
    const { folder } = folderWith(RESULTS);
    expect(open(folder).results.find([ONE, OTHER])).toEqual(RESULTS);
  });

  test("of more than memory holds are forgotten, the oldest first", () => {
    const results = createKeptResults(undefined);
    const long = "x".repeat(9 * 1024 * 1024);
    results.keep([
      [ONE, long],
      [OTHER, long],
    ]);
    expect(results.find([ONE, OTHER]).map(([key]) => key)).toEqual([OTHER]);
  });
});

describe("a file that somebody wrote into", () => {
  const poisoned: readonly (readonly [string, (text: string) => string])[] = [
    ["with one character changed", (text) => text.replaceAll('"evaluated":', '"evaluateD":')],
    ["cut short", (text) => text.slice(0, -3)],
    ["with the value of one key under another", (text) => swapped(text)],
    ["with lines of anything", () => `${ONE} ${"0".repeat(16)} {"evaluated":9}\nnothing at all\n`],
  ];

  test.for(poisoned)("%s gives nothing that was not kept", ([, poison]) => {
    const { folder, file } = folderWith(RESULTS);
    writeFileSync(file, poison(readFileSync(file, "utf8")));
    const { results } = open(folder);
    for (const result of results.find([ONE, OTHER])) expect(RESULTS).toContainEqual(result);
    expect(results.find([ONE, OTHER]).length).toBeLessThan(2);
  });

  test("without the secret gives nothing, though its checksums hold", () => {
    const { folder, file } = folderWith([]);
    const log = openLog(file, 1024);
    log.keep(ONE, '{"evaluated":9}');
    log.write();
    const { results, warnings } = open(folder);
    expect(results.find([ONE])).toEqual([]);
    results.keep(RESULTS);
    expect(warnings).toEqual([["lines of the cache count for nothing", { lines: 1 }]]);
    expect(open(folder).results.find([ONE, OTHER])).toEqual(RESULTS);
  });

  test("by an app with another key gives nothing", () => {
    const { folder } = folderWith(RESULTS);
    expect(open(folder, "another key").results.find([ONE, OTHER])).toEqual([]);
  });
});

/** Two lines with their values exchanged. */
function swapped(text: string): string {
  const lines = text.split("\n").filter((line) => line !== "");
  const [one, other] = lines.map((line) => [line.slice(0, 82), line.slice(82)] as const);
  if (one === undefined || other === undefined) throw new Error("there are two lines");
  return `${one[0]}${other[1]}\n${other[0]}${one[1]}\n`;
}
