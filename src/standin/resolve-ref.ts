import type { Repository } from "./world.ts";

/**
 * The commit a reference names: a full SHA, a branch or tag, a full
 * or `heads/` ref, `HEAD`, `refs/pull/N/head`. `undefined` where nothing is called so.
 */
export function resolveRef(repository: Repository, reference: string): string | undefined {
  if (/^[0-9a-f]{40}$/.test(reference)) {
    return repository.store.commit(reference) === undefined ? undefined : reference;
  }
  const name = reference.replace(/^refs\//, "");
  const pull = /^pull\/(\d+)\/head$/.exec(name)?.[1];
  if (pull !== undefined) return repository.pulls.get(Number(pull))?.head.sha;
  return (
    repository.refs.get(`refs/${name}`) ??
    repository.refs.get(`refs/heads/${reference}`) ??
    repository.refs.get(`refs/tags/${reference}`) ??
    (reference === "HEAD" ? repository.refs.get(`refs/heads/${repository.defaultBranch}`) : undefined)
  );
}

/** The tip of a branch. Throws where there is none. */
export function branchTip(repository: Repository, branch: string): string {
  const sha = repository.refs.get(`refs/heads/${branch}`);
  if (sha === undefined) throw new Error(`\`${repository.fullName}\` has no branch \`${branch}\``);
  return sha;
}
