import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { evaluate } from "../src/engine/evaluate.ts";
import { loadBundle } from "../src/engine/load-bundle.ts";
import type { Finding } from "../src/model/generated/report.ts";
import { loadDocument } from "../src/parse/load-document.ts";
import { ROOT, sourcesUnder } from "./load-repository.ts";

type ExpectedFinding = Pick<Finding, "rule" | "clause" | "effect" | "state" | "outcome" | "fact" | "subject">;

interface Expected {
  readonly as_of: string;
  readonly manifests: Readonly<
    Record<
      string,
      {
        readonly tier: string | null;
        readonly verdict: string;
        readonly findings: readonly ExpectedFinding[];
      }
    >
  >;
}

const municipalities = readdirSync(join(ROOT, "examples"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const { bundle } = loadBundle([...sourcesUnder("policies"), ...sourcesUnder("examples")], { gate: false });

describe.for(municipalities)("examples/%s", (municipality) => {
  const expected = load(
    readFileSync(join(ROOT, `examples/${municipality}/expected.yaml`), "utf8"),
  ) as Expected;
  const submitted = sourcesUnder(`examples/${municipality}/manifests`).map((source) => ({
    source,
    loaded: loadDocument(source, { gate: true, kind: "Manifest" }),
  }));
  const report = evaluate(bundle, submitted, { asOf: expected.as_of, language: "en" });

  it("names every manifest, and no other", () => {
    expect(report.manifests.map(({ id }) => id).sort()).toEqual(Object.keys(expected.manifests).sort());
  });

  it.for(report.manifests)(
    "$file has the tier, the verdict and exactly the findings expected of it",
    (manifest) => {
      const { id, file, tier, verdict } = manifest;
      const found = report.findings
        .filter((finding) => finding.location.file === file)
        .map(({ rule, clause, effect, state, outcome, fact, subject }) => ({
          rule,
          clause,
          effect,
          state,
          outcome,
          fact,
          subject,
        }));
      const wanted = expected.manifests[id ?? file];
      expect({ tier, verdict, findings: found.sort(byText) }).toEqual({
        ...wanted,
        findings: [...(wanted?.findings ?? [])].sort(byText),
      });
    },
  );
});

function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
