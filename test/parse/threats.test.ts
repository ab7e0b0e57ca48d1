import { describe, expect, it } from "vitest";
import { loadText, problemsOf, shown, WAIVER } from "./load-text.ts";

/** Id, what is attempted, the file, and the one problem found. Both modes find it. */
const REFUSED: readonly (readonly [string, string, string, string])[] = [
  ["Y01", "billion laughs", `${WAIVER}${laughs(9, 9)}`, "9:5 an anchor (`&`) stands here"],
  ["Y02", "alias doubling to 2^28", `${WAIVER}${laughs(28, 2)}`, "9:5 an anchor (`&`) stands here"],
  [
    "Y03",
    "one big list, repeated by aliases",
    `${WAIVER}a: &a [${"x, ".repeat(1000)}]\nb: [${"*a, ".repeat(99)}]\n`,
    "9:4 an anchor (`&`) stands here",
  ],
  [
    "Y04",
    "one alias, the fewest there can be",
    `${WAIVER}a: &a x\nb: *a\n`,
    "10:4 an alias (`*`) stands here",
  ],
  ["Y04", "an alias to nothing", `${WAIVER}b: *a\n`, "9:4 an alias (`*`) stands here"],
  ["Y05", "an anchor that holds itself", `${WAIVER}a: &a [*a]\n`, "9:8 an alias (`*`) stands here"],
  [
    "Y06",
    "850 open brackets",
    `${WAIVER}a: ${"[".repeat(850)}${"]".repeat(850)}\n`,
    "nested too deeply; the limit is 32 levels",
  ],
  [
    "Y06",
    "850 nested list marks",
    `${WAIVER}a:\n ${"- ".repeat(850)}x\n`,
    "nested too deeply; the limit is 32 levels",
  ],
  [
    "Y07",
    "nesting just over the limit",
    `${WAIVER}a: ${"[".repeat(32)}${"]".repeat(32)}\n`,
    "nested too deeply; the limit is 32 levels",
  ],
  [
    "Y10",
    "a key that stands twice",
    `${WAIVER}rule: RET-01\n`,
    "9:1 the key `rule` stands twice in the same map",
  ],
  [
    "Y10",
    "the same key once in quotes",
    `${WAIVER}"rule": RET-01\n`,
    "the key `rule` stands twice in the same map",
  ],
  ["Y11", "a number as key beside the same text", `${WAIVER}1: a\n"1": b\n`, "9:1 the key `1` is not text"],
  ["Y13", "a merge key", `${WAIVER}<<: { rule: RET-01 }\n`, "9:1 a merge key (`<<`) stands here"],
  ["Y13", "a merge key in quotes", `${WAIVER}"<<": { rule: RET-01 }\n`, "a merge key (`<<`) stands here"],
  ["Y14", "a YAML directive", `%YAML 1.1\n---\n${WAIVER}`, "1:1 a line begins with `%`, a directive"],
  [
    "Y14",
    "a directive after a document end",
    `${WAIVER}...\n%YAML 1.1\n---\na: b\n`,
    "10:1 a line begins with `%`",
  ],
  ["Y16", "a tag of one's own", `${WAIVER}a: !evil x\n`, "9:4 a tag (`!`) stands here"],
  ["Y16", "a function tag", `${WAIVER}a: !!js/function x\n`, "9:4 a tag (`!`) stands here"],
  ["Y16", "a verbatim tag", `${WAIVER}a: !<tag:yaml.org,2002:str> x\n`, "9:4 a tag (`!`) stands here"],
  ["Y16", "the bare tag", `${WAIVER}a: ! x\n`, "9:4 a tag (`!`) stands here"],
  ["Y16", "a tag on the root", `!!map\n${WAIVER}`, "1:1 a tag (`!`) stands here"],
  ["Y17", "bytes in base 64", `${WAIVER}a: !!binary SGlrdmlzaW9u\n`, "9:4 a tag (`!`) stands here"],
  ["Y18", "a set", `${WAIVER}a: !!set { b }\n`, "9:4 a tag (`!`) stands here"],
  ["Y18", "an ordered map", `${WAIVER}a: !!omap [b: c]\n`, "9:4 a tag (`!`) stands here"],
  ["Y19", "two documents", `${WAIVER}---\n${WAIVER}`, "9:1 a second document begins here"],
  ["Y19", "an empty second document", `${WAIVER}---\n`, "9:1 a second document begins here"],
  ["Y20", "an empty file", "", "1:1 the file holds nothing"],
  ["Y20", "only comments", "# kind: Waiver\n\n", "1:1 the file holds nothing"],
  [
    "Y21",
    "a byte order mark inside the file",
    `${WAIVER}\ufeffvendor: x\n`,
    "9:1 a byte order mark (U+FEFF) stands inside the text",
  ],
  ["Y22", "lines that end with CR alone", WAIVER.replaceAll("\n", "\r"), "1:21 a line ends with U+000D"],
  ["Y22", "one CR inside a comment", `${WAIVER}# a\rrule: RET-01\n`, "9:4 a line ends with U+000D"],
  ["Y22", "a next-line character", `${WAIVER}# a\u0085rule: RET-01\n`, "9:4 a line ends with U+0085"],
  ["Y22", "a line separator", `${WAIVER}# a\u2028rule: RET-01\n`, "9:4 a line ends with U+2028"],
  ["Y23", "NUL", `${WAIVER}# \0\n`, "9:3 the control character U+0000 stands in the text"],
  ["Y23", "escape", `${WAIVER}# \u001b[31m\n`, "9:3 the control character U+001B stands in the text"],
  ["Y23", "delete", `${WAIVER}# \u007f\n`, "9:3 the control character U+007F stands in the text"],
  [
    "Y25",
    "a no-break space after the colon",
    "kind:\u00a0Waiver\n",
    "1:6 the space U+00A0 stands in the text",
  ],
  [
    "Y25",
    "a root that is text",
    "kind:Waiver\n",
    "1:1 the file holds one text or number; it takes a map of keys",
  ],
  ["Y25", "a root that is a list", `- ${WAIVER.replaceAll("\n", "\n  ")}`, "1:1 the file holds a list"],
  [
    "Y26",
    "half a surrogate pair as an escape",
    `${WAIVER}a: "\\uD800"\n`,
    "9:4 an escape inside quotes: U+D800 is half",
  ],
  [
    "Y26",
    "a zero-width space as an escape",
    `${WAIVER}a: "x\\u200b"\n`,
    "9:4 an escape inside quotes: the character U+200B",
  ],
  [
    "Y26",
    "a byte order mark as an escape",
    `${WAIVER}a: "\\uFEFFx"\n`,
    "9:4 an escape inside quotes: a byte order mark",
  ],
  [
    "Y26",
    "a NUL as an escape",
    `${WAIVER}a: "\\0"\n`,
    "9:4 an escape inside quotes: the control character U+0000",
  ],
  [
    "Y26",
    "a hidden character in a key",
    `${WAIVER}"ru\\u200ble": x\n`,
    "9:1 an escape inside quotes: the character U+200B",
  ],
  ["Y26", "a direction control", `${WAIVER}# \u202e\n`, "9:3 the direction control U+202E"],
  [
    "Y26",
    "a tag character",
    `${WAIVER}# \u{e0041}\n`,
    "9:3 the character U+E0041 stands in the text and cannot be seen",
  ],
  ["Y27", "a number beyond all bounds", `${WAIVER}a: 1e400\n`, "9:4 `1e400` is larger than 9007199254740991"],
  ["Y27", "digits beyond all bounds", `${WAIVER}a: ${"9".repeat(400)}\n`, "is larger than 9007199254740991"],
  [
    "Y27",
    "a number that would be rounded",
    `${WAIVER}a: 9007199254740993\n`,
    "9:4 `9007199254740993` is larger",
  ],
  [
    "Y27",
    "an octal, or is it",
    `${WAIVER}a: 0777\n`,
    "9:4 `0777` is a number that programs read differently",
  ],
  ["Y27", "infinity", `${WAIVER}a: -.inf\n`, "9:4 `-.inf` is no number"],
  ["Y27", "no number", `${WAIVER}a: .nan\n`, "9:4 `.nan` is no number"],
  ["Y28", "__proto__", `${WAIVER}__proto__: { rule: RET-01 }\n`, "9:1 the key `__proto__` is reserved"],
  ["Y28", "constructor", `${WAIVER}constructor: x\n`, "9:1 the key `constructor` is reserved"],
  ["Y28", "prototype", `${WAIVER}a: { prototype: x }\n`, "9:6 the key `prototype` is reserved"],
  ["Y28", "toString", `${WAIVER}"toString": x\n`, "9:2 the key `toString` is reserved"],
  [
    "Y28",
    "a reserved key spelt with escapes",
    `${WAIVER}"__prot\\u006f__": x\n`,
    "the key `__proto__` is reserved",
  ],
  ["Y29", "a list as key", `${WAIVER}? [a, b]\n: c\n`, "9:3 a list or map stands where a key should"],
  ["Y29", "a map as key", `${WAIVER}{ a: b }: c\n`, "9:1 a list or map stands where a key should"],
  ["Y29", "a blank key", `${WAIVER}: c\n`, "a key is missing before this `:`"],
  ["Y29", "null as key", `${WAIVER}null: c\n`, "9:1 the key `null` is not text"],
  ["Y29", "a boolean as key", `${WAIVER}true: c\n`, "9:1 the key `true` is not text"],
];

describe.each([true, false])("a hostile file, read with gate %s", (gate) => {
  it.for(REFUSED)("%s: %s is refused", ([, , text, expected]) => {
    const problems = problemsOf(text, { gate });
    expect(shown(problems).join("\n")).toContain(expected);
    expect(problems.every(({ stage }) => stage === "syntax" || stage === "limits")).toBe(true);
  });

  it("Y12: keys that differ only by normal form are unknown keys, both of them", () => {
    const problems = problemsOf(`${WAIVER}caf\u00e9: 1\ncafe\u0301: 2\n`, { gate });
    expect(shown(problems)).toEqual(["9:1 unknown key `café`", "10:1 unknown key `cafe\u0301`"]);
  });

  it.for(["no", "yes", "on", "off", "y", "N"])(
    "Y15: `%s` is text, not a boolean, and the help says what to write",
    (word) => {
      const text = `apiVersion: bylaw/v1\nkind: Arrangement\nid: arr:a\nmunicipality: { cbs_code: "7400" }\npartner: { name: Xiamen }\nform: mou\nactive: ${word}\n`;
      const [problem] = problemsOf(text, { gate });
      expect(problem?.message).toBe(`\`active\` takes \`true\` or \`false\`, not the text \`${word}\``);
      expect(problem?.help).toBe("write true or false, without quotes");
    },
  );

  it.for([
    ["an overlong slash", [0xc0, 0xaf]],
    ["a lone continuation byte", [0x80]],
    ["half a surrogate pair", [0xed, 0xa0, 0x80]],
    ["a character cut off at the end", [0xd7]],
  ] as const)("Y24: %s is refused where it stands", ([, bad]) => {
    const text = new TextEncoder().encode(`${WAIVER}# שלום `);
    const [problem, ...others] = problemsOf(Uint8Array.from([...text, ...bad]), { gate });
    expect(problem).toMatchObject({
      stage: "syntax",
      message: "a byte here is not UTF-8; only UTF-8 is read",
    });
    expect(problem?.location).toMatchObject({ line: 9, column: 8 });
    expect(others).toEqual([]);
  });

  it("Y24: a file in UTF-16 is named as such", () => {
    const units = [...`\ufeff${WAIVER}`].flatMap((character) => [
      character.charCodeAt(0) & 255,
      character.charCodeAt(0) >> 8,
    ]);
    const [problem] = problemsOf(Uint8Array.from(units), { gate });
    expect(problem?.message).toBe("the file is UTF-16; only UTF-8 is read");
  });
});

describe("what is let through", () => {
  it("Y07: nesting up to 32 levels reaches the schema", () => {
    const problems = problemsOf(`${WAIVER}a: ${"[".repeat(31)}${"]".repeat(31)}\n`);
    expect(shown(problems)).toEqual(["9:1 unknown key `a`"]);
  });

  it("Y08: 5,000 keys are read, in gate mode too, and found unknown", () => {
    const keys = Array.from({ length: 5000 }, (_, index) => `k${index}: 1\n`).join("");
    const problems = problemsOf(WAIVER + keys);
    expect(problems).toHaveLength(50);
    expect(problems.at(-1)?.message).toBe("4951 more problems stand from here on; the limit shown is 50");
  });

  it("Y09: thousands of errors in one file end with the first the reader meets", () => {
    expect(problemsOf(`${WAIVER}${"a: b: c\n".repeat(3000)}`)).toHaveLength(1);
  });

  it("Y21: a byte order mark at the beginning is passed over, and takes no column", () => {
    const loaded = loadText(`\ufeff${WAIVER}`);
    expect(loaded.ok && loaded.document.locate("/apiVersion")).toMatchObject({
      line: 1,
      column: 13,
      start: 15,
    });
  });

  it("Y26: a look-alike letter as an escape is that letter, for name resolution to judge", () => {
    const loaded = loadText(`${WAIVER}reason: { en: "H\\u0456kvision" }\n`);
    expect(loaded.ok && loaded.document.value).toMatchObject({ reason: { en: "Hіkvision" } });
  });

  it("Y27: the largest exact number is read, and reaches the schema", () => {
    expect(shown(problemsOf(`${WAIVER}a: 9007199254740991\n`))).toEqual(["9:1 unknown key `a`"]);
  });
});

function laughs(levels: number, width: number): string {
  const lines = Array.from({ length: levels }, (_, level) => {
    const items = Array.from({ length: width }, () => (level === 0 ? "ha" : `*a${level - 1}`));
    return `a${level}: &a${level} [${items.join(", ")}]\n`;
  });
  return lines.join("");
}
