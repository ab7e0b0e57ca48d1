import { sameCode } from "../facts/municipality-code.ts";
import type { Manifest } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { linkTargets } from "./link-targets.ts";

/**
 * Tells, without parsing it, whether a manifest file may bear on judged manifests, or they on it: it may be of
 * one of their municipalities or of those given, or be linked with one of them in either direction. True for
 * what cannot be told; never false for one that does.
 */
export function mayConcern(
  judged: readonly Manifest[],
  municipalities: readonly string[] = [],
): (source: Source) => boolean {
  const own = judged.map(({ value }) => value.metadata.municipality.cbs_code);
  const codes = new Set([...own, ...municipalities].map(sameCode));
  const ids = new Set(judged.flatMap((manifest) => [manifest.value.metadata.id, ...linkTargets(manifest)]));
  // Digits alone would be found in many a number: a code stands between other characters.
  const words = [...codes].map((code) => `(?<![0-9A-Za-z])${written(code)}(?![0-9A-Za-z])`);
  const wanted = new RegExp([...words, ...[...ids].map(literally)].join("|") || "(?!)");
  return ({ bytes, mode }) => {
    if (mode !== "100644") return true;
    const text = LATIN.decode(bytes);
    return HIDDEN.test(text) || wanted.test(text);
  };
}

/** One character for each byte, so that any bytes can be looked through; what is looked for is ASCII. */
const LATIN = new TextDecoder("latin1");

/** A text may be written with escapes, or in another encoding than UTF-8; NUL, FE and FF occur only there. */
const HIDDEN = /[\\\0\u00fe\u00ff]/;

/** Every way to write a code: with any number of zeros before its first other digit. */
function written(code: string): string {
  return literally(code).replace(/^0+(?=\d)|^(?=\d)/, "0*");
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
