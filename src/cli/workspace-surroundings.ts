import { mayConcern } from "../engine/may-concern.ts";
import type { Submitted } from "../engine/submitted.ts";
import { type Setting, surroundingsOf } from "../engine/surroundings-of.ts";
import { loadDocument } from "../parse/load-document.ts";
import type { Workspace } from "./open-workspace.ts";

/**
 * What manifests are judged among here: themselves, and those the configuration names that may bear on them.
 * The others are read when a fact first asks for one, and parsed only where their bytes mention what is looked for.
 */
export function workspaceSurroundings(
  submitted: readonly Submitted[],
  { read, files, classOf, bundle }: Workspace,
): Setting {
  return surroundingsOf(bundle, submitted, () => {
    const judged = new Set(submitted.map(({ source }) => source.file));
    const manifests = submitted.flatMap(({ loaded }) => (loaded.ok ? [loaded.document] : []));
    const concerns = mayConcern(manifests);
    return files.flatMap((file) => {
      if (classOf(file) !== "manifest" || judged.has(file)) return [];
      const source = read(file);
      return concerns(source)
        ? [{ source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) }]
        : [];
    });
  });
}
