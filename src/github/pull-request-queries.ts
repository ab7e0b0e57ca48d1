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
 * comments, the last commits of its head, and which open pull requests share that head.
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
      earlier: commits(last: 20) { nodes { commit { oid ...Unfinished } } }
      recent: commits(last: 1) { nodes { commit { history(first: 100) { nodes { oid } } } } }
    }
    pullRequests(states: [OPEN], first: 100) {
      pageInfo { hasNextPage endCursor }
      nodes { number headRefOid baseRefName }
    }
  }
}
fragment Unfinished on Commit {
  checkSuites(first: 5, filterBy: { appId: $app }) {
    nodes {
      unfinished: checkRuns(first: 5, filterBy: { checkName: "bylaw", checkType: ALL, status: IN_PROGRESS }) {
        nodes { databaseId }
      }
    }
  }
}${STANDING}${CHECKS_WITH_ANNOTATIONS}`;

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
