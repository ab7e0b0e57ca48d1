import { appendFileSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/workspace/kept/digest-of.ts";
import { keptFolder } from "../../src/workspace/kept/kept-folder.ts";
import { openLog } from "../../src/workspace/kept/kept-log.ts";

const MOST = 1024 * 1024;

const ONE = digestOf(["one"]);
const TWO = digestOf(["two"]);

/** A log in a folder of its own that holds `kept`. */
function logWith(kept: Readonly<Record<string, string>>): string {
  const file = join(mkdtempSync(join(tmpdir(), "bylaw-kept-")), "below", "runs.log");
  keepIn(file, kept);
  return file;
}

function keepIn(file: string, kept: Readonly<Record<string, string>>, most = MOST): void {
  const log = openLog(file, most);
  for (const [key, value] of Object.entries(kept)) log.keep(key, value);
  log.write();
}

function readAll(file: string) {
  const log = openLog(file, MOST);
  const found = [ONE, TWO].map((key) => log.find(key) ?? null);
  return { found, damaged: log.damaged };
}

describe("a log", () => {
  it("gives the value kept last", () => {
    const file = logWith({ [ONE]: "first", [TWO]: "שלום" });
    keepIn(file, { [ONE]: "second" });
    expect(readAll(file)).toEqual({ found: ["second", "שלום"], damaged: 0 });
  });

  it("is for its user alone", () => {
    expect(statSync(logWith({ [ONE]: "value" })).mode & 0o077).toBe(0);
  });

  it.for([
    ["a value was altered", (text: string) => text.replace("passes", "passed")],
    [
      "a checksum was altered",
      (text: string) => text.replace(/ (.)/, (_, of) => ` ${of === "0" ? "1" : "0"}`),
    ],
    [
      "a value stands under another key",
      (text: string) => text.replace(ONE, digestOf(["three"])).replace(TWO, ONE),
    ],
  ] as const)("counts a line for nothing where %s, and counts it", ([, alter]) => {
    const file = logWith({ [ONE]: "passes", [TWO]: "fails" });
    writeFileSync(file, alter(readFileSync(file, "utf8")));
    const { found, damaged } = readAll(file);
    expect({ one: found[0], damaged }).toEqual({ one: null, damaged: expect.any(Number) });
    expect(damaged).toBeGreaterThan(0);
  });

  it.for([
    ["torn", (file: string) => appendFileSync(file, `${TWO} 0123456789abcdef {"half`)],
    ["foreign", (file: string) => appendFileSync(file, "what is this\n")],
  ] as const)(
    "passes over a last line that is %s, counts it, and adds what comes next on a line of its own",
    ([, add]) => {
      const file = logWith({ [ONE]: "value" });
      add(file);
      expect(readAll(file)).toEqual({ found: ["value", null], damaged: 1 });
      keepIn(file, { [TWO]: "next" });
      expect(readAll(file)).toEqual({ found: ["value", "next"], damaged: 0 });
    },
  );

  it("keeps what two processes add to it at one time", () => {
    const file = logWith({});
    const [a, b] = [openLog(file, MOST), openLog(file, MOST)];
    a.keep(ONE, "of a");
    b.keep(TWO, "of b");
    a.write();
    b.write();
    expect(readAll(file)).toEqual({ found: ["of a", "of b"], damaged: 0 });
  });

  it("stays within its bound, and keeps the newest", () => {
    const file = logWith({});
    const most = 4000;
    for (let index = 0; index < 60; index += 1)
      keepIn(file, { [digestOf([`${index}`])]: "x".repeat(100) }, most);
    expect(statSync(file).size).toBeLessThanOrEqual(most);
    const log = openLog(file, MOST);
    const known = [0, 59].map((index) => log.find(digestOf([`${index}`])) !== undefined);
    expect(known).toEqual([false, true]);
  });

  it("that cannot be written or read fails nothing", () => {
    const file = join(logWith({ [ONE]: "value" }), "no-folder", "runs.log");
    keepIn(file, { [ONE]: "value" });
    expect(readAll(file)).toEqual({ found: [null, null], damaged: 0 });
  });
});

describe("the folder", () => {
  it.for([
    ["is the one named", { BYLAW_CACHE: "/some/where", XDG_CACHE_HOME: "/caches" }, "/some/where"],
    ["is none where an empty one is named", { BYLAW_CACHE: "", XDG_CACHE_HOME: "/caches" }, undefined],
    ["stands in the user's caches", { XDG_CACHE_HOME: "/caches" }, "/caches/bylaw"],
  ] as const)("%s", ([, env, folder]) => {
    expect(keptFolder(env)).toBe(folder);
  });
});

it("parts of a digest do not run into one another", () => {
  expect(digestOf(["ab", "c"])).not.toBe(digestOf(["a", "bc"]));
});
