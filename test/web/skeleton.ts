/** Attributes that join elements of one page by their ids. */
const REFERENCES = ["for", "aria-labelledby", "aria-describedby", "aria-controls", "list", "headers"];

/** Attributes whose values are of no weight, as long as they are not empty. */
const FREE =
  /^(?:href|title|content|value|alt|aria-label|class|data-.*|datetime|d|points|transform|viewBox|[xyr]|[xy][12]|c[xy]|width|height|hreflang|action|lang)$/;

/** Elements for which it is of no weight in which order their children stand, and how many are alike. */
const LISTS = new Set(
  "tbody tr ul ol dl select svg g p li dd td th pre code span bdi a small strong em label figcaption".split(
    " ",
  ),
);

/** Elements that are validated each by itself, and no more of them than their heading with the page around them. */
const PARTS = new Set(["section", "header", "footer", "figure", "table", "ul", "dl"]);

/** Elements without an end. Those of drawings say themselves that they have none. */
const VOID = new Set(["meta", "link", "input", "br", "hr", "img"]);

const TOKEN =
  /<(?<end>\/)?(?<tag>[a-zA-Z][\w-]*)(?<attributes>(?:"[^"]*"|[^">])*)>|<!DOCTYPE html>|(?<text>[^<]+)|(?<stray><)/g;
const ATTRIBUTE = /([^\s"'>/=]+)(?:="([^"]*)")?/g;

/** The ids of a page, in their order, and those that its elements name in attributes other than links. */
export function idsOf(page: string): { readonly ids: readonly string[]; readonly named: readonly string[] } {
  const values = (name: string) =>
    [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, "g"))].map(([, value = ""]) => value);
  return { ids: values("id"), named: REFERENCES.flatMap(values).flatMap((value) => value.split(" ")) };
}

/** What of a page decides whether it is valid HTML. */
export interface Skeleton {
  /** The page, of each of its parts no more than its heading. */
  readonly outline: string;
  /** Its parts. */
  readonly parts: readonly string[];
}

/**
 * The elements and attributes of a page: text and free values as a letter, of what is alike one, without the ids that nothing
 * names. Pages made by one template have most of it in common, so that it need be validated once.
 */
export function skeletonOf(page: string): Skeleton {
  const named = new Set(idsOf(page).named);
  const parts: string[] = [];
  const open: Element[] = [{ tag: "", head: "", children: [] }];
  const put = (piece: string) => {
    const { tag, children } = open.at(-1) ?? fail("more is closed than was opened");
    if (LISTS.has(tag) ? !children.includes(piece) : children.at(-1) !== piece) children.push(piece);
  };
  for (const { groups } of page.matchAll(TOKEN)) {
    const { end, tag, attributes = "", text = "", stray } = groups ?? {};
    if (stray !== undefined) fail("a `<` begins no tag");
    if (text.trim() !== "") put("x");
    if (tag === undefined) continue;
    if (end === undefined) {
      const head = `<${tag}${attributesOf(attributes, named)}>`;
      if (VOID.has(tag) || attributes.endsWith("/")) put(head);
      else open.push({ tag, head, children: [] });
      continue;
    }
    const closed = open.pop() ?? fail("more is closed than was opened");
    if (closed.tag !== tag) fail(`\`${closed.tag}\` is closed as \`${tag}\``);
    if (PARTS.has(tag)) parts.push(belowHeadings(closed));
    const [first = ""] = closed.children;
    put(PARTS.has(tag) ? `${closed.head}${/^<h\d/.test(first) ? first : ""}</${tag}>` : written(closed));
  }
  if (open.length !== 1) fail(`\`${open.at(-1)?.tag}\` is not closed`);
  return {
    outline: `<!DOCTYPE html>\n${open[0]?.children.filter((child) => child !== "x").join("")}`,
    parts,
  };
}

/** Parts of pages as a page. */
export function pageOfParts(parts: readonly string[]): string {
  return `<!DOCTYPE html>\n<html lang="en"><head><title>x</title></head><body><h1>x</h1>${parts.join("\n")}</body></html>`;
}

interface Element {
  readonly tag: string;
  readonly head: string;
  readonly children: string[];
}

function written({ tag, head, children }: Element): string {
  const inner = LISTS.has(tag) ? children.sort() : children;
  return `${head}${inner.join("")}</${tag}>`;
}

/** A part below headings of the levels between a page's own and its first one. */
function belowHeadings(part: Element): string {
  const text = written(part);
  const level = Number(/<h(\d)/.exec(text)?.[1] ?? 2);
  const above = Array.from({ length: level - 2 }, (_, index) => `<h${index + 2}>x</h${index + 2}>`);
  return `${above.join("")}${text}`;
}

function attributesOf(attributes: string, named: ReadonlySet<string>): string {
  const kept = [...attributes.matchAll(ATTRIBUTE)].map(([, name = "", value]) => {
    if (name === "id" && !named.has(value ?? "")) return "";
    if (value === undefined) return ` ${name}`;
    if (name === "dir" && /^(?:ltr|rtl|auto)$/.test(value)) return ' dir="auto"';
    const isFree = value !== "" && FREE.test(name) && !/^\d+; url=/.test(value);
    return ` ${name}="${isFree ? "x" : value}"`;
  });
  return `${kept.join("")}${attributes.endsWith("/") ? "/" : ""}`;
}

function fail(message: string): never {
  throw new Error(message);
}
