import type { JsonValue } from "../model/document.ts";

/** A value on one line of YAML: words plain, any other text in double quotes, lists and maps in brackets. */
export function yamlValue(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(yamlValue).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value).map(([key, inner]) => `${key}: ${yamlValue(inner)}`);
    return `{ ${entries.join(", ")} }`;
  }
  return typeof value === "string" && PLAIN.test(value) && !OTHER_TYPE.test(value)
    ? value
    : JSON.stringify(value);
}

/** Words that no YAML reader takes for anything but text. */
const PLAIN = /^[A-Za-z][A-Za-z0-9_/-]*( [A-Za-z0-9_/-]+)*$/;
const OTHER_TYPE = /^(?:null|true|false|yes|no|on|off|y|n|[A-Z]{2})$/i;
