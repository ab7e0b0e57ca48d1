import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { classifyPaths, type PathClass } from "../engine/classify-path.ts";
import type { Source } from "../model/source.ts";
import { loadDocument } from "../parse/load-document.ts";
import { findRoot } from "../workspace/find-root.ts";
import { readCommit, resolveCommit } from "../workspace/git.ts";
import { listFiles } from "../workspace/list-files.ts";
import { listRepository } from "../workspace/list-repository.ts";
import { readSource } from "../workspace/read-source.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** One side of a comparison: a commit, a folder, or the working tree. */
export interface ChangeSide {
  /** As it was named; `the working tree` where it was not. */
  readonly label: string;
  readonly sources: readonly Source[];
  /** The commit it is, where it is one. */
  readonly commit: string | undefined;
  /** Whether it is a folder of policies alone, so that manifests and decisions are the other side's. */
  readonly policiesOnly: boolean;
}

const POLICIES: ReadonlySet<PathClass> = new Set(["policy", "registry", "plan", "stray"]);
const PASSED_OVER: ReadonlySet<PathClass> = new Set(["other", "prose", "schema", "ownership"]);

/** The two sides of `BASE [HEAD]`: a folder where there is one by that name, else a branch, tag or commit; HEAD is the working tree. */
export function changeSides(
  base: string,
  head: string | undefined,
  io: Io,
): { readonly before: ChangeSide; readonly after: ChangeSide } {
  const before = sideOf(base, io);
  const after = head === undefined ? workingTree(io) : sideOf(head, io);
  if (before.policiesOnly && after.policiesOnly) {
    const own = beside(workingTree(io).sources);
    return { before: withOwn(before, own), after: withOwn(after, own) };
  }
  return {
    before: before.policiesOnly ? withOwn(before, beside(after.sources)) : before,
    after: after.policiesOnly ? withOwn(after, beside(before.sources)) : after,
  };
}

/** The files here that judge and are judged. */
export function workingTree(io: Io): ChangeSide {
  const root = findRoot(io.cwd);
  return { label: "the working tree", sources: filesIn(root), commit: undefined, policiesOnly: false };
}

function sideOf(name: string, io: Io): ChangeSide {
  const folder = resolve(io.cwd, name);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    const root = findRoot(io.cwd);
    const commit = resolveCommit(root, name);
    const read = (wanted: Wanted) => readCommit(root, commit, wanted);
    return { label: name, sources: judging(read), commit, policiesOnly: false };
  }
  const label = name;
  if (existsSync(join(folder, "policies")))
    return { label, sources: filesIn(folder), commit: undefined, policiesOnly: false };
  const classOf = classifyPaths();
  const sources = listFiles(folder)
    .filter((file) => POLICIES.has(classOf(`policies/${file}`)))
    .map((file) => ({ ...readSource(folder, file), file: `policies/${file}` }));
  if (!sources.some(({ file }) => classOf(file) === "policy")) {
    const help = "name a folder with a `policy.yaml` in a folder of its own, or a branch, tag or commit";
    throw new UsageError(`\`${name}\` holds no policy`, help);
  }
  return { label, sources, commit: undefined, policiesOnly: true };
}

type Wanted = (file: string) => boolean;

function filesIn(root: string): readonly Source[] {
  const files = listRepository(root);
  return judging((wanted) => files.filter(wanted).map((file) => readSource(root, file)));
}

/** What judges, and the manifests: where these stand the configuration says, so that it is read first. */
function judging(read: (wanted: Wanted) => readonly Source[]): readonly Source[] {
  const plain = classifyPaths();
  const [configuration] = read((file) => plain(file) === "configuration");
  const loaded = configuration && loadDocument(configuration, { gate: false, kind: "Configuration" });
  const classOf = classifyPaths(loaded?.ok ? loaded.document.value.manifests : undefined);
  return read((file) => !PASSED_OVER.has(classOf(file)));
}

/** What stands beside policies: decisions, arrangements, overlays, configuration, manifests. */
function beside(sources: readonly Source[]): readonly Source[] {
  const classOf = classifyPaths();
  return sources.filter(({ file }) => !file.startsWith("policies/") && classOf(file) !== "stray");
}

function withOwn(side: ChangeSide, own: readonly Source[]): ChangeSide {
  return { ...side, sources: [...side.sources, ...own] };
}
