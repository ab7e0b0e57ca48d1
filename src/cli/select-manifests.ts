import { existsSync, lstatSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import { listFiles } from "../workspace/list-files.ts";
import type { Workspace } from "./open-workspace.ts";
import { UsageError } from "./usage-error.ts";

/** The files to judge, relative to the root, and how many others of the named folders are no manifests by their path. */
export interface Selection {
  /** Files the configuration names, or that were named one by one. */
  readonly manifests: readonly string[];
  /** YAML and JSON files under the named folders that the configuration does not name. */
  readonly others: readonly string[];
}

/** Which manifests a run is about: those under the named paths, or, with none named, all the configuration names. */
export function selectManifests(paths: readonly string[], cwd: string, workspace: Workspace): Selection {
  const manifests = new Set<string>();
  const others = new Set<string>();
  const { root, classOf } = workspace;
  if (paths.length === 0) {
    for (const file of workspace.files) if (classOf(file) === "manifest") manifests.add(file);
    return { manifests: [...manifests].sort(), others: [] };
  }
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    if (!exists(absolute)) {
      throw new UsageError(
        `there is no file or folder \`${path}\``,
        "name manifests or folders that hold them",
      );
    }
    const named = relative(root, absolute).split(sep).join("/");
    if (!lstatSync(absolute).isDirectory()) {
      manifests.add(named);
      continue;
    }
    for (const below of listFiles(absolute)) {
      const file = named === "" ? below : `${named}/${below}`;
      if (classOf(file) === "manifest") manifests.add(file);
      else if (classOf(file) === "other" && /\.(ya?ml|json)$/i.test(file)) others.add(file);
    }
  }
  return { manifests: [...manifests].sort(), others: [...others].sort() };
}

function exists(path: string): boolean {
  return existsSync(path) || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
