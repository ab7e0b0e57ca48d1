import { at, textAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";
import { everyNode } from "./every-node.ts";
import { COMMENTS } from "./pull-request-queries.ts";

/** A comment on a pull request, with who wrote it as GitHub knows it. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: string | undefined;
  readonly isBot: boolean;
}

/** The comments of a pull request as they are now. */
export async function listComments(
  client: Client,
  { owner, repo, number }: RepositoryName & { readonly number: number },
): Promise<readonly Comment[]> {
  const answer = await client.graphql(COMMENTS, { owner, repo, number, after: null });
  return everyComment(client, { owner, repo, number }, at(answer, "repository", "pullRequest", "comments"));
}

/** The comments from the first page of them that an answer brought. */
export async function everyComment(
  client: Client,
  { owner, repo, number }: RepositoryName & { readonly number: number },
  first: unknown,
): Promise<readonly Comment[]> {
  const nodes = await everyNode(first, async (after) => {
    const answer = await client.graphql(COMMENTS, { owner, repo, number, after });
    return at(answer, "repository", "pullRequest", "comments");
  });
  return nodes.map((node) => {
    const author = at(node, "author", "login");
    return {
      id: Number(at(node, "fullDatabaseId")),
      body: textAt(node, "body"),
      author: typeof author === "string" ? author : undefined,
      isBot: at(node, "author", "__typename") === "Bot",
    };
  });
}
