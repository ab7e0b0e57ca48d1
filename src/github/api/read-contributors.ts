import { at, booleanAt, listAt, numberAt, shaAt } from "./answer.ts";

/** Who had a hand in the commits of a pull request, as far as GitHub knows it. */
export interface Contributors {
  /**
   * Logins in lower case: authors, committers, co-authors it knows, and whoever pushed. Within one answer a login is one
   * account, so nothing is won by comparing ids.
   */
  readonly known: ReadonlySet<string>;
  /** Commits whose author or committer GitHub knows no account of. */
  readonly unlinked: readonly string[];
  /** Whether there are more commits than were read. */
  readonly more: boolean;
}

/**
 * Reads who contributed to a pull request in the shape of the query `PULL_REQUEST`. A co-author is a line that anyone can
 * write or leave out: one with an account counts, one without proves nothing and is passed over.
 */
export function readContributors(pull: unknown): Contributors {
  const commits = listAt(pull, "written", "nodes").map((node) => at(node, "commit"));
  const beside = [
    at(pull, "author"),
    ...commits.flatMap((commit) => listAt(commit, "authors", "nodes")).map((author) => at(author, "user")),
    ...commits
      .flatMap((commit) => listAt(commit, "checkSuites", "nodes"))
      .map((suite) => at(suite, "push", "pusher")),
    ...listAt(pull, "forced", "nodes").map((push) => at(push, "actor")),
    // A fork is its owner's to push to; the repository itself says nothing about who did.
    ...(booleanAt(pull, "isCrossRepository") ? [at(pull, "headRepositoryOwner")] : []),
  ];
  return {
    known: new Set([...commits.flatMap(signersOf), ...beside].flatMap(loginOf)),
    unlinked: commits
      .filter((commit) => signersOf(commit).some((account) => loginOf(account).length === 0))
      .map((commit) => shaAt(commit, "oid")),
    more: numberAt(pull, "written", "totalCount") > commits.length,
  };
}

/** Author and committer. Of what is written on GitHub's pages the committer is GitHub, and says nothing. */
function signersOf(commit: unknown): readonly unknown[] {
  const author = at(commit, "author", "user");
  return booleanAt(commit, "committedViaWeb") ? [author] : [author, at(commit, "committer", "user")];
}

/** The login of an account in lower case; none where there is no account. */
export function loginOf(account: unknown): readonly string[] {
  const login = at(account, "login");
  return typeof login === "string" ? [login.toLowerCase()] : [];
}
