import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainSchema } from "../../src/parse/explain-schema.ts";
import { parseText } from "../../src/parse/parse-text.ts";
import type { SchemaObject } from "../../src/parse/schema-node.ts";
import { findDisagreement } from "../../src/parse/second-opinion.ts";
import { loadText, problemsOf, WAIVER } from "./load-text.ts";

const folder = process.env.BYLAW_SUITES;
const isThere = folder !== undefined && existsSync(folder);

describe.skipIf(!isThere)("published suites (set BYLAW_SUITES to their folder)", () => {
  it("yaml-test-suite: every file in error is refused", () => {
    const accepted = yamlCases()
      .filter(({ error }) => error)
      .filter(({ yaml }) => accepts(yaml));
    expect(accepted.map(({ id, name }) => `${id} ${name}`)).toEqual([]);
  });

  it("yaml-test-suite: every file accepted has the value the suite gives, and a good share is accepted", () => {
    const accepted = yamlCases().filter(({ error, json, yaml }) => !error && json !== null && accepts(yaml));
    for (const { id, yaml, json } of accepted) {
      const parsed = parseText(yaml);
      expect(parsed.ok && parsed.value, id).toEqual(JSON.parse(json ?? "null"));
    }
    expect(accepted.length).toBeGreaterThan(80);
  });

  it("big list of naughty strings: each one, written as JSON, is read as itself or refused, and never crashes", () => {
    const strings: readonly string[] = read("blns.json");
    for (const text of strings) {
      const loaded = loadText(`${WAIVER}reason: { en: ${JSON.stringify(`x${text}`)} }\n`);
      if (loaded.ok) expect(loaded.document.value).toMatchObject({ reason: { en: `x${text}` } });
      else expect(loaded.problems.map(({ location }) => location.line)).toContain(9);
    }
  });

  it("big list of naughty strings: as a bare value, key or whole file none crashes", () => {
    const strings: readonly string[] = read("blns.json");
    for (const text of strings) {
      for (const file of [text, `${WAIVER}reason: ${text}\n`, `${WAIVER}${text}: x\n`]) {
        for (const problem of problemsOf(file)) expect(problem.help).not.toBe("");
      }
    }
  });

  it("json-schema-test-suite: the words for a refusal are found exactly where the value does not match", () => {
    const { tests }: { tests: readonly SchemaFile[] } = read("json-schema-2020-12.json");
    const wrong: string[] = [];
    let count = 0;
    for (const { file, groups } of tests.filter(({ file }) => KEYWORDS.has(file.replace(".json", "")))) {
      for (const { description, schema, tests: cases } of groups.filter(({ schema }) => isInUse(schema))) {
        for (const { data, valid, description: name } of cases) {
          count += 1;
          if ((explainSchema(schema, data).length === 0) !== valid)
            wrong.push(`${file}: ${description}: ${name}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(500);
  });
});

interface YamlCase {
  readonly id: string;
  readonly name: string;
  readonly yaml: string;
  readonly json: string | null;
  readonly error: boolean;
}

interface SchemaFile {
  readonly file: string;
  readonly groups: readonly {
    readonly description: string;
    readonly schema: SchemaObject;
    readonly tests: readonly {
      readonly description: string;
      readonly data: never;
      readonly valid: boolean;
    }[];
  }[];
}

const KEYWORDS: ReadonlySet<string> = new Set(
  (
    "additionalProperties allOf anyOf boolean_schema const contains dependentRequired dependentSchemas enum " +
    "exclusiveMaximum exclusiveMinimum if-then-else items maxItems maxLength maxProperties maximum minItems " +
    "minLength minProperties minimum multipleOf not oneOf pattern patternProperties prefixItems properties " +
    "propertyNames required type uniqueItems"
  ).split(" "),
);

/** Leaves out what this repository's schemas do not use: other keywords, and whole maps or lists as literals. */
function isInUse(schema: SchemaObject): boolean {
  const literals = [schema.const, ...(schema.enum ?? [])];
  if (literals.some((literal) => typeof literal === "object" && literal !== null)) return false;
  return !/"(unevaluated\w+|\$dynamic\w+|\$anchor|\$id|minContains|maxContains|\$ref)"/.test(
    JSON.stringify(schema),
  );
}

function yamlCases(): readonly YamlCase[] {
  return read("yaml-test-suite.json");
}

/** As the loader decides in gate mode, before kind and schema. */
function accepts(yaml: string): boolean {
  const parsed = parseText(yaml);
  return parsed.ok && findDisagreement(yaml, parsed.value) === undefined;
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(folder ?? "", name), "utf8"));
}
