import { appBot } from "./accounts.ts";
import { type ApiRequest, notFound, type Route, validationFailed } from "./api.ts";
import { requiredText } from "./body-fields.ts";
import { addComment, editComment, removeComment } from "./comments.ts";
import { paginate } from "./paginate.ts";
import { presentComment, presentIssue, presentReaction, REACTIONS } from "./present-comment.ts";
import { checkLength } from "./review-input.ts";
import { repositoryRoute } from "./route.ts";
import { pullNamed } from "./routes-pulls.ts";
import type { Comment, Reaction, Repository } from "./world.ts";

/** For a pull request either permission opens its conversation, but for the reactions in it, as GitHub's table of permissions has it. */
const READ = [
  ["issues", "read"],
  ["pull_requests", "read"],
] as const;
const WRITE = [
  ["issues", "write"],
  ["pull_requests", "write"],
] as const;

const READ_ISSUES = [["issues", "read"]] as const;
const WRITE_ISSUES = [["issues", "write"]] as const;

/** The conversation of a pull request: comments and reactions. */
export const COMMENT_ROUTES: readonly Route[] = [
  repositoryRoute("GET", "/issues/comments", READ, (request, repository) => {
    const comments = [...repository.pulls.values()].flatMap((pull) => pull.comments);
    const by = request.query.get("sort") === "updated" ? "updatedAt" : "createdAt";
    const sign = request.query.get("direction") === "desc" ? -1 : 1;
    const sorted = comments.sort((a, b) => sign * (a[by] - b[by] || a.id - b.id));
    return paginate(request, sorted, (comment) => presentComment(request.world, comment));
  }),
  repositoryRoute("GET", "/issues/{issue_number}", READ, (request, repository) => ({
    status: 200,
    body: presentIssue(request.world, pullNamed(request, repository)),
  })),
  repositoryRoute("GET", "/issues/{issue_number}/comments", READ, (request, repository) => {
    const since = Date.parse(request.query.get("since") ?? "1970-01-01");
    const comments = pullNamed(request, repository).comments.filter((comment) => comment.updatedAt >= since);
    return paginate(request, comments, (comment) => presentComment(request.world, comment));
  }),
  repositoryRoute("POST", "/issues/{issue_number}/comments", WRITE, (request, repository) => {
    const { world } = request;
    const pull = pullNamed(request, repository);
    const body = requiredText(request.body, "body");
    checkLength("IssueComment", body);
    return { status: 201, body: presentComment(world, addComment(world, pull, appBot(world), body)) };
  }),
  repositoryRoute("GET", "/issues/comments/{comment_id}", READ, (request, repository) => ({
    status: 200,
    body: presentComment(request.world, commentNamed(request, repository)),
  })),
  repositoryRoute("PATCH", "/issues/comments/{comment_id}", WRITE, (request, repository) => {
    const { world } = request;
    const comment = commentNamed(request, repository);
    const body = requiredText(request.body, "body");
    checkLength("IssueComment", body);
    editComment(world, comment, body, appBot(world));
    return { status: 200, body: presentComment(world, comment) };
  }),
  repositoryRoute("DELETE", "/issues/comments/{comment_id}", WRITE, (request, repository) => {
    removeComment(request.world, commentNamed(request, repository), appBot(request.world));
    return { status: 204 };
  }),
  repositoryRoute("GET", "/issues/comments/{comment_id}/reactions", READ_ISSUES, (request, repository) =>
    paginate(request, commentNamed(request, repository).reactions, (reaction) =>
      presentReaction(request.world, reaction),
    ),
  ),
  repositoryRoute("POST", "/issues/comments/{comment_id}/reactions", WRITE_ISSUES, (request, repository) => {
    const { world } = request;
    const comment = commentNamed(request, repository);
    const content = requiredText(request.body, "content");
    if (!REACTIONS.some((known) => known === content)) {
      throw validationFailed("Reaction", "content", `${content} is not a reaction`);
    }
    const user = appBot(world);
    const given = comment.reactions.find((other) => other.user === user && other.content === content);
    if (given !== undefined) return { status: 200, body: presentReaction(world, given) };
    const reaction: Reaction = { id: world.nextId(), user, content, createdAt: world.now() };
    comment.reactions.push(reaction);
    return { status: 201, body: presentReaction(world, reaction) };
  }),
  repositoryRoute(
    "DELETE",
    "/issues/comments/{comment_id}/reactions/{reaction_id}",
    WRITE_ISSUES,
    (request, repository) => {
      const { reactions } = commentNamed(request, repository);
      const index = reactions.findIndex((reaction) => `${reaction.id}` === request.params.reaction_id);
      if (index < 0) throw notFound();
      reactions.splice(index, 1);
      return { status: 204 };
    },
  ),
];

function commentNamed({ params }: ApiRequest, repository: Repository): Comment {
  for (const pull of repository.pulls.values()) {
    const comment = pull.comments.find((other) => `${other.id}` === params.comment_id);
    if (comment !== undefined) return comment;
  }
  throw notFound();
}
