import type { Fact } from "./vocabulary.ts";

/** The rows a complete table over a fact has; values beyond an open list stand under `other`. */
export function possibleKeys(by: Fact): readonly string[] {
  const keys = by.type === "boolean" ? ["true", "false"] : by.values;
  return by.none ? ["none", ...keys] : keys;
}
