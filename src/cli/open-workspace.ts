import { existsSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Bundle } from "../engine/bundle.ts";
import { classifyPaths, type PathClass } from "../engine/classify-path.ts";
import { loadBundle } from "../engine/load-bundle.ts";
import type { FileProblem } from "../model/document.ts";
import type { Source } from "../model/source.ts";
import { findRoot } from "../workspace/find-root.ts";
import { listFiles } from "../workspace/list-files.ts";
import { isInstalled, listRepository } from "../workspace/list-repository.ts";
import { readSource } from "../workspace/read-source.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** The folder a command works on, with what it judges by. */
export interface Workspace {
  readonly root: string;
  /** The folder the policies come from, named `policies/` in what is reported. */
  readonly policies: string;
  /** Every file under the root, relative to it, but those of the packages installed there. */
  readonly files: readonly string[];
  readonly bundle: Bundle;
  readonly problems: readonly FileProblem[];
  /** Files the bundle was loaded from, for showing the lines of a problem. */
  readonly sources: readonly Source[];
  classOf(file: string): PathClass;
}

const JUDGED_BY: ReadonlySet<PathClass> = new Set(["policy", "registry", "plan", "stray"]);
const OWN: ReadonlySet<PathClass> = new Set([
  "waiver",
  "approval",
  "arrangement",
  "overlay",
  "configuration",
]);

/** Opens the workspace around the current folder. Policies come from `--policies`, else from here, else from the package. */
export function openWorkspace(
  io: Io,
  options: { readonly policies?: string | undefined; readonly gate: boolean },
): Workspace {
  const root = findRoot(io.cwd);
  const files = listRepository(root);
  const plain = classifyPaths();
  const own = files
    .filter((file) => OWN.has(plain(file)) && !isInstalled(file))
    .map((file) => readSource(root, file));
  const policies = policiesFolder(io, root, options.policies);
  const sources = [...policySources(policies, options.policies), ...own];
  const { bundle, problems } = loadBundle(sources, { gate: options.gate });
  return {
    root,
    policies,
    files,
    bundle,
    problems,
    sources,
    classOf: classifyPaths(bundle.configuration.manifests),
  };
}

function policiesFolder(io: Io, root: string, option: string | undefined): string {
  const folder = option === undefined ? defaultFolder(io, root) : resolve(io.cwd, option);
  if (existsSync(folder) && statSync(folder).isDirectory()) return folder;
  throw new UsageError(`there is no folder \`${option ?? folder}\``, "name a folder that holds policies");
}

/** The policies, registry and plan, named as if they stood in `policies/`. */
function policySources(folder: string, option: string | undefined): readonly Source[] {
  const classOf = classifyPaths();
  const named = listFiles(folder).map((file) => ({ file, as: `policies/${file}` }));
  const wanted = named.filter(({ as }) => JUDGED_BY.has(classOf(as)));
  if (!wanted.some(({ as }) => classOf(as) === "policy")) {
    throw new UsageError(
      `\`${option ?? folder}\` holds no policy`,
      "name a folder with a `policy.yaml` in a folder of its own",
    );
  }
  return wanted.map(({ file, as }) => ({ ...readSource(folder, file), file: as }));
}

function defaultFolder(io: Io, root: string): string {
  const here = join(root, "policies");
  if (existsSync(here)) return here;
  const shipped = join(packageRoot(), "policies");
  io.err(`no policies/ in ${shown(root, io)}: judged by the policies shipped with bylaw\n`);
  return shipped;
}

/** The folder of this package, wherever its bundled file stands. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, "package.json")) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}

function shown(folder: string, io: Io): string {
  return relative(io.cwd, folder).split(sep).join("/") || "this folder";
}
