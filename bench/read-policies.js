import { readdirSync, readFileSync } from "node:fs";

/** The repository's policies and registry as sources. */
export function readPolicies(root) {
  return readdirSync(`${root}policies`, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath ?? entry.path}/${entry.name}`)
    .map((path) => ({ file: path.slice(root.length), bytes: readFileSync(path), mode: "100644" }));
}
