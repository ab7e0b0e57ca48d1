import { existsSync, lstatSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { Submitted } from "../engine/submitted.ts";
import { loadDocument } from "../parse/load-document.ts";
import { readSource } from "../workspace/read-source.ts";
import type { Workspace } from "./open-workspace.ts";
import { UsageError } from "./usage-error.ts";

/** One manifest by its file, or by its id among those the configuration names. */
export function findManifest(name: string, cwd: string, workspace: Workspace): Submitted {
  const path = resolve(cwd, name);
  if (existsSync(path) && lstatSync(path).isFile()) {
    return read(relative(workspace.root, path).split(sep).join("/"), workspace);
  }
  for (const file of workspace.files) {
    if (workspace.classOf(file) !== "manifest") continue;
    const submitted = read(file, workspace);
    if (submitted.loaded.ok && submitted.loaded.document.value.metadata.id === name) return submitted;
  }
  throw new UsageError(`there is no manifest \`${name}\``, "name its file, or the id under `metadata`");
}

function read(file: string, { root }: Workspace): Submitted {
  const source = readSource(root, file);
  return { source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) };
}
