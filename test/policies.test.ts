import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dump, load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { evaluate } from "../src/engine/evaluate.ts";
import { layOver, type PageExample, pageExamples } from "../src/engine/page-examples.ts";
import { AS_OF, manifestFrom, ROOT, shippedBundle } from "./load-repository.ts";

const folders = readdirSync(join(ROOT, "policies"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, "policies", entry.name, "policy.yaml")))
  .map((entry) => entry.name);
const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const complete = load(read("policies/example.yaml")) as never;
const { bundle, problems } = shippedBundle();

describe("the shipped policies", () => {
  it("have nothing wrong with them", () => {
    expect(problems.map(({ location, message }) => `${location.file}:${location.line}: ${message}`)).toEqual(
      [],
    );
  });

  it("let the manifest that page examples start from pass whole", () => {
    const report = reportOn(read("policies/example.yaml"), AS_OF);
    expect(report.findings.map(({ rule, fact, state, message }) => ({ rule, fact, state, message }))).toEqual(
      [],
    );
  });
});

describe.for(folders)("policies/%s", (folder) => {
  const examples = pageExamples(read(`policies/${folder}/README.md`));

  it("shows every clause of every rule failing and every rule passing", () => {
    const policy = bundle.policyDocuments.find((document) => document.value.id === folder);
    const rules = (policy?.value.rules ?? []).filter((rule) => rule.kept_by === undefined);
    const missing = rules.flatMap(({ id }) =>
      (["fails", "passes"] as const).flatMap((expected) =>
        examples.some((example) => example.rule === id && example.expected === expected)
          ? []
          : `${id} ${expected}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  if (examples.length > 0) {
    it.for(examples.map((example) => [name(example), example] as const))("%s", ([, example]) => {
      const merged = layOver(complete, load(example.yaml) as never);
      const { findings } = reportOn(dump(merged, { noRefs: true }), example.asOf ?? AS_OF);
      const about = findings.filter(
        (finding) => finding.rule === example.rule || finding.rule.startsWith("manifest-"),
      );
      const said = about.map(({ rule, outcome, effect, state }) => ({ rule, outcome, effect, state }));
      if (example.expected === "passes") {
        expect(said).toEqual([]);
        return;
      }
      const outcome = example.expected === "fails" ? "fail" : "unknown";
      const effect = example.effect ?? expect.any(String);
      expect(said).toContainEqual({ rule: example.rule, outcome, effect, state: expect.any(String) });
    });
  }
});

function reportOn(text: string, asOf: string) {
  const loaded = manifestFrom(text);
  const source = {
    file: "manifests/test.yaml",
    bytes: new TextEncoder().encode(text),
    mode: "100644",
  } as const;
  return evaluate(bundle, [{ source, loaded }], { asOf, language: "en" });
}

function name({ line, rule, expected, headings }: PageExample): string {
  return `line ${line}: ${rule} ${expected} (${headings.at(-1)})`;
}
