import type { JsonObject } from "../model/document.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { presentAccount } from "./present-account.ts";
import type { Repository, World } from "./world.ts";

/** Paths of a repository's API addresses, by key, as GitHub lists them in every repository. */
const ADDRESSES: Readonly<Record<string, string>> = {
  forks_url: "/forks",
  keys_url: "/keys{/key_id}",
  collaborators_url: "/collaborators{/collaborator}",
  teams_url: "/teams",
  hooks_url: "/hooks",
  issue_events_url: "/issues/events{/number}",
  events_url: "/events",
  assignees_url: "/assignees{/user}",
  branches_url: "/branches{/branch}",
  tags_url: "/tags",
  blobs_url: "/git/blobs{/sha}",
  git_tags_url: "/git/tags{/sha}",
  git_refs_url: "/git/refs{/sha}",
  trees_url: "/git/trees{/sha}",
  statuses_url: "/statuses/{sha}",
  languages_url: "/languages",
  stargazers_url: "/stargazers",
  contributors_url: "/contributors",
  subscribers_url: "/subscribers",
  subscription_url: "/subscription",
  commits_url: "/commits{/sha}",
  git_commits_url: "/git/commits{/sha}",
  comments_url: "/comments{/number}",
  issue_comment_url: "/issues/comments{/number}",
  contents_url: "/contents/{+path}",
  compare_url: "/compare/{base}...{head}",
  merges_url: "/merges",
  archive_url: "/{archive_format}{/ref}",
  downloads_url: "/downloads",
  issues_url: "/issues{/number}",
  pulls_url: "/pulls{/number}",
  milestones_url: "/milestones{/number}",
  notifications_url: "/notifications{?since,all,participating}",
  labels_url: "/labels{/name}",
  releases_url: "/releases{/id}",
  deployments_url: "/deployments",
};

/** A repository as GitHub's REST API and webhooks show it. */
export function presentRepository(world: World, repository: Repository): JsonObject {
  const url = `${world.url}/repos/${repository.fullName}`;
  const page = `${world.url}/${repository.fullName}`;
  const open = [...repository.pulls.values()].filter((pull) => pull.state === "open").length;
  return {
    ...presentShortRepository(repository),
    owner: presentAccount(world, repository.owner),
    html_url: page,
    description: null,
    fork: repository.parent !== undefined,
    url,
    ...Object.fromEntries(Object.entries(ADDRESSES).map(([key, path]) => [key, url + path])),
    git_url: `${page}.git`,
    ssh_url: `${page}.git`,
    clone_url: `${page}.git`,
    svn_url: page,
    created_at: isoTime(repository.createdAt),
    updated_at: isoTime(repository.createdAt),
    pushed_at: isoTime(repository.createdAt),
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: false,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: open,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.isPrivate ? "private" : "public",
    forks: 0,
    open_issues: open,
    watchers: 0,
    default_branch: repository.defaultBranch,
    custom_properties: {},
  };
}

/** A repository as push events show it: times in seconds, and a few older keys. */
export function presentPushedRepository(world: World, repository: Repository): JsonObject {
  const { owner, createdAt, defaultBranch } = repository;
  const seconds = Math.floor(createdAt / 1000);
  return {
    ...presentRepository(world, repository),
    owner: { ...presentAccount(world, owner), name: owner.login, email: null },
    created_at: seconds,
    pushed_at: seconds,
    stargazers: 0,
    master_branch: defaultBranch,
  };
}

/** The few keys that installation events and nested references carry. */
export function presentShortRepository(repository: Repository): JsonObject {
  return {
    id: repository.id,
    node_id: nodeId("Repository", repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.isPrivate,
  };
}
