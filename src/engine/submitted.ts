import type { Loaded } from "../model/document.ts";
import type { ManifestDocument } from "../model/generated/manifest.ts";
import type { Source } from "../model/source.ts";

/** A manifest file as it was read, with the bytes the digest is made of. */
export interface Submitted {
  readonly source: Source;
  readonly loaded: Loaded<ManifestDocument>;
}
