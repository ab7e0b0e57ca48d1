import type { DocumentKind, JsonObject, JsonValue } from "../model/document.ts";

/** The files that examples are laid over, by the word a fence names them with; `manifest` where it names none. */
export const EXAMPLE_FILES = {
  manifest: { file: "policies/example.yaml", kind: "Manifest" },
  neighbour: { file: "policies/example/neighbour.yaml", kind: "Manifest" },
  arrangement: { file: "policies/example/arrangement.yaml", kind: "Arrangement" },
  waiver: { file: "policies/example/waiver.yaml", kind: "Waiver" },
  first_waiver: { file: "policies/example/first-waiver.yaml", kind: "Waiver" },
  renewed_waiver: { file: "policies/example/renewed-waiver.yaml", kind: "Waiver" },
  approval: { file: "policies/example/approval.yaml", kind: "Approval" },
  list: { file: "policies/example/list.yaml", kind: "VendorRegistry" },
} as const satisfies Readonly<Record<string, { readonly file: string; readonly kind: DocumentKind }>>;

export type ExampleFile = keyof typeof EXAMPLE_FILES;

/** One example of a policy page: blocks of a manifest or of a file beside it, and what a rule must say about them. */
export interface PageExample {
  /** Headings above it, outermost first. */
  readonly headings: readonly string[];
  readonly line: number;
  readonly rule: string;
  readonly expected: "fails" | "passes" | "unknown";
  readonly effect: string | undefined;
  readonly asOf: string | undefined;
  /** The file its blocks are laid over. */
  readonly of: ExampleFile;
  readonly yaml: string;
}

const FENCE = /^```yaml\s+(?<info>\S.*)$/;

/**
 * The executed examples of a policy page: fences whose info string says the expectation, such as
 * `yaml fails=RET-01 effect=block as-of=2027-06-01 of=neighbour`. Fences without one are prose, and those that say
 * `tier=` are no examples of a rule. What follows a line `---` in a fence is laid over the neighbour, for what two files
 * say of each other.
 */
export function pageExamples(markdown: string): readonly PageExample[] {
  return fencesOf(markdown)
    .filter(({ info }) => !info.startsWith("tier="))
    .map(({ info, ...fence }) => ({ ...fence, ...expectation(info, fence.line) }));
}

/** A fence of YAML that says something after the word `yaml`. */
export interface Fence extends Pick<PageExample, "headings" | "line" | "yaml"> {
  readonly info: string;
}

/** Every such fence of a policy page, in order. */
export function fencesOf(markdown: string): readonly Fence[] {
  const fences: Fence[] = [];
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
    fences.push({ headings: headings.filter(Boolean), line: index + 1, yaml, info });
    index += yaml.split("\n").length;
  }
  return fences;
}

const WORDS = /^(fails|passes|unknown|effect|as-of|of)=(\S+)$/;

function expectation(
  info: string,
  line: number,
): Pick<PageExample, "rule" | "expected" | "effect" | "asOf" | "of"> {
  const words = new Map<string, string>();
  for (const word of info.split(/\s+/).filter(Boolean)) {
    const [, key, value] = WORDS.exec(word) ?? [];
    if (key === undefined || value === undefined || words.has(key)) throw misread(line, word);
    words.set(key, value);
  }
  const stated = (["fails", "passes", "unknown"] as const).filter((word) => words.has(word));
  const [expected] = stated;
  const rule = expected && words.get(expected);
  const of = words.get("of") ?? "manifest";
  if (expected === undefined || rule === undefined || stated.length > 1) throw misread(line, info);
  if (!isExampleFile(of)) throw misread(line, `of=${of}`);
  return { rule, expected, effect: words.get("effect"), asOf: words.get("as-of"), of };
}

function misread(line: number, words: string): Error {
  const form = "fails=RULE, passes=RULE or unknown=RULE, then effect=, as-of= and of= where they are needed";
  return new Error(`line ${line}: an example says ${form}, not \`${words}\``);
}

function isExampleFile(name: string): name is ExampleFile {
  return Object.hasOwn(EXAMPLE_FILES, name);
}

/** A file's value with an example's blocks laid over it: mappings merge, lists and single values replace, `null` blanks. */
export function layOver(whole: JsonValue, blocks: JsonValue): JsonValue {
  if (!isObject(whole) || !isObject(blocks)) return blocks;
  const merged: Record<string, JsonValue> = { ...whole };
  for (const [key, value] of Object.entries(blocks)) {
    merged[key] = key in merged ? layOver(merged[key] ?? null, value) : value;
  }
  return merged;
}

function isObject(value: JsonValue): value is JsonObject {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
