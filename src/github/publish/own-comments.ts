import type { Comment } from "../api/list-comments.ts";

/** Comments that begin with a marker of ours and were written by our app, oldest first. A marker alone is anybody's. */
export function ownComments<T extends Pick<Comment, "id" | "author" | "isBot" | "body">>(
  comments: readonly T[],
  slug: string,
  marker: string,
): readonly T[] {
  const ours = comments.filter(({ author, isBot, body }) => {
    const isOurs = isBot && (author === slug || author === `${slug}[bot]`);
    return isOurs && body.startsWith(marker);
  });
  return [...ours].sort((a, b) => a.id - b.id);
}
