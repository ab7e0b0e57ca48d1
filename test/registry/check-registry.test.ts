import { expect, it } from "vitest";
import { checkRegistry } from "../../src/registry/check-registry.ts";
import { registryText } from "./registry-files.ts";

const entity = (id: string) => `{ id: ${id}, legal_name: null, jurisdiction: null }`;
const edge = (rest: string) =>
  `{ from: vendor:a, to: vendor:b, from_date: null, to_date: null, confidence: low, sources: [s], ${rest} }`;
const sources = "sources: { s: { title: S, kind: press, verified: true } }";
const found = (tables: string) =>
  checkRegistry([registryText(`${tables}\n${sources}`)]).map(({ location, pointer, message, help }) => ({
    place: `${location.line}:${location.column}`,
    pointer,
    message,
    help,
  }));
const ab = `entities: [${entity("vendor:a")}, ${entity("vendor:b")}]`;

it("accepts a registry whose references all lead somewhere", () => {
  expect(found(`${ab}\nedges: [${edge("kind: owns, percent: { min: 10 }")}]`)).toEqual([]);
});

it("names the nearest id where a reference leads nowhere, at its place", () => {
  expect(
    found(
      `entities: [${entity("vendor:hikvision")}]\ncarriers: [{ entity: vendor:hikvison, clean: null, from: null, to: null, source: s }]`,
    ),
  ).toEqual([
    {
      place: "5:22",
      pointer: "/carriers/0/entity",
      message: "entity `vendor:hikvison` is not in the registry",
      help: "Write `vendor:hikvision`, or add the entity to a registry file.",
    },
  ]);
});

it.for([
  [
    "edge",
    `edges: [${edge("kind: owns").replace("vendor:b", "vendor:z")}]`,
    "/edges/0/to",
    "entity `vendor:z`",
  ],
  ["source", `edges: [${edge("kind: owns").replace("[s]", "[t]")}]`, "/edges/0/sources/0", "source `t`"],
  [
    "list",
    "listings: [{ list: xx-l, entity: vendor:a, from: null, to: null, source: s }]",
    "/listings/0/list",
    "list `xx-l`",
  ],
  [
    "reply",
    "entities: [{ id: vendor:c, legal_name: C, jurisdiction: null, reply: { text: T, source: t, on: 2020-01-01 } }]",
    "/entities/0/reply/source",
    "source `t`",
  ],
] as const)("finds a dangling reference of an %s", ([, tables, pointer, message]) => {
  const own = tables.startsWith("entities") ? tables : `${ab}\n${tables}`;
  expect(found(own)).toMatchObject([{ pointer, message: `${message} is not in the registry` }]);
});

it("finds an id given twice, in one file or two, and names the first file", () => {
  const first = registryText(`${ab}\n${sources}`);
  const second = registryText(`entities: [${entity("vendor:a")}]`);
  expect(checkRegistry([first, second])).toMatchObject([
    {
      pointer: "/entities/0/id",
      message: "entity `vendor:a` is already given in `test.yaml`",
      stage: "schema",
      kind: "VendorRegistry",
    },
  ]);
});

it.for([
  [
    "a share the wrong way round",
    "kind: owns, percent: { min: 60, max: 40 }",
    "/edges/0/percent",
    "the lowest share is 60 % and the highest 40 %",
  ],
  [
    "a majority written as an investment",
    "kind: invests_in, percent: { min: 50, max: 50 }",
    "/edges/0/kind",
    "an investment of up to 50 % may carry control; `invests_in` stays below 50 %",
  ],
] as const)("finds %s", ([, rest, pointer, message]) => {
  expect(found(`${ab}\nedges: [${edge(rest)}]`)).toMatchObject([{ pointer, message }]);
});

it("finds an edge from a company to itself", () => {
  const self = edge("kind: owns").replace("vendor:b", "vendor:a");
  expect(found(`${ab}\nedges: [${self}]`)).toMatchObject([
    { pointer: "/edges/0/to", help: "Name the other company." },
  ]);
});

it("finds a circle of renamings", () => {
  const there = edge("kind: renamed_from");
  const back = there.replace("from: vendor:a, to: vendor:b", "from: vendor:b, to: vendor:a");
  expect(found(`${ab}\nedges: [${there}, ${back}]`).map(({ message }) => message)).toEqual([
    "the renaming of `vendor:b` leads back to itself",
    "the renaming of `vendor:a` leads back to itself",
  ]);
});

it.for([
  ["2020", "2019-12-31", 1],
  ["2020-05", "2020-05", 0],
  ["2020-05-02", "2020-05-02", 1],
] as const)("compares beginning %s with end %s: %i problems", ([from, to, count]) => {
  const dated = edge("kind: owns").replace(
    "from_date: null, to_date: null",
    `from_date: "${from}", to_date: "${to}"`,
  );
  expect(found(`${ab}\nedges: [${dated}]`)).toHaveLength(count);
});
