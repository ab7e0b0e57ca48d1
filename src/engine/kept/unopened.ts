import { once } from "../../facts/once.ts";
import type { Loaded } from "../../model/document.ts";
import type { ManifestDocument } from "../../model/generated/manifest.ts";
import type { Source } from "../../model/source.ts";
import type { Submitted } from "../submitted.ts";
import { type Card, type Folded, fold, type Names, unfold } from "./folded.ts";
import type { KeptValues } from "./kept-values.ts";

/** A manifest file that is parsed only where something asks for more than is kept of it, and held folded. */
export interface Unopened {
  readonly source: Source;
  /** Stands for name, mode, content and the way of reading. */
  key(): string;
  card(): Card;
  names(): Names | undefined;
  /** Whether the card is known without the file being parsed. */
  isKnown(): boolean;
  /** What was read of it, if it was. */
  held(): Folded | undefined;
  /** Takes what was read of it elsewhere, by the same way of reading. */
  hold(folded: Folded): void;
  /** The file as it was read; another equal document at every call. */
  open(): Submitted;
}

/** Takes a file up, to be read with `read`. `reading` names all that `read` depends on beside the file. */
export function takeUp(
  source: Source,
  read: (source: Source) => Folded,
  { kept, reading }: { readonly kept: KeptValues; readonly reading: string },
): Unopened {
  const key = once(() => kept.keyOf(["card", reading, source.file, source.mode, source.bytes]));
  let held: Folded | undefined;
  const folded = () => {
    held ??= read(source);
    return held;
  };
  const known = once((): Card | undefined => {
    const text = kept.find(key());
    // Its key names this program, which wrote it as below.
    return text === undefined ? undefined : (JSON.parse(text) as Card);
  });
  const card = once((): Card => {
    const before = known();
    if (before !== undefined) return before;
    const made = folded().card;
    kept.keep(key(), JSON.stringify(made));
    return made;
  });
  return {
    source,
    key,
    card,
    names: () => (known() ?? folded().card).names,
    isKnown: () => known() !== undefined,
    held: () => held,
    hold: (folded) => {
      held ??= folded;
    },
    open: () => ({ source, loaded: unfold(source, folded()) }),
  };
}

/** How `takeUp` reads a file with a loader. */
export function foldedBy(load: (source: Source) => Loaded<ManifestDocument>): (source: Source) => Folded {
  return (source) => fold(source, load(source));
}
