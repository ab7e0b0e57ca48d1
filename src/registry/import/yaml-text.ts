/** Widest line of an item that is written in braces. */
const WIDTH = 106;

/** A value on one line: words, ids and days plain, any other text in double quotes. */
export function flowYaml(value: unknown): string {
  if (typeof value === "string")
    return PLAIN.test(value) && !OTHER_TYPE.test(value) ? value : JSON.stringify(value);
  if (typeof value !== "object" || value === null) return String(value ?? null);
  if (isList(value)) return `[${value.map(flowYaml).join(", ")}]`;
  return `{ ${entriesOf(value)
    .map(([key, inner]) => `${key}: ${flowYaml(inner)}`)
    .join(", ")} }`;
}

/** A map as the lines of an item of a list: in braces where that is short, else a key a line. */
export function itemYaml(value: object): readonly string[] {
  const flow = flowYaml(value);
  if (flow.length <= WIDTH) return [flow];
  return entriesOf(value).flatMap(([key, inner]) => keyYaml(key, inner));
}

/** A key with its value as lines; a map gets a key a line where it would be long in braces. */
export function keyYaml(key: string, value: unknown, width = WIDTH): readonly string[] {
  const flow = flowYaml(value);
  if (typeof value !== "object" || value === null || isList(value) || flow.length <= width)
    return [`${key}: ${flow}`];
  return [
    `${key}:`,
    ...entriesOf(value).flatMap(([inner, of]) => keyYaml(inner, of).map((line) => `  ${line}`)),
  ];
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).filter(([, inner]) => inner !== undefined);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Words, ids with a colon and days, which every reader takes for text. */
const PLAIN = /^(?:[A-Za-z][A-Za-z0-9_/-]*(?::[a-z0-9-]+)?(?: [A-Za-z0-9_/-]+)*|\d{4}-\d{2}-\d{2})$/;
const OTHER_TYPE = /^(?:null|true|false|yes|no|on|off|y|n|[A-Z]{2})$/i;
