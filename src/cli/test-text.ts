import type { PolicyTest } from "../change/mutants/test-policies.ts";
import { summaryOf, type TestSummary } from "../change/mutants/test-summary.ts";
import { missingParts } from "./test-missing-text.ts";

/** A test run for a person to read: a table of policies, then what is missing, then the figures in one line. */
export function testText(
  tests: readonly PolicyTest[],
  summary: TestSummary,
  options: { readonly color: boolean },
): string {
  const parts = [table(tests), ...tests.flatMap((test) => missingParts(test, options)), totals(summary)];
  return `${parts.join("\n\n")}\n`;
}

const HEAD = ["policy", "rules", "examples", "killed", "equivalent", "survived", "boundary", "conditions"];

function table(tests: readonly PolicyTest[]): string {
  const rows = tests.map((test) => {
    const summary = summaryOf([test]);
    const { rules, examples, wrong, killed, equivalent, survived, conditions, covered } = summary;
    const points = pointsOf(summary);
    const { id, status } = test.document.value;
    return [
      status === "active" ? id : `${id} (${status})`,
      rules,
      of(examples - wrong, examples),
      killed,
      equivalent,
      survived,
      of(points - summary.boundary.wrong, points),
      of(covered, conditions),
    ].map(String);
  });
  const widths = HEAD.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ");
  return [line(HEAD), ...rows.map(line)].join("\n");
}

function of(part: number, whole: number): string {
  return part === whole ? String(whole) : `${part} of ${whole}`;
}

function totals(summary: TestSummary): string {
  const { rules, examples, wrong, killed, equivalent, survived, boundary, conditions, covered } = summary;
  const percent = conditions === 0 ? 100 : Math.floor((covered * 100) / conditions);
  const points = count(pointsOf(summary), "boundary test");
  return [
    count(rules, "rule"),
    wrong === 0 ? count(examples, "example") : `${wrong} of ${count(examples, "example")} wrong`,
    `${count(killed, "mutant")} killed`,
    `${equivalent} equivalent`,
    `${survived} survived`,
    boundary.wrong === 0 ? points : `${boundary.wrong} of ${points} wrong`,
    `conditions ${percent} %`,
  ].join(", ");
}

function pointsOf({ boundary: { under, at, over } }: TestSummary): number {
  return under + at + over;
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
