import { type Names, namesOf } from "../../engine/kept/folded.ts";
import type { KeptValues } from "../../engine/kept/kept-values.ts";
import type { Submitted } from "../../engine/submitted.ts";
import { once } from "../../facts/once.ts";
import type { Loaded } from "../../model/document.ts";
import type { ManifestDocument } from "../../model/generated/manifest.ts";
import type { Source } from "../../model/source.ts";

/** A manifest file of a base, parsed only where something asks for more than is kept of it. */
export interface ImpactFile {
  readonly source: Source;
  /** Stands for its name, mode and content. */
  key(): string;
  /** `undefined` where it cannot be read as a manifest. */
  names(): Names | undefined;
  open(): Submitted;
}

/** A file that is read with `load` where it has to be. */
export function impactFile(
  source: Source,
  load: (source: Source) => Loaded<ManifestDocument>,
  kept: KeptValues,
): ImpactFile {
  const { file, mode, bytes } = source;
  const key = once(() => kept.keyOf(["names", file, mode, bytes]));
  const open = once((): Submitted => ({ source, loaded: load(source) }));
  const card = once((): { readonly names?: Names } => {
    const known = kept.find(key());
    // Its key names this program, which wrote it as below.
    if (known !== undefined) return JSON.parse(known) as { readonly names?: Names };
    const { loaded } = open();
    const made = loaded.ok ? { names: namesOf(loaded.document) } : {};
    kept.keep(key(), JSON.stringify(made));
    return made;
  });
  return { source, key, names: () => card().names, open };
}
