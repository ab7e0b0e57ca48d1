import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codeSpan } from "../../src/render/code-span.ts";
import { inline } from "../../src/render/inline.ts";
import { table, tableRow } from "../../src/render/table.ts";
import { breaches, gfmCells } from "./markdown-safety.ts";
import { hasSuites, payloads } from "./suites.ts";

describe("a code span", () => {
  it.for([
    ["plain text", "period", "`period`"],
    ["a backtick", "a`b", "``a`b``"],
    ["runs of backticks", "``a```", "```` ``a``` ````"],
    ["spaces at both ends", " a ", "`  a  `"],
    ["nothing", "", "`  `"],
    ["a line break", "a\nb", "`a\\nb`"],
    ["a bidirectional control", "a\u202Eb", "`a\\u{202E}b`"],
    ["the opening of a comment", "<!-- bylaw:summary -->", "`<\\u{21}-- bylaw:summary -->`"],
    ["a long text", "x".repeat(400), `\`${"x".repeat(300)}…\``],
  ] as const)("holds %s", ([, text, expected]) => {
    expect(codeSpan(text)).toBe(expected);
  });
});

describe("a message", () => {
  it.for([
    ["keeps values as code", "`period` is `P90D`", "`period` is `P90D`"],
    ["escapes markup", "*a* _b_ [c](d) ~e~ \\f", "\\*a\\* \\_b\\_ \\[c\\](d) \\~e\\~ \\\\f"],
    ["escapes HTML", "<b>&amp;</b>", "&lt;b&gt;&amp;amp;&lt;/b&gt;"],
    ["calls nobody", "ask @mayor", "ask @&#8203;mayor"],
    ["refers to no issue", "see #12", "see #&#8203;12"],
    ["links nothing", "https://a.example www.b.example", "https:/&#8203;/a.example www&#8203;.b.example"],
    ["begins no list, heading or quote", "- a", "\\- a"],
    ["begins no numbered list", "1. a", "1\\. a"],
    ["leaves a version as it is", "1.1.0 to 2.0.0", "1.1.0 to 2.0.0"],
    ["writes no formula", "$a$", "&#36;a&#36;"],
    ["leaves a lone backtick as text", "a ` b", "a \\` b"],
    ["keeps touching values apart", "`a``b`", "`a`&#8203;`b`"],
    ["is one line", "one\n\n  two", "one two"],
  ] as const)("%s", ([, text, expected]) => {
    expect(inline(text)).toBe(expected);
  });
});

describe("a table row", () => {
  it.for([
    ["a pipe", "a|b", "| `a\\|b` | x |"],
    ["a pipe after a backslash", "a\\|b", "| `a\\u{5C}\\|b` | x |"],
    ["a pipe after two", "a\\\\|b", "| `a\\u{5C}\\u{5C}\\|b` | x |"],
  ] as const)("keeps its cells around %s", ([, text, expected]) => {
    expect(tableRow([codeSpan(text), "x"])).toBe(expected);
    expect(gfmCells(expected)).toBe(2);
  });
});

/** Every way submitted text is ever placed, in one small document. */
function everyPlace(text: string): string {
  const row = [codeSpan(text), inline(text), inline(`value \`${text}\` given`), "end"];
  return `${table(["a", "b", "c", "d"], [row])}\n\n- **blocks** ${codeSpan(text)}: ${inline(text)}\n  - why: ${inline(text)}\n\n### ${codeSpan(text)}\n\nx ${inline(text)}`;
}

function expectContained(text: string): void {
  const markdown = everyPlace(text);
  const row = markdown.split("\n")[2] ?? "";
  expect({ text, breaches: breaches(markdown), cells: gfmCells(row) }).toEqual({
    text,
    breaches: [],
    cells: 4,
  });
  expect(markdown).not.toContain("<!--");
}

describe("submitted text", () => {
  it.for([
    ["html", "<b>x</b>"],
    ["mention", "@mayor"],
    ["link", "https://a.example"],
    ["cells", "a|b"],
  ] as const)("put in as it is would be noticed: %s", ([kind, text]) => {
    const naive = `| a | b |\n| --- | --- |\n| x ${text} | y |\n`;
    const cells = gfmCells(naive.split("\n")[2] ?? "") === 2 ? [] : ["cells"];
    expect([...breaches(naive).map((breach) => breach.kind), ...cells]).toContain(kind);
  });

  it("never breaks out of its place", () => {
    const spiteful = fc.array(
      fc.constantFrom(
        "`",
        "``",
        "|",
        "\\",
        "<",
        ">",
        "!",
        "-",
        "--",
        "[",
        "]",
        "(",
        ")",
        "@a",
        "#1",
        "\n",
        "\r",
        " ",
        "*",
        "_",
        "~~~",
        "<b>",
        "<!--",
        "-->",
        "&lt;",
        "&#64;a",
        "$",
        "http://a.b",
        "www.a.b",
        "a@b.co",
        "\u202E",
        "\u2028",
        "x",
        "1.",
        ":",
        "=",
        "\t",
      ),
      { maxLength: 14 },
    );
    fc.assert(
      fc.property(
        fc.oneof(
          spiteful.map((parts) => parts.join("")),
          fc.string({ unit: "binary" }),
        ),
        expectContained,
      ),
      { numRuns: 1500 },
    );
  });

  it.runIf(hasSuites)("of the published payload lists never breaks out (needs BYLAW_SUITES)", () => {
    const all = payloads();
    expect(all.length).toBeGreaterThan(7000);
    for (const text of all) expectContained(text);
  });
});
