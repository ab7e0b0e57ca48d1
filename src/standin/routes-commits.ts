import { ApiError, type ApiRequest, notFound, type Reply, type Route } from "./api.ts";
import { describeChange, type FileChange } from "./file-diff.ts";
import { commitsBetween, mergeBase, walk } from "./history.ts";
import { paginate, readInteger } from "./paginate.ts";
import { presentCommit } from "./present-commit.ts";
import { presentFile } from "./present-file.ts";
import { presentPullSummary } from "./present-pull.ts";
import { changesBetween } from "./pull-diff.ts";
import { resolveRef } from "./resolve-ref.ts";
import { repositoryRoute } from "./route.ts";
import type { Repository } from "./world.ts";

const READ = [["contents", "read"]] as const;
const PULLS = [["pull_requests", "read"]] as const;
/** Files of one page of a commit, and commits of one page of a comparison. */
const COMMIT_PAGE = 300;
const COMPARE_COMMITS = 250;

/** Commits and comparisons of them. Specific paths stand before `/commits/{ref}`, which takes slashes. */
export const COMMIT_ROUTES: readonly Route[] = [
  repositoryRoute("GET", "/commits", READ, (request, repository) => {
    const start = find(repository, request.query.get("sha") ?? repository.defaultBranch);
    return paginate(request, walk(repository.store, start), (sha) =>
      presentCommit(request.world, repository, sha),
    );
  }),
  repositoryRoute("GET", "/commits/{commit_sha}/pulls", PULLS, (request, repository) => {
    const sha = find(repository, request.params.commit_sha ?? "");
    const pulls = [...repository.pulls.values()].filter(
      (pull) =>
        pull.merged?.sha === sha ||
        pull.head.sha === sha ||
        commitsBetween(repository.store, pull.base.sha, pull.head.sha).includes(sha),
    );
    return paginate(request, pulls.reverse(), (pull) => presentPullSummary(request.world, pull));
  }),
  repositoryRoute("GET", "/commits/{ref}", READ, getCommit),
  repositoryRoute("GET", "/compare/{basehead}", READ, compare),
];

function getCommit(request: ApiRequest, repository: Repository): Reply {
  const { world, params, accept, query } = request;
  const sha = find(repository, params.ref ?? "");
  if (accept.includes(".sha"))
    return { status: 200, raw: { type: "application/vnd.github.sha", content: sha } };
  const parent = repository.store.commit(sha)?.parents[0];
  const changes = parent === undefined ? [] : changesBetween(repository, parent, sha);
  const page = Math.max(readInteger(query, "page", 1), 1);
  const files = describe(request, repository, changes.slice((page - 1) * COMMIT_PAGE, page * COMMIT_PAGE));
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return {
    status: 200,
    body: {
      ...presentCommit(world, repository, sha),
      stats: { total: additions + deletions, additions, deletions },
      files: files.map((file) => presentFile(world, repository, sha, file)),
    },
  };
}

function compare(request: ApiRequest, repository: Repository): Reply {
  const { world, params, query } = request;
  const { store } = repository;
  const [baseName, headName] = (params.basehead ?? "").split(/\.{2,3}/);
  if (baseName === undefined || headName === undefined) throw notFound();
  const [base, head] = [find(repository, baseName), find(repository, headName)];
  const from = mergeBase(store, base, head);
  if (from === undefined) throw new ApiError(404, `No common ancestor between ${baseName} and ${headName}.`);
  const ahead = commitsBetween(store, base, head);
  const behind = commitsBetween(store, head, base).length;
  const page = Math.max(readInteger(query, "page", 1), 1);
  const size = Math.min(readInteger(query, "per_page", COMPARE_COMMITS), COMPARE_COMMITS);
  const changes = changesBetween(repository, base, head).slice(0, world.limits.compareFiles);
  const files = describe(request, repository, page === 1 ? changes : []);
  const url = `${world.url}/repos/${repository.fullName}/compare/${baseName}...${headName}`;
  const page_url = `${world.url}/${repository.fullName}/compare/${baseName}...${headName}`;
  const status =
    ahead.length === 0 ? (behind === 0 ? "identical" : "behind") : behind === 0 ? "ahead" : "diverged";
  return {
    status: 200,
    body: {
      url,
      html_url: page_url,
      permalink_url: page_url,
      diff_url: `${page_url}.diff`,
      patch_url: `${page_url}.patch`,
      base_commit: presentCommit(world, repository, base),
      merge_base_commit: presentCommit(world, repository, from),
      status,
      ahead_by: ahead.length,
      behind_by: behind,
      total_commits: ahead.length,
      commits: ahead
        .slice((page - 1) * size, page * size)
        .map((sha) => presentCommit(world, repository, sha)),
      files: files.map((file) => presentFile(world, repository, head, file)),
    },
  };
}

function describe({ world }: ApiRequest, { store }: Repository, changes: readonly FileChange[]) {
  return changes.map((change) => describeChange(store, change, world.limits.patchBytes));
}

/** A commit by reference, which may name the owner first: `owner:branch`. */
function find(repository: Repository, reference: string): string {
  const own = `${repository.owner.login}:`;
  const sha = resolveRef(repository, reference.startsWith(own) ? reference.slice(own.length) : reference);
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${reference}`);
  return sha;
}
