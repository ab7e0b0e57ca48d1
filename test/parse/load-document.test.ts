import { describe, expect, it } from "vitest";
import type { DocumentKind } from "../../src/model/document.ts";
import type { FileMode } from "../../src/model/source.ts";
import { loadText, problemsOf, shown, WAIVER } from "./load-text.ts";

const KIB = 1024;

describe("the file itself", () => {
  it.for([
    ["100755", "the file is marked executable; only a plain file is read"],
    ["120000", "the file is a symbolic link; only a plain file is read"],
    ["160000", "this path is a submodule; only a plain file is read"],
  ] as const satisfies readonly (readonly [FileMode, string])[])("mode %s is refused", ([mode, message]) => {
    const [problem] = problemsOf(WAIVER, { mode });
    expect(problem).toMatchObject({
      stage: "limits",
      kind: "Waiver",
      message,
      location: { line: 1, column: 1 },
    });
  });

  it.for([
    ["Waiver", 64 * KIB],
    ["Configuration", 64 * KIB],
    ["Plan", 256 * KIB],
  ] as const satisfies readonly (readonly [DocumentKind, number])[])(
    "a %s of %d bytes is read, one byte more is not",
    ([kind, limit]) => {
      const text = kind === "Configuration" ? "mode: enforce\n" : `apiVersion: bylaw/v1\nkind: ${kind}\n`;
      const fill = (size: number): string => `${text}#${"x".repeat(size - text.length - 1)}`;
      expect(problemsOf(fill(limit), { kind }).filter(({ stage }) => stage === "limits")).toEqual([]);
      expect(problemsOf(fill(limit + 1), { kind }).map(({ message }) => message)).toEqual([
        `the file is ${limit + 1} bytes; the limit is ${limit} bytes`,
      ]);
    },
  );

  it("a large file that calls itself a waiver is refused though its place is not known", () => {
    const [problem] = problemsOf(`${WAIVER}#${"x".repeat(64 * KIB)}`);
    expect(problem).toMatchObject({ stage: "limits", kind: "Waiver" });
  });
});

describe("errors of syntax", () => {
  it.for([
    ["a tab as indentation", "a:\n\tb: c\n", "2:1 a tab stands where spaces indent the line"],
    ["a bracket left open", "a: [b, c\nd: e\n", "2:1 this line is indented less than the block"],
    ["a brace left open at the end", "a: { b: c", "1:10 a `[` or `{` is never closed"],
    ["a quote left open", 'a: "b\n', "this line is indented less"],
    [
      "a closing bracket at the edge",
      "a: [\n  b\n]\n",
      "3:1 the closing `]` is indented no further than the key",
    ],
    ["a comma too many", "a: [b,, c]\n", "1:7 a `,` stands where an entry should"],
    ["a comma too few", "a: [[b] [c]]\n", "1:9 a `,` is missing between two entries"],
    ["a colon in a value", "a: b: c\n", "1:5 this key does not stand in line"],
    ["a key without colon", "a: b\nc\n", "3:1 a key runs over several lines, or a `:` is missing after it"],
    ["an escape without meaning", 'a: "\\d"\n', '1:6 a `\\` inside `"` stands before a character'],
    ["a key out of line", "a:\n  b: c\n d: e\n", "this key does not stand in line"],
    ["text outside of every key", "a: b\n...\nc\n", "a second document begins here"],
    ["columns in UTF-16 units", "a: [😀,, x]\n", "1:8 a `,` stands where an entry should"],
  ] satisfies readonly (readonly [string, string, string])[])(
    "%s: has a place and a way out",
    ([, text, expected]) => {
      const [problem, ...others] = problemsOf(text);
      expect(shown(problem === undefined ? [] : [problem]).join()).toContain(expected);
      expect(problem).toMatchObject({ stage: "syntax", pointer: "" });
      expect(problem?.help).toMatch(/^[a-z]/);
      expect(others).toEqual([]);
    },
  );

  it("a date that is in no calendar is refused wherever it stands, in quotes or not", () => {
    const text = WAIVER.replace("2027-05-10", "2027-02-29").replace("2026-11-20", '"2026-13-01"');
    expect(shown(problemsOf(text))).toEqual([
      "7:8 `2026-13-01` is in no calendar",
      "8:10 `2027-02-29` is in no calendar",
    ]);
  });

  it.for(["2028-02-29", "2000-02-29", "2026-12-31"])("%s is in the calendar", (date) => {
    expect(problemsOf(WAIVER.replace("2027-05-10", date))).toEqual([]);
  });
});

describe("the kind of a file", () => {
  it.for([
    ["none stated", "apiVersion: bylaw/v1\n", undefined, "1:1 the key `kind` is missing"],
    [
      "a slip of the pen",
      "kind: Manifets\n",
      undefined,
      "1:7 `Manifets` is no kind of file; a kind with a similar name exists: `Manifest`",
    ],
    [
      "a kind that files do not state",
      "kind: Configuration\n",
      undefined,
      "1:7 `Configuration` is no kind of file",
    ],
    ["no text", "kind: [Waiver]\n", undefined, '1:7 `["Waiver"]` is no kind of file'],
    ["a name every object has", "kind: toString\n", undefined, "1:7 `toString` is no kind of file"],
    ["no format", "kind: Waiver\n", undefined, "1:1 the key `apiVersion` is missing"],
    [
      "a later format",
      "apiVersion: bylaw/v2\nkind: Waiver\n",
      undefined,
      "1:13 the format `bylaw/v2` is not known; this version reads `bylaw/v1`",
    ],
    [
      "another than belongs here",
      WAIVER,
      "Plan",
      "2:7 the file says it is of kind `Waiver`; in this place stands a `Plan`",
    ],
  ] as const)("%s", ([, text, kind, expected]) => {
    const problems = problemsOf(text, kind === undefined ? {} : { kind });
    expect(shown(problems).join("\n")).toContain(expected);
    expect(problems).toHaveLength(1);
  });

  it("is read from the file where the place does not say", () => {
    const loaded = loadText(WAIVER);
    expect(loaded.ok && loaded.document.kind).toBe("Waiver");
  });

  it("is told by the place for a configuration, which names neither format nor kind", () => {
    const loaded = loadText("mode: dry-run\n", { kind: "Configuration" });
    expect(loaded.ok && loaded.document).toMatchObject({ kind: "Configuration", value: { mode: "dry-run" } });
  });

  it("is named in problems of a file that cannot be parsed", () => {
    expect(problemsOf(`${WAIVER}a: [\n`)[0]?.kind).toBe("Waiver");
    expect(problemsOf("a: [\n")[0]?.kind).toBe(null);
  });
});

describe("the second reader", () => {
  it.for([
    ["a line that holds a tab only", `${WAIVER}renews:\n\t`, "10:1 a tab stands at the beginning of a line"],
    [
      "a block text that ends with spaces",
      `${WAIVER}renews: |+\n\n  `,
      "9:9 two YAML readers understand this differently",
    ],
  ] as const)("%s: is asked in gate mode, and differs", ([, text, expected]) => {
    expect(shown(problemsOf(text, { gate: true })).join()).toContain(expected);
    expect(problemsOf(text, { gate: false }).filter(({ stage }) => stage === "syntax")).toEqual([]);
  });
});

it("JSON is YAML, and is read the same", () => {
  const value = {
    apiVersion: "bylaw/v1",
    kind: "Plan",
    objectives: [],
    coordinator: { role: "x" },
    packs: {},
    adopted_on: null,
  };
  expect(shown(problemsOf(JSON.stringify(value, null, 2)))).toEqual([
    "4:17 `objectives` has 0 items; the least is 1",
  ]);
});

it("CR LF line ends are read, and columns do not count them", () => {
  const loaded = loadText(WAIVER.replaceAll("\n", "\r\n"));
  expect(loaded.ok && loaded.document.locate("/rule")).toMatchObject({
    line: 4,
    column: 7,
    end_line: 4,
    end_column: 13,
  });
});
