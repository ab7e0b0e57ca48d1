import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluate } from "../src/engine/evaluate.ts";
import { EXAMPLES_AS_OF, isAsExpected, judgeExample } from "../src/engine/judge-example.ts";
import { EXAMPLE_FILES, type PageExample } from "../src/engine/page-examples.ts";
import { surroundingsOf } from "../src/engine/surroundings-of.ts";
import { loadDocument } from "../src/parse/load-document.ts";
import { readSource } from "../src/workspace/read-source.ts";
import { shippedWorld } from "./example-world.ts";
import { AS_OF, ROOT, shippedBundle } from "./load-repository.ts";
import { preparedPages } from "./prepared-pages.ts";

const folders = readdirSync(join(ROOT, "policies"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, "policies", entry.name, "policy.yaml")))
  .map((entry) => entry.name);
const { bundle, problems } = shippedBundle();
const world = shippedWorld();

describe("the shipped policies", () => {
  it("have nothing wrong with them", () => {
    expect(problems.map(({ location, message }) => `${location.file}:${location.line}: ${message}`)).toEqual(
      [],
    );
  });
});

describe("the files that page examples are laid over", () => {
  it("are judged on the fixed date", () => {
    expect(EXAMPLES_AS_OF).toBe(AS_OF);
  });

  it.for(Object.values(EXAMPLE_FILES))("$file can be read", ({ file }) => {
    const loaded = Object.values(world.files).find((each) =>
      each.ok ? each.document.file === file : each.file === file,
    );
    const said = loaded?.ok ? [] : loaded?.problems.map(({ pointer, message }) => `${pointer}: ${message}`);
    expect(said).toEqual([]);
  });

  it("pass whole, judged together", () => {
    const submitted = [EXAMPLE_FILES.manifest, EXAMPLE_FILES.neighbour].map(({ file }) => {
      const source = readSource(ROOT, file);
      return { source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) };
    });
    const surroundings = surroundingsOf(
      {
        arrangements: documentOf("arrangement"),
        waivers: documentOf("waiver"),
        registryDocuments: documentOf("list"),
        plan: bundle.plan,
      },
      submitted,
    );
    const report = evaluate(bundle, submitted, {
      asOf: AS_OF,
      language: "en",
      surroundings,
      judges: () => true,
    });
    expect(
      report.findings.map(({ rule, location, fact, message }) => [rule, location.file, fact, message]),
    ).toEqual([]);
    expect(report.manifests.map(({ tier }) => tier)).toEqual(["T4", "T2"]);
  });
});

describe.for(folders)("policies/%s", (folder) => {
  const examples = preparedPages().flatMap(({ place, prepared }) =>
    place.startsWith(`policies/${folder}/`) ? [prepared] : [],
  );
  const policy = bundle.policyDocuments.find((document) => document.value.id === folder);
  const decided = (policy?.value.rules ?? []).filter((rule) => rule.kept_by === undefined);

  it("shows every rule failing and passing", () => {
    const missing = decided.flatMap(({ id }) =>
      (["fails", "passes"] as const).flatMap((expected) =>
        examples.some(({ example }) => example.rule === id && example.expected === expected)
          ? []
          : `${id} ${expected}`,
      ),
    );
    expect(missing).toEqual([]);
  });

  if (examples.length > 0) {
    it.for(examples.map(({ example, ...rest }) => [name(example), { example, ...rest }] as const))(
      "%s",
      ([, prepared]) => {
        const { example } = prepared;
        expect(prepared.problems).toEqual([]);
        const rule = bundle.rulesOn(prepared.asOf).rules.find(({ id }) => id === example.rule);
        if (rule === undefined) throw new Error(`no rule in force is called ${example.rule}`);
        const findings = judgeExample(prepared, rule);
        expect({ findings, expected: isAsExpected(example, findings) }).toEqual({ findings, expected: true });
      },
    );
  }
});

function documentOf(name: keyof typeof EXAMPLE_FILES): never[] {
  const loaded = world.files[name];
  // Each was read as the kind its name stands for.
  return loaded?.ok ? [loaded.document as never] : [];
}

function name({ line, rule, expected, headings }: PageExample): string {
  return `line ${line}: ${rule} ${expected} (${headings.at(-1)})`;
}
