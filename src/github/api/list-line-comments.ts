import { at, listAt, numberAt, textAt } from "./answer.ts";
import type { Client, RepositoryName } from "./client.ts";
import { everyPage } from "./every-page.ts";
import type { Comment } from "./list-comments.ts";

/** The comments on lines of a pull request. */
export async function listLineComments(
  client: Client,
  { owner, repo, number }: RepositoryName & { readonly number: number },
): Promise<readonly Comment[]> {
  const found = await everyPage(client, "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments", {
    itemsOf: (page) => listAt({ page }, "page"),
    owner,
    repo,
    pull_number: number,
  });
  return found.map((comment) => {
    const author = at(comment, "user", "login");
    return {
      id: numberAt(comment, "id"),
      body: textAt(comment, "body"),
      author: typeof author === "string" ? author : undefined,
      isBot: at(comment, "user", "type") === "Bot",
    };
  });
}
