import { readFileSync } from "node:fs";
import { dump, load } from "js-yaml";
import { globSync } from "tinyglobby";
import { layOver, type PageExample, pageExamples } from "../../src/engine/page-examples.ts";
import type { JsonValue, Manifest } from "../../src/model/document.ts";
import { example } from "../facts/facts-of.ts";
import { AS_OF, manifestFrom } from "../load-repository.ts";

/** A manifest of this repository, and what it is asked about. */
export interface Shipped {
  readonly name: string;
  readonly manifest: Manifest;
  readonly asOf: string;
  /** The rule it is an example of; left out where all are asked. */
  readonly rule?: string;
}

/** The manifests of the fictional municipalities. */
export function submittedExamples(): readonly Shipped[] {
  return globSync("examples/*/manifests/*.yaml")
    .sort()
    .map((file) => ({ name: file, manifest: example(file.slice("examples/".length)), asOf: AS_OF }));
}

/** The executed examples of the policy pages, each laid over the complete manifest. */
export function pageManifests(wanted: (example: PageExample) => boolean): readonly Shipped[] {
  const complete = load(readFileSync("policies/example.yaml", "utf8")) as JsonValue;
  return globSync("policies/*/README.md")
    .sort()
    .flatMap((page) =>
      pageExamples(readFileSync(page, "utf8"))
        .filter(wanted)
        .map(({ rule, line, asOf, yaml }) => {
          const loaded = manifestFrom(dump(layOver(complete, load(yaml) as JsonValue), { noRefs: true }));
          if (!loaded.ok) throw new Error(`${page}:${line} ${loaded.problems[0]?.message}`);
          return { name: `${page}:${line} ${rule}`, manifest: loaded.document, asOf: asOf ?? AS_OF, rule };
        }),
    );
}
