import { describe, expect, it } from "vitest";
import { editText } from "../../src/browser/check/edit-text.ts";
import { type Edit, editValue } from "../../src/browser/check/edit-value.ts";
import type { JsonObject } from "../../src/model/document.ts";
import { parseText } from "../../src/parse/parse-text.ts";
import { sourcesUnder } from "../load-repository.ts";

const TEXT = `# first
metadata:
  id: il-1-a   # the id
  owner:       # who answers
  title: { en: Lights }
system:
  sites:
    # the square
    - id: one
      lat: 31
    - { id: two }
  kinds: []
  note: |
    two
    lines
data: none
`;

interface Case {
  readonly says: string;
  readonly edit: Edit;
  readonly from: string;
  readonly to: string;
}

describe("an answer of the form is written into the text", () => {
  const cases: readonly Case[] = [
    {
      says: "in place of a value, its comment kept",
      edit: { kind: "set", pointer: "/metadata/id", value: "il-1-b" },
      from: "id: il-1-a   # the id",
      to: "id: il-1-b   # the id",
    },
    {
      says: "behind the key of a blank",
      edit: { kind: "set", pointer: "/metadata/owner/role", value: "Mayor" },
      from: "owner:       # who answers",
      to: "owner: { role: Mayor }       # who answers",
    },
    {
      says: "as a blank, where nothing is known any more",
      edit: { kind: "set", pointer: "/system/sites/0/lat", value: null },
      from: "lat: 31\n",
      to: "lat:\n",
    },
    {
      says: "inside braces, for a key that was not there",
      edit: { kind: "set", pointer: "/metadata/title/he", value: "פנסים" },
      from: "{ en: Lights }",
      to: '{ en: Lights, he: "פנסים" }',
    },
    {
      says: "on a line below the block, for a key that was not there",
      edit: { kind: "set", pointer: "/system/sites/0/devices", value: 4 },
      from: "      lat: 31\n",
      to: "      lat: 31\n      devices: 4\n",
    },
    {
      says: "as a new item below the others",
      edit: { kind: "add", pointer: "/system/sites", value: { id: null } },
      from: "    - { id: two }\n",
      to: "    - { id: two }\n    - { id: null }\n",
    },
    {
      says: "as the first item of an empty list",
      edit: { kind: "add", pointer: "/system/kinds", value: { id: "a" } },
      from: "kinds: []",
      to: "kinds: [{ id: a }]",
    },
    {
      says: "without the lines of an item that is removed",
      edit: { kind: "remove", pointer: "/system/sites/1" },
      from: "    - { id: two }\n",
      to: "",
    },
    {
      says: "in place of a text of several lines",
      edit: { kind: "set", pointer: "/system/note", value: "one" },
      from: "note: |\n    two\n    lines\n",
      to: "note: one\n",
    },
    {
      says: "in a block that was none",
      edit: { kind: "set", pointer: "/data/kinds", value: ["video"] },
      from: "data: none",
      to: "data: { kinds: [video] }",
    },
    {
      says: "in a block that was not there",
      edit: { kind: "set", pointer: "/operation/incidents", value: [] },
      from: "data: none\n",
      to: "data: none\noperation: { incidents: [] }\n",
    },
  ];

  it.for(cases)("$says", ({ edit, from, to }) => {
    expect(TEXT.split(from).length).toBe(2);
    expect(editText(TEXT, edit)).toBe(TEXT.replace(from, to));
  });

  it("into an empty text as a line of its own", () => {
    expect(editText("", { kind: "set", pointer: "/kind", value: "Manifest" })).toBe("kind: Manifest\n");
  });

  it("not into what is no YAML", () => {
    expect(editText("a: [", { kind: "set", pointer: "/a", value: 1 })).toBeUndefined();
  });

  it("not where a document would no longer be read", () => {
    expect(editText("- a\n", { kind: "set", pointer: "/a", value: 1 })).toBeUndefined();
  });
});

describe("whatever place of an example is answered", () => {
  const examples = sourcesUnder("examples").filter(({ file }) => file.includes("/manifests/"));

  it.for(examples)("$file says it afterwards, and nothing else", ({ bytes }) => {
    const text = new TextDecoder().decode(bytes);
    const value = valueIn(text);
    const wrong = leavesOf(value).filter((pointer, index) => {
      // Every nineteenth place, each with an answer that needs quotes.
      if (index % 19 !== 0) return false;
      const edit: Edit = { kind: "set", pointer, value: `it's: ${index}` };
      const written = editText(text, edit);
      return written === undefined || !same(valueIn(written), editValue(value, edit));
    });
    expect(wrong).toEqual([]);
  });
});

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function valueIn(text: string): JsonObject {
  const parsed = parseText(text);
  if (!parsed.ok) throw new Error(parsed.flaws[0]?.message);
  return parsed.value;
}

function leavesOf(value: unknown, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${pointer}/${key}`));
}
