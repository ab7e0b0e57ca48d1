import { GithubError } from "./github-error.ts";

type Step = string | number;

/** The value at a path of an answer, `undefined` where a step leads nowhere. */
export function at(answer: unknown, ...path: readonly Step[]): unknown {
  let value = answer;
  for (const step of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.hasOwn(value, step) ? (value as Record<Step, unknown>)[step] : undefined;
  }
  return value;
}

/** The text at a path; an answer without it is incomplete and counts as no answer. */
export function textAt(answer: unknown, ...path: readonly Step[]): string {
  const value = at(answer, ...path);
  return typeof value === "string" ? value : incomplete("text", path);
}

/** The number at a path; an answer without it is incomplete and counts as no answer. */
export function numberAt(answer: unknown, ...path: readonly Step[]): number {
  const value = at(answer, ...path);
  return typeof value === "number" ? value : incomplete("number", path);
}

/** The yes or no at a path; an answer without it is incomplete and counts as no answer. */
export function booleanAt(answer: unknown, ...path: readonly Step[]): boolean {
  const value = at(answer, ...path);
  return typeof value === "boolean" ? value : incomplete("boolean", path);
}

/** The list at a path; an answer without it is incomplete and counts as no answer. */
export function listAt(answer: unknown, ...path: readonly Step[]): readonly unknown[] {
  const value = at(answer, ...path);
  return Array.isArray(value) ? value : incomplete("list", path);
}

/** The full commit or object id at a path; an answer without it is incomplete and counts as no answer. */
export function shaAt(answer: unknown, ...path: readonly Step[]): string {
  const value = textAt(answer, ...path);
  return /^[0-9a-f]{40}$/.test(value) ? value : incomplete("object id", path);
}

function incomplete(wanted: string, path: readonly Step[]): never {
  throw new GithubError(`the answer of GitHub holds no ${wanted} at \`${path.join(".")}\``, {
    kind: "unavailable",
  });
}
