import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import arrangementSchema from "../../schemas/arrangement.schema.json" with { type: "json" };
import manifestSchema from "../../schemas/manifest.schema.json" with { type: "json" };
import registrySchema from "../../schemas/registry.schema.json" with { type: "json" };
import waiverSchema from "../../schemas/waiver.schema.json" with { type: "json" };
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
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly pattern?: string;
  readonly type?: string | readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** The schemas of the files facts are read from; a path into a file of its own begins with the files it is one of. */
const FILES: Readonly<Record<string, Schema>> = {
  "arrangements[].": arrangementSchema as unknown as Schema,
  "waivers[].": waiverSchema as unknown as Schema,
  "lists[].": registrySchema as unknown as Schema,
};
const facts: readonly (readonly [name: string, fact: VocabularyFact])[] = Object.entries(vocabulary.facts);
const direct = facts.filter(([, fact]) => fact.from !== "derived");
const derived = facts.filter(([, fact]) => fact.from === "derived");
const sources = readdirSync("src/facts");

/** The schema at a path such as `data.retention[].period`; `undefined` where the path leads nowhere. */
function schemaAt(path: string): Schema | undefined {
  const prefix = Object.keys(FILES).find((start) => path.startsWith(start));
  const root = FILES[prefix ?? ""] ?? (manifestSchema as unknown as Schema);
  const rest = prefix === undefined || prefix === "lists[]." ? path : path.slice(prefix.length);
  let here: Schema | undefined = root;
  for (const key of rest.replaceAll("[]", ".[]").split(".")) {
    here = entered(here, root);
    // Of the keys a star stands for the last is as good as any: all domains of risk have one shape.
    here =
      key === "[]"
        ? here?.items
        : key === "*"
          ? Object.values(here?.properties ?? {}).at(-1)
          : here?.properties?.[key];
  }
  return flat(here, root);
}

function named(schema: Schema | undefined, root: Schema): Schema | undefined {
  return schema?.$ref === undefined ? schema : named(root.$defs?.[schema.$ref.replace("#/$defs/", "")], root);
}

/** Of several shapes the one with keys is the one a path goes through. */
function entered(schema: Schema | undefined, root: Schema): Schema | undefined {
  const found = named(schema, root);
  return found?.anyOf?.map((one) => named(one, root)).find((one) => one?.properties) ?? found;
}

/** A schema with its alternatives, references looked up. */
function flat(schema: Schema | undefined, root: Schema): Schema | undefined {
  const found = named(schema, root);
  return found?.anyOf === undefined
    ? found
    : { ...found, anyOf: found.anyOf.flatMap((one) => flat(one, root) ?? []) };
}

function accepts(schema: Schema | undefined, word: string): boolean {
  if (schema?.anyOf !== undefined) return schema.anyOf.some((one) => accepts(one, word));
  if (schema?.const !== undefined) return schema.const === word;
  // The empty list is how a list says it.
  if (schema?.type === "array") return word === "none";
  if (schema?.enum !== undefined) return schema.enum.includes(word);
  return schema?.type?.includes("string") === true && new RegExp(schema.pattern ?? "").test(word);
}

/** The words a schema lets a value, or the items of a list, be. */
function wordsOf(schema: Schema | undefined): readonly unknown[] {
  return [
    ...(schema?.enum ?? []),
    ...(schema?.items?.enum ?? []),
    ...(schema?.anyOf ?? []).flatMap((one) => wordsOf(one)),
  ];
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
      const allowed = wordsOf(schemaAt(fact.from));
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
    const seen = new Set<string>(allRows(factsOf(manifest(""))).map((row) => row.subject));
    const own = Object.entries(vocabulary.subjects).filter(([, { own_file }]) => own_file !== true);
    expect(own.map(([subject]) => subject).filter((subject) => !seen.has(subject))).toEqual([]);
  });
});
