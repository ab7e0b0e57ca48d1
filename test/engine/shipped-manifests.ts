import { globSync } from "tinyglobby";
import { type LoadedBundle, loadBundle } from "../../src/engine/load-bundle.ts";
import type { PageExample } from "../../src/engine/page-examples.ts";
import { surroundingsOf } from "../../src/engine/surroundings-of.ts";
import type { Manifest } from "../../src/model/document.ts";
import type { Surroundings } from "../../src/model/surroundings.ts";
import { example } from "../facts/facts-of.ts";
import { AS_OF, sourcesUnder } from "../load-repository.ts";
import { preparedPages } from "../prepared-pages.ts";

/** A manifest of this repository, and what it is asked about. */
export interface Shipped {
  readonly name: string;
  readonly manifest: Manifest;
  /** What it is judged among. */
  readonly among: Surroundings;
  readonly asOf: string;
  /** The rule it is an example of; left out where all are asked. */
  readonly rule?: string;
}

/** The manifests of the fictional municipalities, each among all of them. */
export function submittedExamples(): readonly Shipped[] {
  const manifests = globSync("examples/*/manifests/*.yaml")
    .sort()
    .map((file) => example(file.slice("examples/".length)));
  const { bundle } = exampleBundle();
  const among = { ...surroundingsOf(bundle, []), manifests };
  return manifests.map((manifest) => ({ name: manifest.file, manifest, among, asOf: AS_OF }));
}

/** The shipped policies with the waivers and arrangements of the examples. */
export function exampleBundle(): LoadedBundle {
  return loadBundle([...sourcesUnder("policies"), ...sourcesUnder("examples")], { gate: false });
}

/** The executed examples of the policy pages that are laid over the complete manifest, among the files beside it. */
export function pageManifests(wanted: (example: PageExample) => boolean): readonly Shipped[] {
  return pageSets((example) => example.of === "manifest" && wanted(example));
}

/** The executed examples of the policy pages, whichever file they are laid over: the complete manifest and the files beside it. */
export function pageSets(wanted: (example: PageExample) => boolean): readonly Shipped[] {
  return preparedPages()
    .filter(({ prepared }) => wanted(prepared.example))
    .map(({ place, prepared: { example, asOf, judgeable, problems } }) => {
      if (judgeable === undefined) throw new Error(`${place} ${problems.join("; ")}`);
      const { manifest, surroundings } = judgeable;
      return { name: `${place} ${example.rule}`, manifest, among: surroundings, asOf, rule: example.rule };
    });
}
