import { relative, resolve, sep } from "node:path";
import type { PathClass } from "../engine/classify-path.ts";
import { sniffKind } from "../parse/sniff-kind.ts";
import { INSTALLED, isInstalled } from "../workspace/list-repository.ts";
import { pathKind } from "../workspace/path-kind.ts";
import { inBuiltSite } from "../workspace/site-marker.ts";
import type { Io } from "./io.ts";
import type { Workspace } from "./open-workspace.ts";
import { UsageError } from "./usage-error.ts";

/** The files to judge, relative to the root, and how many others of the named folders are no manifests by their path. */
export interface Selection {
  /** Files the configuration names, or that were named one by one. */
  readonly manifests: readonly string[];
  /** YAML and JSON files under the named folders that nothing reads there; with nothing named, those of our kinds. */
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
  const isCopy = copiesIn(workspace);
  if (paths.length === 0) {
    for (const file of workspace.files) if (classOf(file) === "manifest") manifests.add(file);
    return { manifests: [...manifests].sort(), others: unread(workspace), beside: "all" };
  }
  for (const path of paths) {
    const absolute = resolve(cwd, path);
    const kind = pathKind(absolute);
    if (kind === "none") {
      throw new UsageError(
        `there is no file or folder \`${path}\``,
        "name manifests or folders that hold them",
      );
    }
    const named = relative(root, absolute).split(sep).join("/");
    if (kind === "file") {
      // Only a file under the root was loaded as what its path says it is.
      const loaded = BESIDE.has(classOf(named)) && workspace.sources.some(({ file }) => file === named);
      (loaded ? beside : manifests).add(named);
      continue;
    }
    for (const file of named === "" ? workspace.files : workspace.list(named)) {
      if (classOf(file) === "manifest") manifests.add(file);
      else if (BESIDE.has(classOf(file))) beside.add(file);
      else if (classOf(file) === "other" && isData(file) && !isCopy(file)) others.add(file);
    }
  }
  return { manifests: [...manifests].sort(), others: [...others].sort(), beside };
}

/** Files of our kinds in places where nothing reads them. What packages bring along is theirs, and a built site holds copies. */
export function unread(workspace: Workspace): readonly string[] {
  const { files, classOf, read } = workspace;
  const isCopy = copiesIn(workspace);
  const data = files.filter((file) => classOf(file) === "other" && isData(file));
  return data
    .filter((file) => !isInstalled(file) && sniffKind(read(file)) !== undefined && !isCopy(file))
    .sort();
}

/** Tells of files whether a built site holds them. A manifest is one wherever it stands: the site holds none. */
function copiesIn({ files, read }: Workspace): (file: string) => boolean {
  const isOfSite = inBuiltSite(files);
  return (file) => isOfSite(file) && sniffKind(read(file)) !== "Manifest";
}

/** Says how many files the configuration names as manifests that are passed over, since they stand among installed packages. */
export function tellInstalled({ list, classOf, bundle }: Workspace, io: Pick<Io, "err">): void {
  const named = (bundle.configuration.manifests ?? []).some(
    (glob) => !/^[^*?{[(!]/.test(glob) || isInstalled(glob),
  );
  const count = named ? list(INSTALLED).filter((file) => classOf(file) === "manifest").length : 0;
  if (count === 0) return;
  const files =
    count === 1 ? "1 file that `manifests` names is" : `${count} files that \`manifests\` names are`;
  io.err(`${files} under \`node_modules/\`: not judged\n`);
}

function isData(file: string): boolean {
  return /\.(ya?ml|json)$/i.test(file);
}
