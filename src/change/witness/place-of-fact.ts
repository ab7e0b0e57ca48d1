import type { VocabularyDocument } from "../../model/generated/vocabulary.ts";
import type { Cell, Row } from "../../model/row.ts";

/**
 * JSON pointer of the place a fact of a row is read from, written or not; for a derived fact the one value
 * it came from, `undefined` where none is written.
 */
export function placeOfFact(
  fact: string,
  row: Row,
  cell: Cell,
  vocabulary: VocabularyDocument,
): string | undefined {
  const from = vocabulary.facts[fact]?.from;
  if (from === undefined || from === "derived") return cell.stated ? cell.at : undefined;
  if (cell.stated) return cell.at;
  const written = row.pointer.split("/").slice(1);
  // What stands in a file of its own is named by the list it would be in.
  const own = /^(waivers|arrangements)\[\]\./.test(from);
  const tokens: string[] = [];
  for (const key of (own ? from.replace(/^[^.]*\./, "") : from).split(".")) {
    if (key === "*") tokens.push(written[tokens.length] ?? "");
    else if (key.endsWith("[]")) {
      tokens.push(key.slice(0, -2));
      tokens.push(written[tokens.length] ?? "");
    } else tokens.push(key);
  }
  return tokens.includes("") ? undefined : `/${tokens.join("/")}`;
}
