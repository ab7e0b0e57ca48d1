import { once } from "../../facts/once.ts";
import type { Loaded } from "../../model/document.ts";
import type { ManifestDocument } from "../../model/generated/manifest.ts";
import type { Source } from "../../model/source.ts";
import { linkTargets } from "../link-targets.ts";
import { sha256 } from "../sha256.ts";
import type { Submitted } from "../submitted.ts";
import type { KeptValues } from "./kept-values.ts";

/** A manifest file that is parsed only where something asks for more than is kept of it. */
export interface Unopened {
  readonly source: Source;
  /** Stands for name, mode, content and the way of reading. */
  key(): string;
  card(): Card;
  names(): Names | undefined;
  open(): Submitted;
}

/** What is kept of a manifest file. `names` is left out where it cannot be read as one. */
interface Card {
  /** SHA-256 of the content, in hex. */
  readonly content: string;
  readonly names?: Names;
}

/** What tells which manifests a manifest is judged among. */
interface Names {
  readonly id: string;
  readonly code: string;
  readonly targets: readonly string[];
}

/** Takes a file up, to be read with `load`. `reading` names all that `load` depends on beside the file. */
export function takeUp(
  source: Source,
  load: (source: Source) => Loaded<ManifestDocument>,
  { kept, reading }: { readonly kept: KeptValues; readonly reading: string },
): Unopened {
  const key = once(() => kept.keyOf(["card", reading, source.file, source.mode, source.bytes]));
  const open = once((): Submitted => ({ source, loaded: load(source) }));
  const known = once((): Card | undefined => {
    const text = kept.find(key());
    // Its key names this program, which wrote it as below.
    return text === undefined ? undefined : (JSON.parse(text) as Card);
  });
  const card = once((): Card => {
    const before = known();
    if (before !== undefined) return before;
    const names = namesOf(open());
    const made = { content: sha256(source.bytes), ...(names === undefined ? {} : { names }) };
    kept.keep(key(), JSON.stringify(made));
    return made;
  });
  const names = () => {
    const before = known();
    return before === undefined ? namesOf(open()) : before.names;
  };
  return { source, key, card, names, open };
}

function namesOf({ loaded }: Submitted): Names | undefined {
  if (!loaded.ok) return undefined;
  const { id, municipality } = loaded.document.value.metadata;
  return { id, code: municipality.cbs_code, targets: linkTargets(loaded.document) };
}
