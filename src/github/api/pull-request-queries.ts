/**
 * Our checks on a commit: the newest, and all that are not complete, whatever order GitHub lists them in.
 * A connection inside lists costs of the hourly budget, so annotations are counted only where it matters.
 */
const checks = (fields: string) => `
fragment Checks on Commit {
  checkSuites(first: 10, filterBy: { appId: $app }) {
    nodes {
      latest: checkRuns(first: 5, filterBy: { checkName: "bylaw", checkType: LATEST }) { nodes { ...Run } }
      unfinished: checkRuns(first: 20, filterBy: { checkName: "bylaw", checkType: ALL, status: IN_PROGRESS }) {
        nodes { ...Run }
      }
    }
  }
}
fragment Run on CheckRun { databaseId externalId status conclusion startedAt ${fields} }`;

const CHECKS = checks("");
const CHECKS_WITH_ANNOTATIONS = checks("annotations(first: 1) { totalCount }");

/** Our checks on a commit that were begun and not completed. */
const UNFINISHED = `
fragment Unfinished on Commit {
  checkSuites(first: 5, filterBy: { appId: $app }) {
    nodes {
      unfinished: checkRuns(first: 5, filterBy: { checkName: "bylaw", checkType: ALL, status: IN_PROGRESS }) {
        nodes { databaseId }
      }
    }
  }
}`;

/** Commits that were the head before a forced push. */
const FORCED = (
  last: number,
) => `forced: timelineItems(last: ${last}, itemTypes: [HEAD_REF_FORCE_PUSHED_EVENT]) {
  nodes { ... on HeadRefForcePushedEvent { actor { login } beforeCommit { oid ...Unfinished } } }
}`;

/** The tip of the branch everything ends up in. */
const DEFAULT_BRANCH = "defaultBranchRef { name target { oid ... on Commit { tree { oid } } } }";

/** Where one pull request stands: its head, its base branch's tip, opinions on it and our checks on its head. */
const STANDING = `
fragment Standing on PullRequest {
  number
  state
  headRefOid
  baseRefName
  isInMergeQueue
  author { login }
  baseRef { target { oid ... on Commit { tree { oid } } } }
  reviews(last: 100, states: [APPROVED, CHANGES_REQUESTED, DISMISSED]) {
    nodes { state author { __typename login } commit { oid } }
  }
  commits(last: 1) { nodes { commit { oid tree { oid } ...Checks } } }
}`;

/**
 * Everything a review needs to know before it reads a file, in one request: the pull request, its
 * comments, who had a hand in its commits, what they were before a forced push, and which open pull requests share its head.
 */
export const PULL_REQUEST = `
query PullRequest($owner: String!, $repo: String!, $number: Int!, $app: Int!) {
  repository(owner: $owner, name: $repo) {
    ${DEFAULT_BRANCH}
    pullRequest(number: $number) {
      ...Standing
      comments(first: 100) {
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId body author { __typename login } }
      }
      configured: baseRef {
        target { ... on Commit { file(path: ".github/bylaw.yml") { oid object { ... on Blob { text } } } } }
      }
      isCrossRepository
      headRepositoryOwner { login }
      written: commits(first: 100) { totalCount nodes { commit { ...Written } } }
      ${FORCED(20)}
      earlier: commits(last: 20) { nodes { commit { oid ...Unfinished } } }
      recent: commits(last: 1) { nodes { commit { history(first: 100) { nodes { oid } } } } }
    }
    pullRequests(states: [OPEN], first: 100) {
      pageInfo { hasNextPage endCursor }
      nodes { number headRefOid baseRefName }
    }
  }
}
fragment Written on Commit {
  oid
  author { user { login } }
  committer { user { login } }
  committedViaWeb
  authors(first: 20) { nodes { user { login } } }
  checkSuites(first: 1, filterBy: { appId: $app }) { nodes { push { pusher { login } } } }
}
${UNFINISHED}${STANDING}${CHECKS_WITH_ANNOTATIONS}`;

/** The head of a pull request, where the last commit GitHub lists of it is another. */
export const HEAD_COMMIT = `
query HeadCommit($owner: String!, $repo: String!, $sha: GitObjectID!, $app: Int!) {
  repository(owner: $owner, name: $repo) {
    object(oid: $sha) { oid ... on Commit { tree { oid } ...Checks } }
  }
}${CHECKS_WITH_ANNOTATIONS}`;

/** Further comments of a pull request. */
export const COMMENTS = `
query Comments($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      comments(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { fullDatabaseId body author { __typename login } }
      }
    }
  }
}`;

/** Open pull requests of a repository: numbers, heads and base branches only. */
export const OPEN_PULL_REQUESTS = `
query OpenPullRequests($owner: String!, $repo: String!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequests(states: [OPEN], first: 100, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { number headRefOid baseRefName }
    }
  }
}`;

/** Open pull requests of a repository with all that tells whether their newest check still holds. */
export const STANDINGS = `
query Standings($owner: String!, $repo: String!, $app: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    ${DEFAULT_BRANCH}
    pullRequests(states: [OPEN], first: 25, after: $after) {
      pageInfo { hasNextPage endCursor }
      nodes { ...Standing }
    }
  }
}${STANDING}${CHECKS}`;

/** Where a check may have been left open on a commit that no open pull request has as its head. */
export const LEFT_OPEN = `
query LeftOpen($owner: String!, $repo: String!, $app: Int!) {
  repository(owner: $owner, name: $repo) {
    open: pullRequests(states: [OPEN], first: 50, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number ${FORCED(3)} }
    }
    closed: pullRequests(states: [CLOSED, MERGED], first: 20, orderBy: { field: UPDATED_AT, direction: DESC }) {
      nodes { number commits(last: 1) { nodes { commit { ...Unfinished } } } }
    }
  }
}${UNFINISHED}`;

/** The merge queue entries of the branch a queued pull request waits for, in order. */
export const MERGE_QUEUE = `
query MergeQueue($owner: String!, $repo: String!, $branch: String!, $app: Int!) {
  repository(owner: $owner, name: $repo) {
    mergeQueue(branch: $branch) {
      entries(first: 50) {
        nodes {
          position
          pullRequest { number }
          baseCommit { oid tree { oid } }
          headCommit { oid tree { oid } history(first: 100) { nodes { oid } } ...Checks }
        }
      }
    }
  }
}${CHECKS_WITH_ANNOTATIONS}`;
