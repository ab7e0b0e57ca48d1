type Attribute = string | number | boolean | undefined;
type Child = Node | string | undefined;

/** An element with attributes and children. Text is only ever text: nothing here reads markup. */
export function buildElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.filter((child) => child !== undefined));
  return element;
}

/** A message with its parts in backticks as code, set apart from the direction of the text around it. */
export function messageNodes(text: string): readonly Node[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) =>
      index % 2 === 0 ? document.createTextNode(part) : buildElement("code", { dir: "auto" }, part),
    );
}

/** Words in another script than the page's find their own direction; words that mix both have that of the page. */
export function directionOf(text: string): "auto" | undefined {
  return /[\u0590-\u08ff]/.test(text) ? undefined : "auto";
}

/** An element the page was built with. */
export function elementOf<E extends HTMLElement>(id: string, kind: new () => E): E {
  const element = document.getElementById(id);
  if (element instanceof kind) return element;
  throw new Error(`the page has no ${id}`);
}
