/** What a column of a list can say. */
export type Field =
  | "name"
  | "aliases"
  | "category"
  | "from"
  | "to"
  | "scope"
  | "country"
  | "provision"
  | "lei"
  | "uscc"
  | "il_company";

/** The column that holds each field the file has. */
export type Columns = ReadonlyMap<Field, string>;

/** The columns, or why nobody can say which they are, with an imperative. */
export type ChosenColumns =
  | { readonly ok: true; readonly columns: Columns }
  | { readonly ok: false; readonly message: string; readonly help: string };

/** Names that lists give their columns, without case and punctuation. */
const NAMES: Readonly<Record<Field, string>> = {
  name: "name entity entityname nameofentity listedentity company companyname organization organisation legalname vendor",
  aliases: "alias aliases aka akas alsoknownas altnames alternatenames othernames",
  category: "category categories",
  from:
    "from date dateadded addedon added effective effectivedate startdate listedon datelisted dateofinclusion " +
    "dateofaddition inclusiondate since",
  to: "to until end enddate endson removed removedon dateremoved delistedon datedelisted expirationdate",
  scope:
    "scope usescope product products productscope coveredequipment coveredequipmentorservices equipmentandservices",
  country: "country countrycode jurisdiction",
  provision: "provision citation federalregistercitation federalregisternotice frcitation frnotice reference",
  lei: "lei legalentityidentifier",
  uscc: "uscc unifiedsocialcreditcode",
  il_company: "ilcompany israelicompanynumber",
};

/** Every field there can be a column for. */
export const FIELDS = Object.keys(NAMES) as readonly Field[]; // The keys are those of the record.

/**
 * Finds out which column says what: those a person named first, the others by their headings. A heading is only
 * taken as a known one; two for one field are for a person to decide, and fields left `unread` get none.
 */
export function chooseColumns(
  headings: readonly string[],
  named: Columns,
  unread: readonly Field[] = [],
): ChosenColumns {
  for (const [field, heading] of named) {
    if (!headings.includes(heading)) {
      return {
        ok: false,
        message: `there is no column \`${heading}\` for \`${field}\``,
        help: `name one of ${quoted(headings)}`,
      };
    }
  }
  const columns = new Map(named);
  const taken = new Set(named.values());
  for (const field of FIELDS.filter((one) => !named.has(one) && !unread.includes(one))) {
    const known = NAMES[field].split(" ");
    const found = headings.filter((heading) => !taken.has(heading) && known.includes(plain(heading)));
    const [heading, second] = found;
    if (second !== undefined) {
      const help = `say which: --columns "${field}=${heading}"`;
      return { ok: false, message: `${quoted(found)} may each be the column for \`${field}\``, help };
    }
    if (heading !== undefined) columns.set(field, heading);
  }
  if (columns.has("name") || columns.has("category")) return { ok: true, columns };
  const sentence = columns.get("scope");
  if (sentence !== undefined && isSentence(sentence))
    return { ok: true, columns: new Map([...columns, ["name", sentence]]) };
  const help = 'say which column holds the names: --columns "name=HEADING"';
  return { ok: false, message: `no column is known to hold names; there are ${quoted(headings)}`, help };
}

/** Whether a column says in one sentence what is covered and whose it is. */
function isSentence(heading: string): boolean {
  return ["coveredequipment", "coveredequipmentorservices"].includes(plain(heading));
}

const SHOWN = 12;

function quoted(names: readonly string[]): string {
  const more = names.length - SHOWN;
  return (
    names
      .slice(0, SHOWN)
      .map((name) => `\`${name.slice(0, 60)}\``)
      .join(", ") + (more > 0 ? ` and ${more} more` : "")
  );
}

function plain(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]/g, "");
}
