import { compareVersions } from "../../change/compare-versions.ts";
import type { Bundle } from "../../engine/bundle.ts";
import { loadBundle } from "../../engine/load-bundle.ts";
import { inEachLanguage } from "../../model/language.ts";
import type { PolicyHistory, PublishedVersion, VersionComparison } from "../../web/policy-history.ts";
import { GitError } from "../../workspace/git.ts";
import type { Workspace } from "../open-workspace.ts";
import { policyFile, publishedVersions } from "../policy-versions.ts";

/** The published versions of every policy and how any two compare; `undefined` where there is no Git history to read. */
export function policyHistories(
  workspace: Workspace,
  asOf: string,
): ReadonlyMap<string, PolicyHistory> | undefined {
  try {
    return new Map(
      workspace.bundle.policyDocuments.map(({ value }) => [
        value.id,
        policyHistory(value.id, value.version, workspace, asOf),
      ]),
    );
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** A version with what it was loaded to; `undefined` where this program cannot read it. */
interface LoadedVersion extends PublishedVersion {
  readonly bundle: Bundle | undefined;
}

function policyHistory(policy: string, current: string, workspace: Workspace, asOf: string): PolicyHistory {
  const states = [...publishedVersions(workspace.root, policy)].filter(([version]) => version !== current);
  const earlier = states.map(([version, { commit, bytes }]) => ({
    version,
    commit,
    bundle: states.length === 0 ? undefined : bundleWith(policy, bytes, workspace),
  }));
  const versions: readonly LoadedVersion[] = [
    ...earlier,
    { version: current, commit: null, bundle: workspace.bundle },
  ];
  const pairs = versions.flatMap((to, index) => versions.slice(0, index).map((from) => ({ from, to })));
  return {
    versions: versions.map(({ version, commit }) => ({ version, commit })),
    comparisons: pairs.map(({ from, to }) => comparison(policy, from, to, asOf)),
  };
}

function comparison(policy: string, from: LoadedVersion, to: LoadedVersion, asOf: string): VersionComparison {
  const versions = { from: from.version, to: to.version };
  if (from.bundle === undefined || to.bundle === undefined) return { ...versions, change: undefined };
  return { ...versions, change: inEachLanguage(compareVersions(policy, from.bundle, to.bundle, asOf)) };
}

/** The policies as they are, but for one as a version of it was published. */
function bundleWith(policy: string, bytes: Uint8Array, { sources }: Workspace): Bundle | undefined {
  const file = policyFile(policy);
  const others = sources.filter((source) => source.file !== file);
  const { bundle, problems } = loadBundle([...others, { file, bytes, mode: "100644" }], { gate: false });
  // Other policies may need what this version did not have yet; they are not compared.
  return problems.some(({ location }) => location.file === file) ? undefined : bundle;
}
