import type { Manifest } from "../../model/document.ts";
import { isProtected } from "../systems/is-protected.ts";
import { entriesOf } from "../systems/labels.ts";

/**
 * The text of a manifest without the exact positions of sites that are security-sensitive, or that do not say whether
 * they are. A position that is withheld is blank, and so unknown, never wrong; every line stays where it was.
 */
export function withoutPositions(manifest: Manifest): string {
  const spans = entriesOf(manifest.value.system?.sites).flatMap((site, index) => {
    if (!isProtected(site)) return [];
    const written = (["lat", "lon"] as const).filter((key) => typeof site[key] === "number");
    return written.map((key) => manifest.locate(`/system/sites/${index}/${key}`));
  });
  // Spans are bytes; the text between is put together again from bytes, last place first.
  const bytes = [...new TextEncoder().encode(manifest.text)];
  for (const { start, end } of spans.toSorted((a, b) => b.start - a.start)) {
    bytes.splice(start, end - start, ...new TextEncoder().encode("null".padEnd(end - start)));
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(new Uint8Array(bytes));
}
