import { booleanAt, listAt, textAt } from "./answer.ts";
import { GithubError } from "./github-error.ts";

/** The nodes of a connection over all its pages; a cursor met twice is an answer that leads in a circle. */
export async function everyNode(
  first: unknown,
  next: (after: string) => Promise<unknown>,
): Promise<readonly unknown[]> {
  const nodes = [...listAt(first, "nodes")];
  const seen = new Set<string>();
  let page = first;
  while (booleanAt(page, "pageInfo", "hasNextPage")) {
    const cursor = textAt(page, "pageInfo", "endCursor");
    if (seen.has(cursor)) throw new GithubError("GitHub gave one page twice", { kind: "unavailable" });
    seen.add(cursor);
    page = await next(cursor);
    nodes.push(...listAt(page, "nodes"));
  }
  return nodes;
}
