import type { ApiRequest, Route } from "./api.ts";
import { notFound } from "./api.ts";
import { describeChange } from "./file-diff.ts";
import { commitsListed } from "./history.ts";
import { paginate } from "./paginate.ts";
import { presentCommit } from "./present-commit.ts";
import { presentFile } from "./present-file.ts";
import { presentPull, presentPullSummary } from "./present-pull.ts";
import { changesBetween } from "./pull-diff.ts";
import { repositoryRoute } from "./route.ts";
import type { PullRequest, Repository } from "./world.ts";

const READ = [["pull_requests", "read"]] as const;

/** Pull requests, their files and commits. */
export const PULL_ROUTES: readonly Route[] = [
  repositoryRoute("GET", "/pulls", READ, (request, repository) =>
    paginate(request, selectPulls(request, repository), (pull) => presentPullSummary(request.world, pull)),
  ),
  repositoryRoute("GET", "/pulls/{pull_number}", READ, (request, repository) => ({
    status: 200,
    body: presentPull(request.world, pullNamed(request, repository)),
  })),
  repositoryRoute("GET", "/pulls/{pull_number}/files", READ, (request, repository) => {
    const { world } = request;
    const { base, head } = pullNamed(request, repository);
    const changes = changesBetween(repository, base.sha, head.sha).slice(0, world.limits.pullFiles);
    return paginate(request, changes, (change) =>
      presentFile(
        world,
        repository,
        head.sha,
        describeChange(repository.store, change, world.limits.patchBytes),
      ),
    );
  }),
  repositoryRoute("GET", "/pulls/{pull_number}/commits", READ, (request, repository) => {
    const { base, head } = pullNamed(request, repository);
    const commits = commitsListed(repository.store, base.sha, head.sha).slice(
      0,
      request.world.limits.pullCommits,
    );
    return paginate(request, commits, (sha) => presentCommit(request.world, repository, sha));
  }),
];

/** The pull request whose number stands in the path. */
export function pullNamed({ params }: ApiRequest, repository: Repository): PullRequest {
  const pull = repository.pulls.get(Number(params.pull_number ?? params.issue_number));
  if (pull === undefined) throw notFound();
  return pull;
}

function selectPulls({ query }: ApiRequest, repository: Repository): PullRequest[] {
  const [state, head, base] = [query.get("state") ?? "open", query.get("head"), query.get("base")];
  const by = query.get("sort") === "updated" ? "updatedAt" : "createdAt";
  const sign = (query.get("direction") ?? (query.has("sort") ? "asc" : "desc")) === "asc" ? 1 : -1;
  return [...repository.pulls.values()]
    .filter((pull) => state === "all" || pull.state === state)
    .filter((pull) => base === null || pull.base.ref === base)
    .filter((pull) => head === null || `${pull.head.repository.owner.login}:${pull.head.ref}` === head)
    .sort((a, b) => sign * (a[by] - b[by] || a.number - b.number));
}
