import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { readFileSync } from "node:fs";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { evaluate } from "../src/engine/evaluate.ts";
import { loadBundle } from "../src/engine/load-bundle.ts";
import { loadDocument } from "../src/parse/load-document.ts";
import { AS_OF, ROOT, sourcesUnder } from "./load-repository.ts";

interface Expected {
  readonly rule: string;
  readonly [key: string]: unknown;
}

const municipalities = readdirSync(join(ROOT, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const { bundle } = loadBundle([...sourcesUnder("policies"), ...sourcesUnder("examples")], { gate: false });

describe.for(municipalities)("examples/%s", (municipality) => {
  const sources = sourcesUnder(`examples/${municipality}/manifests`);
  const submitted = sources.map((source) => ({
    source,
    loaded: loadDocument(source, { gate: true, kind: "Manifest" }) as never,
  }));
  const report = evaluate(bundle, submitted, { asOf: AS_OF, language: "en" });
  const expectedFile = `examples/${municipality}/expected.yaml`;
  const expected = existsSync(join(ROOT, expectedFile))
    ? (load(readFileSync(join(ROOT, expectedFile), "utf8")) as { manifests: Record<string, { findings: readonly Expected[] }> })
    : { manifests: {} };

  it.for(sources.map((source) => source.file))("%s gives exactly the findings expected of it", (file) => {
    const id = report.manifests.find((manifest) => manifest.file === file)?.id ?? file;
    const wanted = expected.manifests[id]?.findings ?? [];
    const found = report.findings.filter((finding) => finding.location.file === file);
    const picked = found.map((finding, index) => {
      const keys = Object.keys(wanted[index] ?? { rule: "", effect: "", state: "", outcome: "", fact: "" });
      return Object.fromEntries(keys.map((key) => [key, finding[key as keyof typeof finding]]));
    });
    expect(picked.sort(byText)).toEqual([...wanted].sort(byText));
  });
});

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
