import { UsageError } from "./usage-error.ts";

/** The formats of a report. */
export const FORMATS = ["text", "json", "sarif", "junit", "github", "markdown", "csv"] as const;
export type Format = (typeof FORMATS)[number];

/** The formats asked for, in order; an unknown one is a usage error. */
export function parseFormats(text: string): readonly Format[] {
  return text.split(",").map((name) => {
    const format = FORMATS.find((known) => known === name.trim());
    if (format === undefined)
      throw new UsageError(`\`${name}\` is no format`, `name one of ${FORMATS.join(", ")}`);
    return format;
  });
}
