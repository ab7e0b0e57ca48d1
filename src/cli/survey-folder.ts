import { existsSync, statSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { classifyPaths, mayGovern, type PathClass } from "../engine/classify-path.ts";
import type { Source } from "../model/source.ts";
import { findRoot } from "../workspace/find-root.ts";
import { listFiles } from "../workspace/list-files.ts";
import { isInstalled, listRepository } from "../workspace/list-repository.ts";
import { readSource } from "../workspace/read-source.ts";
import type { Io } from "./io.ts";
import { packageRoot } from "./package-root.ts";
import { policySources } from "./policy-sources.ts";
import { UsageError } from "./usage-error.ts";

/** The folder a command works on: what stands there, nothing of it loaded. */
export interface Survey {
  readonly root: string;
  /** The folder the policies come from, named `policies/` in what is reported. */
  readonly policies: string;
  /** Every file under the root, relative to it, but those of the packages installed there. */
  readonly files: readonly string[];
  /** The files everything is judged by. */
  readonly sources: readonly Source[];
  /** A file by its path relative to the root. */
  read(file: string): Source;
  /** The files under a folder, relative to the root; none where there is no such folder. */
  list(folder: string): readonly string[];
}

const OWN: ReadonlySet<PathClass> = new Set([
  "waiver",
  "approval",
  "arrangement",
  "overlay",
  "configuration",
]);

/** Looks at the folder around the current one. Policies come from `--policies`, else from here, else from the package. */
export function surveyFolder(io: Io, named: string | undefined): Survey {
  const root = findRoot(io.cwd);
  const files = listRepository(root);
  const plain = classifyPaths();
  const own = files
    .filter((file) => mayGovern(file) && OWN.has(plain(file)) && !isInstalled(file))
    .map((file) => readSource(root, file));
  const policies = policiesFolder(io, root, named);
  return {
    root,
    policies,
    files,
    sources: [...policySources(policies, named), ...own],
    read: (file) => readSource(root, file),
    list: (folder) => (existsSync(join(root, folder)) ? listFiles(root, folder) : []),
  };
}

function policiesFolder(io: Io, root: string, option: string | undefined): string {
  const folder = option === undefined ? defaultFolder(io, root) : resolve(io.cwd, option);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new UsageError(`there is no folder \`${option ?? folder}\``, "name a folder that holds policies");
}

function defaultFolder(io: Io, root: string): string {
  const here = join(root, "policies");
  if (existsSync(here)) return here;
  const shipped = join(packageRoot(), "policies");
  io.err(`no policies/ in ${shown(root, io)}: judged by the policies shipped with bylaw\n`);
  return shipped;
}

function shown(folder: string, io: Io): string {
  return relative(io.cwd, folder).split(sep).join("/") || "this folder";
}
