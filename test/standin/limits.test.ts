import type { Octokit } from "@octokit/rest";
import { describe, expect, it, test } from "vitest";
import { client, NOON, outcome, startWithPull } from "./start.ts";

const at = { owner: "town", repo: "systems" };
const annotation = {
  path: "a.yaml",
  start_line: 1,
  end_line: 1,
  annotation_level: "notice" as const,
  message: "m",
};
const action = { label: "Fix", description: "Fix it", identifier: "fix" };
const output = (more: object) => ({ output: { title: "t", summary: "s", ...more } });
const annotations = (...items: object[]) => output({ annotations: items });

describe("a check run is refused with", () => {
  it.for([
    ["50 annotations", annotations(...Array(50).fill(annotation)), "201"],
    [
      "51 annotations",
      annotations(...Array(51).fill(annotation)),
      "No more than 50 items are allowed; 51 were supplied.",
    ],
    ["a summary of 65,535 characters", output({ summary: "a".repeat(65_535) }), "201"],
    [
      "a summary of 65,536 characters",
      output({ summary: "a".repeat(65_536) }),
      "Only 65535 characters are allowed; 65536",
    ],
    [
      "a summary of 65,536 bytes in fewer characters",
      output({ summary: "א".repeat(32_768) }),
      "exceeds a maximum bytesize of 65535",
    ],
    ["a text of 65,536 characters", output({ text: "a".repeat(65_536) }), "Only 65535 characters"],
    ["three actions", { actions: [action, action, action] }, "201"],
    ["four actions", { actions: [action, action, action, action] }, "No more than 3 items"],
    ["a label of 21 characters", { actions: [{ ...action, label: "a".repeat(21) }] }, "Only 20 characters"],
    ["an output without a title", { output: { summary: "s" } }, '"title" wasn\'t supplied'],
    ["an output without a summary", { output: { title: "t" } }, '"summary" wasn\'t supplied'],
    ["a conclusion that does not exist", { conclusion: "passed" }, "is not a member of"],
    ["the conclusion `stale`, which is GitHub's own", { conclusion: "stale" }, "is not a member of"],
    ["`completed` and no conclusion", { status: "completed" }, '"conclusion" wasn\'t supplied'],
    [
      "an annotation without a message",
      annotations({ ...annotation, message: undefined }),
      '"message" wasn\'t supplied',
    ],
    [
      "an annotation of an unknown level",
      annotations({ ...annotation, annotation_level: "error" }),
      "is not a member of",
    ],
    [
      "columns over several lines",
      annotations({ ...annotation, end_line: 2, start_column: 1 }),
      "start and end line are equal",
    ],
    [
      "an annotation that ends before it starts",
      annotations({ ...annotation, start_line: 2 }),
      "end_line precedes",
    ],
    ["a commit that does not exist", { head_sha: "1".repeat(40) }, "No commit found for SHA"],
  ] as const)("%s", async ([, body, expected]) => {
    const { standin, head } = await startWithPull();
    const octokit = await client(standin);
    // The address is not written as a route: the types of Octokit would refuse what the stand-in must.
    const request = octokit.request(`POST /repos/town/systems/check-runs?`, {
      name: "bylaw",
      head_sha: head,
      ...body,
    });
    expect(await outcome(request)).toContain(expected);
  });
});

describe("a comment is refused", () => {
  it.for([
    ["at 65,536 characters", "a".repeat(65_536), "201"],
    ["past 65,536 characters", "a".repeat(65_537), "Body is too long (maximum is 65536 characters)"],
    ["when blank", " \n", "missing_field"],
  ] as const)("%s", async ([, body, expected]) => {
    const { standin } = await startWithPull();
    const { rest } = await client(standin);
    expect(await outcome(rest.issues.createComment({ ...at, issue_number: 1, body }))).toContain(expected);
  });
});

describe("a review is refused whole for", () => {
  const good = { path: "a.yaml", line: 2, body: "good" };

  it.for([
    ["a line far from every hunk", { ...good, line: 9 }, "Line could not be resolved"],
    ["the line just past a hunk", { ...good, line: 6 }, "Line could not be resolved"],
    ["a file that is not changed", { ...good, path: "b.yaml" }, "Path could not be resolved"],
    ["a start line after its end", { ...good, start_line: 3 }, "Start line could not be resolved"],
    ["no line at all", { path: "a.yaml", body: "x" }, "Line could not be resolved"],
  ] as const)("%s", async ([, bad, expected]) => {
    const { standin, repo } = await startWithPull();
    const { rest } = await client(standin);
    const review = rest.pulls.createReview({
      ...at,
      pull_number: 1,
      event: "COMMENT",
      comments: [good, bad],
    });
    expect(await outcome(review)).toContain(expected);
    expect([standin.reviews(repo, 1), standin.reviewComments(repo, 1)]).toEqual([[], []]);
  });

  it.for([
    ["a commit of another branch", { commit_id: "main" }, "commit_id is not part of the pull request"],
    ["no body and no comments", {}, "Body is required"],
  ] as const)("%s", async ([, body, expected]) => {
    const { standin } = await startWithPull();
    const { rest } = await client(standin);
    expect(
      await outcome(rest.pulls.createReview({ ...at, pull_number: 1, event: "COMMENT", ...body })),
    ).toContain(expected);
  });
});

describe("what is too large is cut", () => {
  const wide = { ...at, pull_number: 1 };
  const many = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`files/${index}.yaml`, `${index}`]),
  );

  it.for([
    [
      "a tree past its entries says so",
      { treeEntries: 5 },
      async ({ rest }: Octokit) => {
        const { data } = await rest.git.getTree({ ...at, tree_sha: "change", recursive: "1" });
        return [data.tree.length, data.truncated];
      },
      [5, true],
    ],
    [
      "files of a pull request simply end",
      { pullFiles: 20 },
      async (octokit: Octokit) => {
        return [(await octokit.paginate(octokit.rest.pulls.listFiles, { ...wide, per_page: 15 })).length];
      },
      [20],
    ],
    [
      "files of a comparison simply end",
      { compareFiles: 7 },
      async ({ rest }: Octokit) => {
        const { data } = await rest.repos.compareCommitsWithBasehead({ ...at, basehead: "main...change" });
        return [data.files?.length];
      },
      [7],
    ],
    [
      "a long patch is left out",
      { patchBytes: 10 },
      async ({ rest }: Octokit) => {
        const { data } = await rest.pulls.listFiles(wide);
        return [data[0]?.filename, data[0]?.patch, data[0]?.changes];
      },
      ["a.yaml", undefined, 2],
    ],
    [
      "contents come without their text",
      { contentsBytes: 10 },
      async ({ rest }: Octokit) => {
        const { data } = await rest.repos.getContent({ ...at, path: "a.yaml" });
        return "content" in data ? [data.encoding, data.content, data.size] : [];
      },
      ["none", "", 71],
    ],
    [
      "a blob is refused",
      { blobBytes: 10 },
      async ({ rest }: Octokit) => {
        const { data } = await rest.repos.getContent({ ...at, path: "a.yaml" });
        return [await outcome(rest.git.getBlob({ ...at, file_sha: "sha" in data ? data.sha : "" }))];
      },
      [expect.stringMatching(/^403: This API returns blobs up to 100 MB/)],
    ],
  ] as const)("%s", async ([, limits, ask, expected]) => {
    const { standin, repo } = await startWithPull({ limits });
    standin.commit(repo, "change", { message: "many", author: "maya", files: many });
    expect(await ask(await client(standin))).toEqual(expected);
  });
});

test("an installation that used up its hour is told when it may ask again", async () => {
  let now = NOON;
  const { standin } = await startWithPull({ limits: { requestsPerHour: 2 }, now: () => now });
  const { rest } = await client(standin);
  await rest.repos.get(at);
  expect((await rest.rateLimit.get()).data.rate).toMatchObject({ limit: 2, remaining: 1 });
  await rest.repos.get(at);
  const refused = await rest.repos.get(at).catch((error) => error.response);
  expect([refused.status, refused.headers["x-ratelimit-remaining"]]).toEqual([403, "0"]);
  expect(Number(refused.headers["x-ratelimit-reset"]) * 1000).toBe(NOON + 3_600_000);
  now = NOON + 3_500_000;
  expect(await outcome(rest.repos.get(at))).toMatch(/^403: API rate limit exceeded/);
});
