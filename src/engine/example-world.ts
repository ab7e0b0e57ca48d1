import type { Document, Loaded } from "../model/document.ts";
import type { ManifestDocument } from "../model/generated/manifest.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Source } from "../model/source.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { loadDocument } from "../parse/load-document.ts";
import type { Bundle } from "./bundle.ts";
import { EXAMPLE_FILES, type ExampleFile } from "./page-examples.ts";

/** What the examples of policy pages are judged in: a bundle, and the files that their blocks are laid over. */
export interface ExampleWorld {
  readonly bundle: Bundle;
  /** Only files that were found; one that cannot be read stands here with its problems. */
  readonly files: Readonly<Partial<Record<ExampleFile, Loaded>>>;
}

const NAMES = Object.keys(EXAMPLE_FILES) as readonly ExampleFile[];

/** Finds the files of examples among sources and reads them. */
export function exampleWorld(bundle: Bundle, sources: readonly Source[]): ExampleWorld {
  const found = NAMES.flatMap((name) => {
    const { file, kind } = EXAMPLE_FILES[name];
    const source = sources.find((candidate) => candidate.file === file);
    return source === undefined ? [] : [[name, loadDocument(source, { gate: false, kind })] as const];
  });
  return { bundle, files: Object.fromEntries(found) };
}

/** The files of the world as a set, with some of them exchanged. */
export function exampleSurroundings(
  world: ExampleWorld,
  exchanged: readonly { readonly of: ExampleFile; readonly document: Document<unknown> }[],
): Surroundings {
  const take = <T>(name: ExampleFile): readonly Document<T>[] => {
    const loaded = world.files[name];
    const instead = exchanged.find(({ of }) => of === name)?.document;
    const document = instead ?? (loaded?.ok ? loaded.document : undefined);
    // Read as the kind that `EXAMPLE_FILES` gives it, so its validator has accepted the value.
    return document === undefined ? [] : [document as Document<T>];
  };
  return {
    manifests: [...take<ManifestDocument>("manifest"), ...take<ManifestDocument>("neighbour")],
    unread: [],
    arrangements: take("arrangement"),
    waivers: [
      ...take<WaiverDocument>("waiver"),
      ...take<WaiverDocument>("first_waiver"),
      ...take<WaiverDocument>("renewed_waiver"),
      ...take<WaiverDocument>("approval"),
    ],
    registry: take("list"),
    plan: world.bundle.plan,
  };
}
