import { afterEach, beforeEach, expect, test } from "vitest";
import { appBot } from "../../src/standin/accounts.ts";
import { addComment } from "../../src/standin/comments.ts";
import { createFakeReviewer } from "./fake-reviewer.ts";
import { type Pair, REPOSITORY, startPair } from "./start-pair.ts";

let pair: Pair;
beforeEach(async () => {
  pair = await startPair();
});
afterEach(() => pair.close());

/** Two processes that reviewed at once could each write a first comment, and the check held all the same. */
test("a summary comment that stands twice is one again after the next sweep", async () => {
  const { github } = pair;
  const repository = github.createRepository({ ...REPOSITORY });
  const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
  await pair.quiet(await pair.startApp());
  const [comment] = github.comments(repository, pull.number);
  addComment(
    github.world,
    github.pullRequest(repository, pull.number),
    appBot(github.world),
    comment?.body ?? "",
  );
  await pair.quiet(await pair.startApp());
  expect(github.comments(repository, pull.number).map(({ id }) => id)).toEqual([comment?.id]);
});

/** A process that was held up could write its comment over that on a newer head, whose check held. */
test("a summary comment about another head is written anew at the next sweep", async () => {
  const { github } = pair;
  const fake = createFakeReviewer();
  const reviewer: typeof fake = {
    ...fake,
    renderComment: (_, { head }) =>
      `<!-- bylaw:summary -->\n<!-- bylaw:state v1 first head=${head} open= fixed= -->`,
  };
  const repository = github.createRepository({ ...REPOSITORY });
  const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
  await pair.quiet(await pair.startApp({ reviewer }));
  const [comment] = github.comments(repository, pull.number);
  if (comment === undefined) throw new Error("there is a comment");
  comment.body = comment.body.replace(pull.head, "a".repeat(40));
  await pair.quiet(await pair.startApp({ reviewer }));
  expect(comment.body).toContain(`head=${pull.head}`);
});
