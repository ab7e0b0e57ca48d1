import type { JsonObject } from "../model/document.ts";
import { permissionOf } from "./access.ts";
import { ApiError, type ApiRequest, notFound, type Reply, type Route } from "./api.ts";
import { paginate } from "./paginate.ts";
import { presentAccount } from "./present-account.ts";
import { presentCommit } from "./present-commit.ts";
import { presentRepository } from "./present-repository.ts";
import { resolveRef } from "./resolve-ref.ts";
import { repositoryRoute } from "./route.ts";
import { wrapBase64 } from "./routes-git.ts";
import { findEntry, type TreeItem } from "./tree.ts";
import type { Repository, World } from "./world.ts";

const READ = [["contents", "read"]] as const;
/** Entries of a folder the contents endpoint lists. */
const FOLDER_ENTRIES = 1000;

/** A repository, its branches, contents and collaborators. */
export const REPOSITORY_ROUTES: readonly Route[] = [
  repositoryRoute("GET", "", [], ({ world }, repository) => ({
    status: 200,
    body: { ...presentRepository(world, repository), network_count: 0, subscribers_count: 0 },
  })),
  repositoryRoute("GET", "/branches", READ, (request, repository) => {
    const names = [...repository.refs.keys()].filter((ref) => ref.startsWith("refs/heads/")).sort();
    return paginate(request, names, (ref) => presentBranch(request.world, repository, ref.slice(11), false));
  }),
  repositoryRoute("GET", "/branches/{branch}", READ, ({ world, params }, repository) => {
    const { branch = "" } = params;
    if (!repository.refs.has(`refs/heads/${branch}`)) throw new ApiError(404, "Branch not found");
    return { status: 200, body: presentBranch(world, repository, branch, true) };
  }),
  repositoryRoute("GET", "/rules/branches/{branch}", [], ({ params }, repository) => ({
    status: 200,
    body: params.branch === repository.defaultBranch ? rulesOf(repository) : [],
  })),
  repositoryRoute("GET", "/contents", READ, getContents),
  repositoryRoute("GET", "/contents/{path}", READ, getContents),
  repositoryRoute("GET", "/collaborators/{username}/permission", [], ({ world, params }, repository) => {
    const account = world.accounts.get((params.username ?? "").toLowerCase());
    if (account === undefined) throw new ApiError(404, `${params.username} is not a user`);
    const { permission, role } = permissionOf(repository, account.login);
    return {
      status: 200,
      body: { permission, role_name: role, user: { ...presentAccount(world, account), role_name: role } },
    };
  }),
];

function rulesOf(repository: Repository): JsonObject[] {
  if (repository.requiredChecks.length === 0) return [];
  const required = repository.requiredChecks.map(({ context, appId }) => ({
    context,
    ...(appId !== undefined && { integration_id: appId }),
  }));
  return [
    {
      type: "required_status_checks",
      parameters: { required_status_checks: required, strict_required_status_checks_policy: true },
      ruleset_source_type: "Repository",
      ruleset_source: repository.fullName,
      ruleset_id: 1,
    },
  ];
}

function presentBranch(world: World, repository: Repository, name: string, full: boolean): JsonObject {
  const sha = repository.refs.get(`refs/heads/${name}`) ?? "";
  const url = `${world.url}/repos/${repository.fullName}`;
  return {
    name,
    commit: full ? presentCommit(world, repository, sha) : { sha, url: `${url}/commits/${sha}` },
    protected: false,
    protection: {
      enabled: false,
      required_status_checks: { enforcement_level: "off", contexts: [], checks: [] },
    },
    protection_url: `${url}/branches/${name}/protection`,
    ...(full && {
      _links: { self: `${url}/branches/${name}`, html: `${world.url}/${repository.fullName}/tree/${name}` },
    }),
  };
}

function getContents(request: ApiRequest, repository: Repository): Reply {
  const { world, params, query } = request;
  const ref = query.get("ref") ?? repository.defaultBranch;
  const tree = repository.store.commit(resolveRef(repository, ref) ?? "")?.tree;
  if (tree === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`);
  const item = findEntry(repository.store, tree, params.path ?? "");
  if (item === undefined) throw notFound();
  if (item.mode === "040000") {
    const inside = (repository.store.tree(item.sha) ?? []).slice(0, FOLDER_ENTRIES);
    const prefix = item.path === "" ? "" : `${item.path}/`;
    return {
      status: 200,
      body: inside.map((entry) =>
        presentContent(world, repository, ref, { ...entry, path: prefix + entry.name }),
      ),
    };
  }
  const bytes = repository.store.blob(item.sha);
  if (bytes !== undefined && request.accept.includes("raw")) {
    return { status: 200, raw: { type: "application/octet-stream", content: bytes } };
  }
  return {
    status: 200,
    body: { ...presentContent(world, repository, ref, item), ...encoded(world, item, bytes) },
  };
}

function encoded(world: World, { mode, sha }: TreeItem, bytes: Uint8Array | undefined): JsonObject {
  if (bytes === undefined) return { submodule_git_url: null, sha };
  if (mode === "120000") return { target: Buffer.from(bytes).toString("utf8") };
  if (bytes.byteLength > world.limits.contentsBytes) return { content: "", encoding: "none" };
  return { content: wrapBase64(bytes), encoding: "base64" };
}

function presentContent(world: World, repository: Repository, ref: string, item: TreeItem): JsonObject {
  const types = {
    "100644": "file",
    "100755": "file",
    "120000": "symlink",
    "160000": "submodule",
    "040000": "dir",
  };
  const path = item.path.split("/").map(encodeURIComponent).join("/");
  const url = `${world.url}/repos/${repository.fullName}`;
  const links = {
    self: `${url}/contents/${path}?ref=${encodeURIComponent(ref)}`,
    git: `${url}/git/${item.mode === "040000" ? "trees" : "blobs"}/${item.sha}`,
    html: `${world.url}/${repository.fullName}/blob/${ref}/${path}`,
  };
  return {
    name: item.path.split("/").at(-1) ?? "",
    path: item.path,
    sha: item.sha,
    size: repository.store.blob(item.sha)?.byteLength ?? 0,
    url: links.self,
    html_url: links.html,
    git_url: links.git,
    download_url: item.mode === "040000" ? null : `${world.url}/${repository.fullName}/raw/${ref}/${path}`,
    type: types[item.mode],
    _links: links,
  };
}
