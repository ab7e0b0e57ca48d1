import { expect, it } from "vitest";
import { sniffKind } from "../../src/parse/sniff-kind.ts";

const FOUND: readonly (readonly [string, string, string])[] = [
  ["a manifest in YAML", "x.yaml", "apiVersion: bylaw/v1\nkind: Manifest\n"],
  ["in JSON", "x.json", '{"a": {"kind": "Plan"}, "kind": "Manifest"}'],
  ["under any name", "notes.txt", "kind: Manifest\n"],
  ["as a flow map over lines", "x.YML", "{\n kind : Manifest }"],
  ["with quotes and escapes", "x.yaml", '"k\\u0069nd": "M\\u0061nifest"\n'],
  ["behind a comment and a document mark", "x.yaml", "# x\n---\nkind: Manifest\n"],
  ["in the second document", "x.yaml", "a: b\n---\nkind: Manifest\n"],
  ["behind a byte order mark", "x.yaml", "\ufeffkind: Manifest\n"],
  ["with a tag and an anchor", "x.yaml", "!!map\nkind: &k !!str Manifest\n"],
  ["by an alias", "x.yaml", "a: &k Manifest\nkind: *k\n"],
  ["in a file that does not parse", "x.yaml", "kind: Manifest\na: [\n"],
  ["in a file that does not parse, key in quotes", "x.yaml", '"kind": "Manifest"\na: [\n'],
  ["in JSON that does not parse", "x.json", '{\n  "kind": "Manifest",\n  "a": [\n'],
  ["in a broken file kept under another name", "x.yaml.bak", "kind: Manifest\na: [\n"],
  ["in a file too large to parse", "x.yaml", `kind: Manifest\n#${"x".repeat(300_000)}`],
  ["nested too deeply to parse", "x.yaml", `kind: Manifest\na: ${"[".repeat(850)}${"]".repeat(850)}\n`],
];

const NOT_FOUND: readonly (readonly [string, string, string])[] = [
  ["an empty file", "x.yaml", ""],
  ["the key deeper down", "x.yaml", "a:\n  kind: Manifest\n"],
  ["the key in a list", "x.yaml", "- kind: Manifest\n"],
  ["the word as another key's value", "x.yaml", "a: kind\nb: Manifest\n"],
  ["the word in a comment", "x.yaml", "# kind: Manifest\na: b\n"],
  ["a kind of someone else's", "x.yaml", "kind: Deployment\n"],
  ["a configuration, which states no kind", "x.yaml", "kind: Configuration\n"],
  ["prose that quotes a manifest", "x.md", "# How to\n\nWrite: a\n\n```yaml\nkind: Manifest\n```\n"],
  ["a program that quotes a manifest", "x.ts", "const a = `\nkind: Manifest\n`;\n"],
  ["bytes", "x.yaml", "\0\u0001kind"],
];

it.for(FOUND)("finds %s", ([, file, text]) => {
  expect(sniff(file, text)).toBe("Manifest");
});

it.for(NOT_FOUND)("does not take for a manifest: %s", ([, file, text]) => {
  expect(sniff(file, text)).toBeUndefined();
});

it("names the other kinds too", () => {
  expect(sniff("x.yaml", "kind: VendorRegistry\n")).toBe("VendorRegistry");
});

function sniff(file: string, text: string) {
  return sniffKind({ file, bytes: new TextEncoder().encode(text), mode: "100644" });
}
