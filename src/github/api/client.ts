/**
 * GitHub as one installation of the app sees it. Answers are unchecked values, read with `answer.ts`;
 * whatever goes wrong is a `GithubError`. A request that is no GET is sent once and never repeated,
 * since it may have taken effect: look before writing again.
 */
export interface Client {
  /** `route` as in GitHub's documentation: `GET /repos/{owner}/{repo}/git/trees/{tree_sha}`. */
  rest(route: string, parameters?: Readonly<Record<string, unknown>>): Promise<unknown>;
  /** For queries only, so that a failed one may be repeated. */
  graphql(query: string, variables: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/** A repository by owner and name. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}
