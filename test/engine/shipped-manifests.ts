import { globSync } from "tinyglobby";
import { type LoadedBundle, loadBundle } from "../../src/engine/load-bundle.ts";
import type { PageExample } from "../../src/engine/page-examples.ts";
import { surroundingsOf } from "../../src/engine/surroundings-of.ts";
import type { Document, Manifest } from "../../src/model/document.ts";
import type { Surroundings } from "../../src/model/surroundings.ts";
import { shippedWorld } from "../example-world.ts";
import type { Path } from "../facts/deleting.ts";
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

/** How many pages of a rule try a value that stands in the files all pages are laid over. */
const ENOUGH = 2;

/**
 * Which places of the pages are worth an edit: what a page says itself always is, what it has from the file it is
 * laid over only on the first pages of its rule, since there it is the same again.
 */
export function triedOnPages(): (
  rule: string | undefined,
  document: Document<unknown>,
  path: Path,
) => boolean {
  const tried = new Map<string, number>();
  const shared = new Map(
    Object.values(shippedWorld().files).flatMap((loaded) =>
      loaded.ok ? [[loaded.document.file, loaded.document.value] as const] : [],
    ),
  );
  return (rule, document, path) => {
    const value = JSON.stringify(valueAt(document.value, path));
    if (value !== JSON.stringify(valueAt(shared.get(document.file), path))) return true;
    const key = `${rule} ${document.file} ${path.join("/")}`;
    const times = (tried.get(key) ?? 0) + 1;
    tried.set(key, times);
    return times <= ENOUGH;
  };
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      inside === null || typeof inside !== "object"
        ? undefined
        : (inside as Record<string | number, unknown>)[key],
    value,
  );
}
