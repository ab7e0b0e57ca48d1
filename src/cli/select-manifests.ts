import { existsSync, lstatSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
import type { PathClass } from "../engine/classify-path.ts";
import { listFiles } from "../workspace/list-files.ts";
import type { Workspace } from "./open-workspace.ts";
import { UsageError } from "./usage-error.ts";

/** The files to judge, relative to the root, and how many others of the named folders are no manifests by their path. */
export interface Selection {
  /** Files the configuration names, or that were named one by one. */
  readonly manifests: readonly string[];
  /** YAML and JSON files under the named folders that the configuration does not name. */
  readonly others: readonly string[];
  /** Arrangements, waivers and lists that were named or stand under a named folder; all of them where nothing was named. */
  readonly beside: ReadonlySet<string> | "all";
}

/** Files beside the manifests that rules look at too. */
const BESIDE: ReadonlySet<PathClass> = new Set(["arrangement", "waiver", "approval", "registry"]);

/** Which manifests a run is about: those under the named paths, or, with none named, all the configuration names. */
export function selectManifests(paths: readonly string[], cwd: string, workspace: Workspace): Selection {
  const manifests = new Set<string>();
  const others = new Set<string>();
  const beside = new Set<string>();
  const { root, classOf } = workspace;
  if (paths.length === 0) {
    for (const file of workspace.files) if (classOf(file) === "manifest") manifests.add(file);
    return { manifests: [...manifests].sort(), others: [], beside: "all" };
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
      // Only a file under the root was loaded as what its path says it is.
      const loaded = BESIDE.has(classOf(named)) && workspace.sources.some(({ file }) => file === named);
      (loaded ? beside : manifests).add(named);
      continue;
    }
    for (const below of listFiles(absolute)) {
      const file = named === "" ? below : `${named}/${below}`;
      if (classOf(file) === "manifest") manifests.add(file);
      else if (BESIDE.has(classOf(file))) beside.add(file);
      else if (classOf(file) === "other" && /\.(ya?ml|json)$/i.test(file)) others.add(file);
    }
  }
  return { manifests: [...manifests].sort(), others: [...others].sort(), beside };
}

function exists(path: string): boolean {
  return existsSync(path) || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
