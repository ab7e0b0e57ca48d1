import type { Loaded, Manifest } from "../../model/document.ts";
import type { ManifestDocument } from "../../model/generated/manifest.ts";
import type { Source } from "../../model/source.ts";
import { linkTargets } from "../link-targets.ts";
import { sha256 } from "../sha256.ts";
import { documentFrom, documentText } from "./document-text.ts";

/**
 * A manifest file that was read, small enough to hold thousands of them and to hand to another thread: what was
 * read as JSON, or what is wrong with it, beside its card.
 */
export interface Folded {
  readonly card: Card;
  readonly read: Uint8Array | Extract<Loaded, { readonly ok: false }>;
}

/** What is kept of a manifest file. `names` is left out where it cannot be read as one. */
export interface Card {
  /** SHA-256 of the content, in hex. */
  readonly content: string;
  readonly names?: Names;
}

/** What tells which manifests a manifest is judged among. */
export interface Names {
  readonly id: string;
  readonly code: string;
  readonly targets: readonly string[];
}

/** Folds what was read of a file. */
export function fold({ bytes }: Source, loaded: Loaded<ManifestDocument>): Folded {
  const content = sha256(bytes);
  if (!loaded.ok) return { card: { content }, read: loaded };
  return {
    card: { content, names: namesOf(loaded.document) },
    read: new TextEncoder().encode(documentText(loaded.document)),
  };
}

/** The names that a manifest is known by among others, and those it mentions. */
export function namesOf(manifest: Manifest): Names {
  const { id, municipality } = manifest.value.metadata;
  return { id, code: municipality.cbs_code, targets: linkTargets(manifest) };
}

/** What was read of a file, as it was before it was folded. */
export function unfold(source: Source, { read }: Folded): Loaded<ManifestDocument> {
  if (!(read instanceof Uint8Array)) return read;
  return { ok: true, document: documentFrom(source, new TextDecoder().decode(read)) };
}
