import type { JsonObject } from "../model/document.ts";
import { changedFiles } from "./file-diff.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import type { Commit, Signature } from "./object-store.ts";
import { presentAccount } from "./present-account.ts";
import type { Repository, World } from "./world.ts";

/** A commit as the Git database endpoint shows it. */
export function presentGitCommit(world: World, repository: Repository, sha: string): JsonObject {
  const commit = commitOf(repository, sha);
  const url = `${world.url}/repos/${repository.fullName}/git`;
  const page = `${world.url}/${repository.fullName}/commit`;
  return {
    sha,
    node_id: nodeId("Commit", `${repository.id}:${sha}`),
    url: `${url}/commits/${sha}`,
    html_url: `${page}/${sha}`,
    author: presentSignature(commit.author),
    committer: presentSignature(commit.committer),
    tree: { sha: commit.tree, url: `${url}/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((parent) => ({
      sha: parent,
      url: `${url}/commits/${parent}`,
      html_url: `${page}/${parent}`,
    })),
    verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
  };
}

/** A commit as lists of commits show it. */
export function presentCommit(world: World, repository: Repository, sha: string): JsonObject {
  const { author, committer } = commitOf(repository, sha);
  const { sha: _sha, node_id, url, html_url, parents, ...git } = presentGitCommit(world, repository, sha);
  const account = (signature: Signature): JsonObject | null => {
    const known = world.accounts.get(signature.name.toLowerCase());
    return known === undefined ? null : presentAccount(world, known);
  };
  return {
    sha,
    node_id: node_id ?? null,
    commit: { ...git, url: url ?? null, comment_count: 0 },
    url: `${world.url}/repos/${repository.fullName}/commits/${sha}`,
    html_url: html_url ?? null,
    comments_url: `${world.url}/repos/${repository.fullName}/commits/${sha}/comments`,
    author: account(author),
    committer: account(committer),
    parents: parents ?? [],
  };
}

/** A commit as push and merge-group events show it. */
export function presentPushCommit(world: World, repository: Repository, sha: string): JsonObject {
  const commit = commitOf(repository, sha);
  const parent =
    commit.parents[0] === undefined ? undefined : repository.store.commit(commit.parents[0])?.tree;
  const files = changedFiles(repository.store, parent, commit.tree);
  const paths = (filter: (before: boolean, after: boolean) => boolean): string[] =>
    files.filter((f) => filter(f.before !== undefined, f.after !== undefined)).map((f) => f.path);
  return {
    id: sha,
    tree_id: commit.tree,
    distinct: true,
    message: commit.message,
    timestamp: isoTime(commit.committer.seconds * 1000),
    url: `${world.url}/${repository.fullName}/commit/${sha}`,
    author: { name: commit.author.name, email: commit.author.email, username: commit.author.name },
    committer: {
      name: commit.committer.name,
      email: commit.committer.email,
      username: commit.committer.name,
    },
    added: paths((before) => !before),
    removed: [
      ...paths((_, after) => !after),
      ...files.flatMap((f) => (f.previousPath === undefined ? [] : [f.previousPath])),
    ],
    modified: paths((before, after) => before && after),
  };
}

function commitOf(repository: Repository, sha: string): Commit {
  const commit = repository.store.commit(sha);
  if (commit === undefined) throw new Error(`no commit \`${sha}\``);
  return commit;
}

function presentSignature({ name, email, seconds }: Signature): JsonObject {
  return { name, email, date: isoTime(seconds * 1000) };
}
