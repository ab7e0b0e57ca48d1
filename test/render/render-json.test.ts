import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { REPORT_SHAPE, renderJson } from "../../src/render/render-json.ts";
import { makeFinding, makeReport } from "./make-report.ts";

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schema: Schema = JSON.parse(readFileSync("schemas/report.schema.json", "utf8"));

/** The keys of a schema in the order it declares them, nested objects inside, as lists so that order counts. */
function keysOf(node: Schema | undefined): unknown {
  if (node?.$ref !== undefined) return keysOf(schema.$defs?.[node.$ref.replace("#/$defs/", "")]);
  if (node?.items !== undefined) return keysOf(node.items);
  const inner = node?.anyOf?.find(({ properties }) => properties !== undefined) ?? node;
  if (inner?.properties === undefined) return null;
  return Object.entries(inner.properties).map(([key, child]) => [key, keysOf(child)]);
}

function listed(shape: object | null): unknown {
  return shape === null ? null : Object.entries(shape).map(([key, inner]) => [key, listed(inner)]);
}

it("keeps the keys in the order of the schema", () => {
  expect(listed(REPORT_SHAPE)).toEqual(keysOf(schema));
});

it("gives equal bytes for equal reports, whatever the order of their keys", () => {
  const report = makeReport([makeFinding({ upcoming: { reason: "due", from: "2027-01-01" } })]);
  const shuffled = JSON.parse(JSON.stringify(report), (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  );
  expect(Object.keys(shuffled)).not.toEqual(Object.keys(report));
  expect(renderJson(shuffled)).toBe(renderJson(report));
});

it("loses nothing, indents by two and ends with a line break", () => {
  const report = makeReport([makeFinding({ fix: { start: 1, end: 2, text: "P30D" }, path: ["a"] })]);
  const json = renderJson(report);
  expect(JSON.parse(json)).toEqual(report);
  expect(json.startsWith('{\n  "schema": "bylaw/report/v1",\n')).toBe(true);
  expect(json.endsWith("}\n")).toBe(true);
});
