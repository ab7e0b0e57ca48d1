import type { JsonObject, JsonValue } from "../model/document.ts";

/** One example of a policy page: blocks of a manifest, and what a rule must say about them. */
export interface PageExample {
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly line: number;
  readonly rule: string;
  readonly expected: "fails" | "passes" | "unknown";
  readonly effect: string | undefined;
  readonly asOf: string | undefined;
  readonly yaml: string;
}

const FENCE = /^```yaml\s+(?<info>\S.*)$/;

/**
 * The executed examples of a policy page: fences whose info string says the expectation, such as
 * `yaml fails=RET-01 effect=block as-of=2027-06-01`. Fences without one are prose.
 */
export function pageExamples(markdown: string): readonly PageExample[] {
  const examples: PageExample[] = [];
  const headings: string[] = [];
  const lines = markdown.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const heading = /^(#+)\s+(.*)$/.exec(line);
    if (heading?.[1] !== undefined) {
      headings.splice(heading[1].length - 1);
      headings[heading[1].length - 1] = heading[2] ?? "";
    }
    const info = FENCE.exec(line)?.groups?.info;
    if (info === undefined) continue;
    const end = lines.indexOf("```", index + 1);
    const yaml = `${lines.slice(index + 1, end === -1 ? lines.length : end).join("\n")}\n`;
    examples.push({
      headings: headings.filter(Boolean),
      line: index + 1,
      yaml,
      ...expectation(info, index + 1),
    });
    index += yaml.split("\n").length;
  }
  return examples;
}

function expectation(info: string, line: number): Pick<PageExample, "rule" | "expected" | "effect" | "asOf"> {
  const words = new Map(info.split(/\s+/).map((word) => word.split("=", 2) as [string, string | undefined]));
  for (const expected of ["fails", "passes", "unknown"] as const) {
    const rule = words.get(expected);
    if (rule) return { rule, expected, effect: words.get("effect"), asOf: words.get("as-of") };
  }
  throw new Error(`line ${line}: an example says fails=RULE, passes=RULE or unknown=RULE, not \`${info}\``);
}

/** A manifest with an example's blocks laid over it: mappings merge, lists and single values replace, `null` blanks. */
export function layOver(manifest: JsonValue, blocks: JsonValue): JsonValue {
  if (!isObject(manifest) || !isObject(blocks)) return blocks;
  const merged: Record<string, JsonValue> = { ...manifest };
  for (const [key, value] of Object.entries(blocks)) {
    merged[key] = key in merged ? layOver(merged[key] ?? null, value) : value;
  }
  return merged;
}

function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
