import type { Source } from "../model/source.ts";
import { findRoot } from "../workspace/find-root.ts";
import { type FileState, fileHistory } from "../workspace/git.ts";
import { type ChangeSide, workingTree } from "./change-side.ts";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** `data-retention@1.0.0`: one published version of a policy. */
export interface PolicyVersion {
  readonly policy: string;
  readonly version: string;
}

/** Reads `POLICY@VERSION`; `undefined` for any other word. */
export function readPolicyVersion(word: string): PolicyVersion | undefined {
  const match = /^([a-z][a-z0-9-]*)@(\d+\.\d+\.\d+)$/.exec(word);
  return match === null ? undefined : { policy: match[1] ?? "", version: match[2] ?? "" };
}

/** The file a policy stands in. */
export function policyFile(policy: string): string {
  return `policies/${policy}/policy.yaml`;
}

/** Versions of a policy by the commits up to one that changed its `version`, oldest first. */
export function publishedVersions(
  root: string,
  policy: string,
  until?: string,
): ReadonlyMap<string, FileState> {
  const published = new Map<string, FileState>();
  for (const state of [...fileHistory(root, policyFile(policy), until)].reverse()) {
    const version = versionIn(state.bytes);
    if (version !== undefined && !published.has(version)) published.set(version, state);
  }
  return published;
}

/** The working tree with one policy as a version of it was published; the other policies are as they are now. */
export function versionSide({ policy, version }: PolicyVersion, io: Io): ChangeSide {
  const root = findRoot(io.cwd);
  const now = workingTree(io);
  const file = policyFile(policy);
  const own = now.sources.find((source) => source.file === file);
  const published = publishedVersions(root, policy);
  const state = published.get(version);
  const bytes = state?.bytes ?? (own && versionIn(own.bytes) === version ? own.bytes : undefined);
  if (bytes === undefined) {
    const known = [...published.keys()];
    throw new UsageError(
      `no commit gives \`${policy}\` the version \`${version}\``,
      known.length === 0 ? `name a policy that \`policies/\` holds` : `name one of ${known.join(", ")}`,
    );
  }
  const at: Source = { file, bytes, mode: "100644" };
  const sources = [...now.sources.filter((source) => source.file !== file), at];
  return { label: `${policy}@${version}`, sources, commit: state?.commit, policiesOnly: false };
}

/** What stands under `version`, whether the rest of the file is sound or not. */
function versionIn(bytes: Uint8Array): string | undefined {
  const text = new TextDecoder().decode(bytes);
  return /^version:\s*["']?(\d+\.\d+\.\d+)["']?\s*(#.*)?$/m.exec(text)?.[1];
}
