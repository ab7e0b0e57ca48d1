import { describe, expect, it } from "vitest";
import { explainSchema } from "../../src/parse/explain-schema.ts";
import type { SchemaObject } from "../../src/parse/schema-node.ts";
import { problemsOf, WAIVER } from "./load-text.ts";

const date: SchemaObject = { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" };
const duration: SchemaObject = { type: "string", pattern: "^P(\\d+M)?(\\d+D)?(T\\d+H)?$" };
const texts: SchemaObject = {
  type: "object",
  additionalProperties: false,
  required: ["en"],
  properties: { en: { type: "string" } },
};

/** What the schema of `key` is, what is written there, and what is said about it. */
const SAID: readonly (readonly [SchemaObject, string | number | boolean | null | object, string, string])[] =
  [
    [
      { type: "boolean" },
      "yes",
      "`key` takes `true` or `false`, not the text `yes`",
      "write true or false, without quotes",
    ],
    [
      { type: "integer" },
      "six",
      "`key` takes a whole number, not the text `six`",
      "write a number in digits, without unit",
    ],
    [{ type: "integer" }, "6", "`key` takes a whole number, not the text `6`", "write it without quotes: 6"],
    [{ type: "number" }, null, "`key` is blank; it takes a number", "write a number in digits, without unit"],
    [{ type: "string" }, 6, "`key` takes text, not the number 6", 'put it in quotes: "6"'],
    [{ type: "string" }, true, "`key` takes text, not `true`", 'put it in quotes where it is text: "true"'],
    [{ type: "string" }, ["a"], "`key` takes text, not a list", "write text"],
    [
      { type: "array" },
      "a",
      "`key` takes a list, not the text `a`",
      "write `- ` before each item, or `[a, b]`",
    ],
    [texts, "a", "`key` takes a map with `en`, not the text `a`", "write a map with `en`"],
    [
      { type: ["array", "string", "null"], pattern: "^none$" },
      5,
      "`key` takes a list or `none`, not the number 5",
      'put it in quotes: "5"',
    ],
    [
      date,
      "23.11.2026",
      "`23.11.2026` is not a date",
      "write a day that exists as YYYY-MM-DD, for example `2026-11-23`",
    ],
    [
      duration,
      "30 days",
      "`30 days` is not a duration",
      "write P and a number of days, weeks, months or years, or PT and hours, for example `P30D`, `PT72H`, `P6M`",
    ],
    [
      { type: "string", pattern: "^[A-Z]{2}$" },
      "il",
      "`il` is not a country code",
      'write the two capital letters of ISO 3166-1 in quotes, for example `"IL"`',
    ],
    [
      { type: "string", pattern: "^(none|[0-9a-f]{64})$" },
      "abc",
      "`abc` is not a SHA-256",
      "write 64 hexadecimal digits in small letters, in quotes, or `none`",
    ],
    [
      { type: "string", pattern: "^[a-z][a-z0-9_]*$" },
      "A b",
      "`A b` is not a name of small letters, digits and `_`",
      "write it like `video_raw`",
    ],
    [
      { type: "string", pattern: "^!$", examples: ["!"] },
      "x",
      "`x` is not in the form expected here",
      "write it like `!`",
    ],
    [
      { type: "string", pattern: "^!$", description: "A mark." },
      "x",
      "`x` does not fit `key`",
      "write it as described: A mark.",
    ],
    [
      { enum: ["procurement", "operation"] },
      "procurment",
      "`procurment` is not a value of `key`; a value with a similar name exists: `procurement`",
      "write one of `procurement`, `operation`",
    ],
    [
      { enum: ["procurement", "operation"] },
      "x",
      "`x` is not a value of `key`",
      "write one of `procurement`, `operation`",
    ],
    [{ const: true }, false, "`false` is not a value of `key`", "write `true`"],
    [
      { type: "string", minLength: 1 },
      "",
      "`key` is 0 characters long; the least is 1 character",
      "write a text",
    ],
    [
      { type: "string", maxLength: 3 },
      "😀😀😀😀",
      "`key` is 4 characters long; the limit is 3 characters",
      "shorten the text",
    ],
    [{ type: "number", minimum: 1, maximum: 5 }, 0, "`key` is 0; the least is 1", "write 1 or more"],
    [{ type: "number", minimum: 1, maximum: 5 }, 6, "`key` is 6; the most is 5", "write 5 or less"],
    [
      { type: "array", uniqueItems: true },
      ["a", "b", "a"],
      "`a` stands twice in `key`",
      "keep one of the two",
    ],
    [{ type: "array", minItems: 2 }, ["a"], "`key` has 1 item; the least is 2", "add an item"],
    [texts, {}, "the key `en` is missing in `key`", "add `en`"],
    [texts, { en: "a", hee: "b" }, "unknown key `hee`", "remove the key; keys here are `en`"],
    [
      { ...texts, properties: { en: {}, period: {} } },
      { en: "a", perod: "b" },
      "unknown key `perod`; a key with a similar name exists: `period`",
      "write `period`, or remove the key",
    ],
    [
      { type: "object", propertyNames: { pattern: "^[a-z][a-z0-9_]*$" } },
      { "A b": 1 },
      "the key `A b` is not a name of small letters, digits and `_`",
      "write it like `video_raw`",
    ],
  ];

describe("a value that does not match", () => {
  it.for(SAID)("%o with %o: %s", ([schema, value, message, help]) => {
    const problems = explainSchema({ type: "object", properties: { key: schema } }, { key: value as never });
    expect(problems.map(({ message, help }) => ({ message, help }))).toEqual([{ message, help }]);
  });
});

describe("of a union one problem is told, by the branch that comes nearest", () => {
  const dateOrNone: SchemaObject = { anyOf: [date, { const: "none" }, { type: "null" }] };
  const effect: SchemaObject = {
    oneOf: [
      { enum: ["block", "warn"] },
      {
        type: "object",
        additionalProperties: false,
        required: ["T1"],
        properties: { T1: { enum: ["block", "warn"] } },
      },
    ],
  };
  const condition: SchemaObject = {
    oneOf: [
      {
        type: "object",
        additionalProperties: false,
        required: ["any"],
        properties: { any: { type: "array" } },
      },
      {
        type: "object",
        additionalProperties: false,
        required: ["fact"],
        properties: { fact: { type: "string" }, at_most: { type: "integer" } },
      },
    ],
  };

  it.for([
    [dateOrNone, "2026-1-1", "`2026-1-1` is not a date"],
    [dateOrNone, "nome", "`nome` is not a date; a value with a similar name exists: `none`"],
    [dateOrNone, 5, "`key` takes a date or `none`, not the number 5"],
    [
      { anyOf: [texts, { const: "none" }, { type: "null" }] },
      "needed",
      "`key` takes a map with `en` or `none`, not the text `needed`",
    ],
    [effect, "blokc", "`blokc` is not a value of `key`; a value with a similar name exists: `block`"],
    [effect, { T1: "warm" }, "`warm` is not a value of `T1`; a value with a similar name exists: `warn`"],
    [effect, { T1: "warn", T9: "warn" }, "unknown key `T9`"],
    [
      condition,
      { fact: "a", at_mots: 3 },
      "unknown key `at_mots`; a key with a similar name exists: `at_most`",
    ],
    [condition, { fact: "a", at_most: "x" }, "`at_most` takes a whole number, not the text `x`"],
    [condition, { any: "x" }, "`any` takes a list, not the text `x`"],
    [{ oneOf: [{ type: "integer" }, { type: "number" }] }, 1, "`key` can be read in two ways"],
  ] as const satisfies readonly (readonly [SchemaObject, unknown, string])[])(
    "%o with %o: %s",
    ([schema, value, message]) => {
      const problems = explainSchema(
        { type: "object", properties: { key: schema } },
        { key: value as never },
      );
      expect(problems.map((problem) => problem.message)).toEqual([message]);
    },
  );
});

describe("places", () => {
  it("an unknown key stands at the key, a wrong value at the value, a missing key at the map that lacks it", () => {
    const text = `${WAIVER.replace("rule: VEN-05\n", "")}reason:\n  he: x\nnotes: y\nrenews: 3\n`;
    const places = problemsOf(text).map(
      ({ location: { line, column, end_line, end_column }, pointer, message }) => ({
        at: `${line}:${column}-${end_line}:${end_column}`,
        pointer,
        message,
      }),
    );
    expect(places).toEqual([
      { at: "1:1-1:21", pointer: "", message: "the key `rule` is missing" },
      { at: "8:1-8:7", pointer: "/reason", message: "the key `en` is missing in `reason`" },
      { at: "10:1-10:6", pointer: "/notes", message: "unknown key `notes`" },
      { at: "11:9-11:10", pointer: "/renews", message: "`renews` takes text, not the number 3" },
    ]);
  });

  it("what is missing from an item of a list stands on the item's first line only", () => {
    const text =
      "apiVersion: bylaw/v1\nkind: Plan\nadopted_on: none\ncoordinator: { role: x }\npacks: {}\nobjectives:\n  - id: a\n    title: { en: b }\n";
    const [problem, ...others] = problemsOf(text);
    expect(problem?.location).toMatchObject({ line: 7, column: 5, end_line: 7, end_column: 10 });
    expect(problem?.message).toBe("the key `indicator` is missing in item 1 of `objectives`");
    expect(others).toEqual([]);
  });

  it("text of the file is shown in backticks, on one line, at most 60 characters, its own backticks gone", () => {
    const [problem] = problemsOf(`${WAIVER}renews: "\`a\\tb\`${"x".repeat(100)}"\n`);
    expect(problem?.message).toBe(`\`'aU+0009b'${"x".repeat(49)}…\` is not in the form expected here`);
  });
});
