import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import manifestSchema from "../../schemas/manifest.schema.json" with { type: "json" };
import type { VocabularyFact } from "../../src/model/generated/vocabulary.ts";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import type { FactSet, Row, SubjectName } from "../../src/model/row.ts";
import { type FactValue, NONE, UNKNOWN } from "../../src/model/value.ts";
import { example, factsOf, manifest } from "./facts-of.ts";

interface Schema {
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly type?: string | readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const root = manifestSchema as unknown as Schema;
const facts: readonly (readonly [name: string, fact: VocabularyFact])[] = Object.entries(vocabulary.facts);
const direct = facts.filter(([, fact]) => fact.from !== "derived");
const derived = facts.filter(([, fact]) => fact.from === "derived");
const sources = readdirSync("src/facts");

/** The schema at a path such as `data.retention[].period`; `undefined` where the path leads nowhere. */
function schemaAt(path: string): Schema | undefined {
  let here: Schema | undefined = root;
  for (const key of path.replaceAll("[]", ".[]").split(".")) {
    if (here?.$ref !== undefined) here = root.$defs?.[here.$ref.replace("#/$defs/", "")];
    // Of the keys a star stands for the last is as good as any: all domains of risk have one shape.
    here =
      key === "[]"
        ? here?.items
        : key === "*"
          ? Object.values(here?.properties ?? {}).at(-1)
          : here?.properties?.[key];
  }
  return here;
}

function accepts(schema: Schema | undefined, word: string): boolean {
  if (schema?.enum !== undefined) return schema.enum.includes(word);
  return schema?.type?.includes("string") === true && new RegExp(schema.pattern ?? "").test(word);
}

/** Every row of a manifest, nested ones included. */
function allRows(set: FactSet): readonly Row[] {
  const rows = Object.keys(vocabulary.subjects).flatMap((subject) => set.rows(subject as SubjectName));
  return rows.flatMap((row) => [row, ...row.nested("owner"), ...row.nested("listing")]);
}

function fits(value: FactValue, fact: VocabularyFact): boolean {
  if (value === UNKNOWN) return true;
  if (value === NONE) return fact.none === true;
  const shared = fact.of === undefined ? fact : vocabulary.facts[fact.of];
  const member = (word: string) =>
    (fact.open ?? shared?.open) !== undefined || shared?.values?.includes(word as never) === true;
  switch (fact.type) {
    case "boolean":
      return typeof value === "boolean";
    case "integer":
    case "number":
      return (
        typeof value === "number" || (fact.range === true && typeof value === "object" && "min" in value)
      );
    case "date":
      return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
    case "duration":
      return typeof value === "object" && "months" in value;
    case "enum":
    case "ordered":
      return typeof value === "string" && member(value);
    case "country":
      return typeof value === "string" && /^[A-Z]{2}$/.test(value);
    case "set":
      return (
        value instanceof Set &&
        value.size > 0 &&
        (fact.of === "country" || [...value].every((word) => member(String(word))))
      );
    case "text":
      return typeof value === "string";
  }
}

describe("the vocabulary and the manifest schema", () => {
  it.for(direct.map(([name, fact]) => [name, fact.from] as const))(
    "%s is read from a path there is: %s",
    ([, from]) => {
      expect(schemaAt(from)).toBeDefined();
    },
  );

  it("point findings of derived facts at paths there are", () => {
    expect(
      derived
        .filter(([, fact]) => schemaAt(fact.at ?? "") === undefined)
        .map(([name, fact]) => `${name}: ${fact.at}`),
    ).toEqual([]);
  });

  it("agree on the values of enums and sets", () => {
    const differing = direct.filter(([, fact]) => {
      if (fact.values === undefined || fact.open !== undefined) return false;
      const schema = schemaAt(fact.from);
      const allowed = (fact.type === "set" ? schema?.items?.enum : schema?.enum) ?? [];
      const words = (values: readonly unknown[]) =>
        values.filter((value) => value !== null && value !== "none").sort();
      return JSON.stringify(words(fact.values)) !== JSON.stringify(words(allowed));
    });
    expect(differing.map(([name]) => name)).toEqual([]);
  });

  it("agree on where `none` can be written", () => {
    const differing = direct.filter(([, fact]) => {
      const schema = schemaAt(fact.from);
      // A text takes any word, and the reader treats `none` as one only where the vocabulary does.
      return fact.none === true ? !accepts(schema, "none") : fact.type !== "text" && accepts(schema, "none");
    });
    expect(differing.map(([name]) => name)).toEqual([]);
  });
});

describe("the vocabulary and src/facts", () => {
  it("name the same derived facts", () => {
    const text = sources.map((file) => readFileSync(`src/facts/${file}`, "utf8")).join("\n");
    const derivers = [...text.matchAll(/"([a-z]+\.[a-z][a-z0-9_]*)":/g)].map(([, name]) => name);
    expect([...new Set(derivers)].filter((name) => vocabulary.facts[name ?? ""] === undefined)).toEqual([]);
    expect(
      derived.map(([name]) => name).filter((name) => name !== "today" && !derivers.includes(name)),
    ).toEqual([]);
  });

  it("name files there are", () => {
    expect(
      derived.filter(([, { module }]) => !sources.includes(`${module}.ts`)).map(([name]) => name),
    ).toEqual([]);
  });

  it.for([
    ["an empty manifest", () => factsOf(manifest(""))],
    ["the example of Sde Tavor", () => factsOf(example("sde-tavor/manifests/il-9901-cam-promenade.yaml"))],
  ] as const)("compute every fact of %s, as a value of its type", ([, build]) => {
    const rows = allRows(build());
    const wrong = rows.flatMap((row) =>
      facts
        .filter(([name]) => name.startsWith(`${row.subject}.`))
        .filter(([name, fact]) => !fits(row.cell(name).value, fact)),
    );
    expect([...new Set(wrong.map(([name]) => name))]).toEqual([]);
  });

  it("have a row of every subject though nothing is written", () => {
    const seen = new Set(allRows(factsOf(manifest(""))).map((row) => row.subject));
    expect(Object.keys(vocabulary.subjects).filter((subject) => !seen.has(subject as SubjectName))).toEqual(
      [],
    );
  });
});
