import { expect, it } from "vitest";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import { fileOf, textOf } from "../engine/report-on.ts";

const MAP = "policies/national-map/policy.yaml";
const text = textOf(MAP);
const TEXT = "{ en: Deep, he: עמוק, ar: عميق }";

/** Problems of the national map with a tower of definitions, each of which reads the one below as told. */
function problemsOf(levels: number, reads: (below: string) => string): readonly string[] {
  const tower = Array.from({ length: levels }, (_, level) => {
    const means =
      level === 0 ? "[{ fact: system.personal_data, is: true }]" : reads(`system.deep_${level - 1}`);
    return `  system.deep_${level}: { title: ${TEXT}, means: ${means} }\n`;
  });
  const policy = text.replace(/^definitions:\n/m, `definitions:\n${tower.join("")}`);
  const { problems } = loadBundle([fileOf(MAP, policy)], { gate: false });
  return problems.map(({ message }) => message);
}

it("a chain of thousands of definitions is refused and stops nothing", () => {
  expect(problemsOf(2000, (below) => `[{ fact: ${below}, is: true }]`)).toEqual([
    "the definition stands on more than 15 others, one below the other",
  ]);
});

it("definitions that read the ones below in two ways are walked once each", () => {
  const twice = (below: string) =>
    `[{ fact: ${below}, is: true }, { any: [{ fact: ${below}, is: true }, { fact: system.networked, is: true }] }]`;
  const began = performance.now();
  expect(problemsOf(16, twice)).toEqual([]);
  expect(problemsOf(60, twice)).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(5_000);
});
