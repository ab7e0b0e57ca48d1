import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { atMost } from "../../src/github/review/at-most.ts";
import { evaluateInChild } from "../../src/github/review/evaluate-in-child.ts";
import { bundleEvaluator } from "./bundle-evaluator.ts";

const INPUT = { base: [], head: [], changes: [], approvals: [], asOf: "2026-11-23" };

/** A program in place of the evaluator. */
function program(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "bylaw-")), "child.mjs");
  writeFileSync(file, text);
  return file;
}

function evaluate(text: string, more: { readonly milliseconds?: number; readonly megabytes?: number } = {}) {
  return evaluateInChild(INPUT, { program: program(text), milliseconds: 5_000, megabytes: 64, ...more });
}

describe("an evaluation", () => {
  test("gives what its process answers", async () => {
    const review = await evaluate(
      `process.once("message", (input) => process.send({ ok: true, review: { asOf: input.asOf } }));`,
    );
    expect(review).toEqual({ review: { asOf: "2026-11-23" }, policies: undefined });
  });

  test("whose program is gone, as when it is built anew, is no fault of the commit", async () => {
    const gone = evaluateInChild(INPUT, {
      program: "/nowhere/child.mjs",
      milliseconds: 5_000,
      megabytes: 64,
    });
    await expect(gone).rejects.toMatchObject({ message: "the evaluator's program is gone", lasting: false });
  });

  test("runs without secrets and without code from strings", async () => {
    const review = await evaluate(`
      const refused = () => { try { return new Function("return 1")(); } catch { return "refused"; } };
      process.once("message", () => process.send({ ok: true, review: { names: Object.keys(process.env), code: refused() } }));
    `);
    expect(review).toMatchObject({
      review: { names: expect.not.arrayContaining(["PATH", "HOME"]), code: "refused" },
    });
  });

  test.for([
    [
      "that takes too long",
      `process.once("message", () => { for (;;); });`,
      { milliseconds: 200 },
      "0.2 seconds",
    ],
    [
      "that takes too much memory",
      `process.once("message", () => { const all = []; for (;;) all.push(new Array(100_000).fill(all.length)); });`,
      { megabytes: 16 },
      "it ended with",
    ],
    ["that aborts", `process.once("message", () => process.abort());`, {}, "SIGABRT"],
    ["that leaves without an answer", `process.once("message", () => process.exit(0));`, {}, "code 0"],
  ] as const)("%s is tried twice and then given up for this commit", async ([, text, more, said]) => {
    await expect(evaluate(text, more)).rejects.toMatchObject({
      name: "NotEvaluable",
      lasting: true,
      message: expect.stringContaining(said),
    });
  });

  test("that dies once is not given up", async () => {
    const mark = join(mkdtempSync(join(tmpdir(), "bylaw-")), "died");
    const review = await evaluate(`
      import { existsSync, writeFileSync } from "node:fs";
      process.once("message", () => {
        if (existsSync(${JSON.stringify(mark)})) return process.send({ ok: true, review: {} });
        writeFileSync(${JSON.stringify(mark)}, "");
        process.abort();
      });
    `);
    expect(review).toMatchObject({ review: {} });
  });

  test("that fails by a fault of the engine says nothing of its content", async () => {
    const text = `process.once("message", () => process.send({ ok: false, error: "canary" }));`;
    await expect(evaluate(text)).rejects.toThrow("the evaluation met an error of its own");
  });
});

describe("the evaluator's own program", () => {
  let evaluator: string;
  beforeAll(async () => {
    evaluator = await bundleEvaluator();
  });

  test("judges an input that changes nothing", async () => {
    const limits = { program: evaluator, milliseconds: 30_000, megabytes: 512 };
    expect(await evaluateInChild(INPUT, limits)).toMatchObject({
      review: { conclusion: "success", reason: "nothing-changed", asOf: "2026-11-23" },
      policies: undefined,
    });
  });
});

test("of many pieces of work two run at a time where two may, and one that fails hands its place on", async () => {
  const inTurn = atMost(2);
  const seen: number[] = [];
  let running = 0;
  const work = Array.from({ length: 6 }, (_, index) =>
    inTurn(async () => {
      running += 1;
      seen.push(running);
      await Promise.resolve();
      running -= 1;
      if (index === 1) throw new Error("one that fails");
      return index;
    }),
  );
  const ends = await Promise.allSettled(work);
  expect(ends.map(({ status }) => status === "fulfilled")).toEqual([true, false, true, true, true, true]);
  expect(Math.max(...seen)).toBe(2);
});
