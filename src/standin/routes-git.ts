import type { JsonObject } from "../model/document.ts";
import { ApiError, type ApiRequest, notFound, type Reply, type Route } from "./api.ts";
import { nodeId } from "./node-id.ts";
import { paginate } from "./paginate.ts";
import { presentGitCommit } from "./present-commit.ts";
import { resolveRef } from "./resolve-ref.ts";
import { repositoryRoute } from "./route.ts";
import { type TreeItem, walkTree } from "./tree.ts";
import type { Repository, World } from "./world.ts";

const READ = [["contents", "read"]] as const;

/** The Git database: refs, commits, trees and blobs. */
export const GIT_ROUTES: readonly Route[] = [
  repositoryRoute("GET", "/git/ref/{ref}", READ, ({ world, params }, repository) => {
    const name = `refs/${params.ref}`;
    const sha =
      repository.refs.get(name) ??
      (/^pull\//.test(params.ref ?? "") ? resolveRef(repository, name) : undefined);
    if (sha === undefined) throw notFound();
    return { status: 200, body: presentRef(world, repository, name, sha) };
  }),
  repositoryRoute("GET", "/git/matching-refs/{ref}", READ, (request, repository) => {
    const found = [...repository.refs]
      .filter(([name]) => name.startsWith(`refs/${request.params.ref}`))
      .sort();
    return paginate(request, found, ([name, sha]) => presentRef(request.world, repository, name, sha));
  }),
  repositoryRoute("GET", "/git/commits/{commit_sha}", READ, ({ world, params }, repository) => {
    const { commit_sha: sha = "" } = params;
    if (repository.store.commit(sha) === undefined) throw notFound();
    return { status: 200, body: presentGitCommit(world, repository, sha) };
  }),
  repositoryRoute("GET", "/git/trees/{tree_sha}", READ, getTree),
  repositoryRoute("GET", "/git/blobs/{file_sha}", READ, getBlob),
];

function getTree({ world, params, query }: ApiRequest, repository: Repository): Reply {
  const { tree_sha: name = "" } = params;
  const { store } = repository;
  const commit = store.commit(resolveRef(repository, name) ?? "");
  const sha = commit?.tree ?? name;
  const entries = store.tree(sha);
  if (entries === undefined) throw notFound();
  const items = query.has("recursive")
    ? [...walkTree(store, sha)]
    : entries.map((entry) => ({ path: entry.name, mode: entry.mode, sha: entry.sha }));
  const most = world.limits.treeEntries;
  return {
    status: 200,
    body: {
      sha,
      url: `${gitUrl(world, repository)}/trees/${sha}`,
      tree: items.slice(0, most).map((item) => presentEntry(world, repository, item)),
      truncated: items.length > most,
    },
  };
}

function getBlob({ world, params, accept }: ApiRequest, repository: Repository): Reply {
  const { file_sha: sha = "" } = params;
  const bytes = repository.store.blob(sha);
  if (bytes === undefined) throw notFound();
  if (bytes.byteLength > world.limits.blobBytes) {
    throw new ApiError(403, "This API returns blobs up to 100 MB in size.", {
      errors: [{ resource: "Blob", field: "data", code: "too_large" }],
    });
  }
  if (accept.includes("raw"))
    return { status: 200, raw: { type: "application/octet-stream", content: bytes } };
  return {
    status: 200,
    body: {
      sha,
      node_id: nodeId("Blob", `${repository.id}:${sha}`),
      size: bytes.byteLength,
      url: `${gitUrl(world, repository)}/blobs/${sha}`,
      content: wrapBase64(bytes),
      encoding: "base64",
    },
  };
}

/** Base64 in lines of 60 characters, as GitHub writes file contents. */
export function wrapBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes)
    .toString("base64")
    .replace(/.{1,60}/g, "$&\n");
}

function presentEntry(world: World, repository: Repository, { path, mode, sha }: TreeItem): JsonObject {
  if (mode === "160000") return { path, mode, type: "commit", sha };
  const type = mode === "040000" ? "tree" : "blob";
  const url = `${gitUrl(world, repository)}/${type}s/${sha}`;
  const size = repository.store.blob(sha)?.byteLength;
  return { path, mode, type, sha, ...(size !== undefined && { size }), url };
}

function presentRef(world: World, repository: Repository, ref: string, sha: string): JsonObject {
  const url = gitUrl(world, repository);
  return {
    ref,
    node_id: nodeId("Ref", `${repository.id}:${ref}`),
    url: `${url}/${ref}`,
    object: { sha, type: "commit", url: `${url}/commits/${sha}` },
  };
}

function gitUrl(world: World, repository: Repository): string {
  return `${world.url}/repos/${repository.fullName}/git`;
}
