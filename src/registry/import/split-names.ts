/** A name cell as the name and the other names it announces with `a.k.a.` or `also known as`. */
export function splitNames(text: string): { readonly name: string; readonly aliases: readonly string[] } {
  const [name = "", ...others] = text.split(ANNOUNCED).map(trimmed);
  return { name, aliases: others.flatMap(splitAliases) };
}

/** The names of a cell that holds several, parted by semicolons or bars: commas stand in front of `Ltd`. */
export function splitAliases(text: string): readonly string[] {
  return text
    .split(/[;|]/)
    .map(trimmed)
    .filter((name) => name !== "");
}

const ANNOUNCED = /[,;]?\s*[([]?\s*(?:\ba\.?k\.?a\b\.?|\balso known as\b)[,:]?\s*/iu;

/** Without punctuation at the ends, and without a bracket that the announcement opened. */
function trimmed(text: string): string {
  const plain = text.replace(/^[\s,;]+|[\s,;]+$/g, "");
  const open = plain.split("(").length - plain.split(")").length;
  return open < 0 ? plain.replace(/\)$/, "").trim() : plain;
}
