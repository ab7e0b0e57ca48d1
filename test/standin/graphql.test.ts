import { describe, expect, it, test } from "vitest";
import { client, startWithPull } from "./start.ts";

const inRepository = (fields: string) => `{ repository(owner: "town", name: "systems") { ${fields} } }`;
const inPull = (fields: string) => inRepository(`pullRequest(number: 1) { ${fields} }`);

async function begin(options: Parameters<typeof startWithPull>[0] = {}) {
  const world = await startWithPull(options);
  const octokit = await client(world.standin);
  const ask = (query: string, variables: Record<string, unknown> = {}): Promise<unknown> =>
    octokit.graphql(query, variables);
  return { ...world, octokit, ask };
}

describe("blobs are read many at a time", () => {
  const files = {
    "text.yaml": "kind: Manifest\n",
    "hebrew.yaml": "שם: עיר\n",
    "mark.yaml": "\uFEFFa: b\n",
    "binary.bin": Uint8Array.from([1, 0, 2]),
    "latin.txt": Uint8Array.from([0xe9, 0x0a]),
    "long.txt": "0123456789".repeat(5),
  };

  it.for([
    ["text.yaml", { isBinary: false, isTruncated: false, text: "kind: Manifest\n", byteSize: 15 }],
    ["hebrew.yaml", { isBinary: false, text: "שם: עיר\n", byteSize: 13 }],
    ["mark.yaml", { isBinary: false, text: "\uFEFFa: b\n" }],
    ["binary.bin", { isBinary: true, text: null, byteSize: 3 }],
    ["latin.txt", { isBinary: false, text: "\uFFFD\n", byteSize: 2 }],
    ["long.txt", { isTruncated: true, text: "0123456789".repeat(4), byteSize: 50 }],
  ] as const)("%s", async ([name, expected]) => {
    const { standin, repo, ask } = await begin({ limits: { graphqlTextBytes: 40 } });
    standin.commit(repo, "main", { message: "files", author: "town", files });
    const fields = Object.keys(files).map(
      (path, index) => `b${index}: object(expression: "main:${path}") { ...Content }`,
    );
    const query = `query Blobs($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { ${fields} } }
      fragment Content on Blob { oid byteSize isBinary isTruncated text }`;
    const answer = await ask(query, { owner: "town", repo: "systems" });
    expect(answer).toMatchObject({ repository: { [`b${Object.keys(files).indexOf(name)}`]: expected } });
  });

  test("and one that does not exist is null beside the others", async () => {
    const { base, ask } = await begin();
    const query = inRepository(
      `a: object(oid: "${"0".repeat(40)}") { oid } b: object(oid: "${base}") { __typename ... on Commit { message } ... on Blob { text } }`,
    );
    const commit = { __typename: "Commit", message: "Initial commit" };
    expect(await ask(query)).toEqual({ repository: { a: null, b: commit } });
  });
});

describe("a pull request", () => {
  test("with its base's tip, commits, reviews and checks in one answer", async () => {
    const { standin, repo, pull, head, octokit, ask } = await begin();
    const at = { owner: "town", repo: "systems" };
    standin.review(pull, { user: "noa", state: "APPROVED" });
    standin.review(pull, { user: "noa", state: "COMMENTED", body: "hm" });
    const tip = standin.commit(repo, "main", { message: "m", author: "town", files: { z: "z" } });
    await octokit.rest.checks.create({ ...at, name: "bylaw", head_sha: head, external_id: "x" });
    await octokit.rest.checks.create({ ...at, name: "bylaw", head_sha: head, conclusion: "action_required" });
    standin.addForeignCheck(repo, { appId: 9, name: "bylaw", headSha: head, conclusion: "success" });
    const query = `query($app: Int!) ${inPull(`
      state isInMergeQueue author { __typename login }
      baseRef { target { oid } }
      reviews(last: 100, states: [APPROVED, DISMISSED]) { nodes { state author { login } commit { oid } } }
      commits(last: 1) { nodes { commit { oid history(first: 1) { totalCount } ...Checks } } }
    `)} fragment Checks on Commit { checkSuites(first: 20, filterBy: { appId: $app }) { nodes {
      checkRuns(last: 50, filterBy: { checkName: "bylaw", checkType: ALL }) {
        nodes { externalId status conclusion annotations(first: 1) { totalCount } } } } } }`;
    expect(await ask(query, { app: 4711 })).toEqual({
      repository: {
        pullRequest: {
          state: "OPEN",
          isInMergeQueue: false,
          author: { __typename: "User", login: "maya" },
          baseRef: { target: { oid: tip } },
          reviews: { nodes: [{ state: "APPROVED", author: { login: "noa" }, commit: { oid: head } }] },
          commits: {
            nodes: [
              {
                commit: {
                  oid: head,
                  history: { totalCount: 2 },
                  checkSuites: {
                    nodes: [
                      {
                        checkRuns: {
                          nodes: [
                            {
                              externalId: "x",
                              status: "QUEUED",
                              conclusion: null,
                              annotations: { totalCount: 0 },
                            },
                            {
                              externalId: "",
                              status: "COMPLETED",
                              conclusion: "ACTION_REQUIRED",
                              annotations: { totalCount: 0 },
                            },
                          ],
                        },
                      },
                    ],
                  },
                },
              },
            ],
          },
        },
      },
    });
  });

  test("has comments in pages, a bot's under its short name", async () => {
    const { standin, pull, octokit, ask } = await begin();
    await octokit.rest.issues.createComment({ owner: "town", repo: "systems", issue_number: 1, body: "0" });
    for (const body of ["1", "2"]) standin.comment(pull, "maya", body);
    const page = (after: string | null) =>
      ask(
        `query($after: String) ${inPull("comments(first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes { body author { __typename login } } }")}`,
        { after },
      );
    const first = await page(null);
    expect(first).toMatchObject({
      repository: {
        pullRequest: {
          comments: {
            pageInfo: { hasNextPage: true },
            nodes: [{ author: { __typename: "Bot", login: "bylaw" } }, { body: "1" }],
          },
        },
      },
    });
    const { endCursor } = (
      first as { repository: { pullRequest: { comments: { pageInfo: { endCursor: string } } } } }
    ).repository.pullRequest.comments.pageInfo;
    expect(await page(endCursor)).toMatchObject({
      repository: { pullRequest: { comments: { pageInfo: { hasNextPage: false }, nodes: [{ body: "2" }] } } },
    });
  });

  test("in the merge queue stands on the one before it", async () => {
    const { standin, repo, pull, base, ask } = await begin();
    standin.commit(repo, "second", { message: "s", author: "noa", files: { s: "s" } });
    const second = standin.openPullRequest(repo, { title: "s", head: "second", author: "noa" });
    const group = standin.createMergeGroup([pull, second]);
    const query = inRepository(`mergeQueue(branch: "main") { entries(first: 9) {
      nodes { position pullRequest { number isInMergeQueue } baseCommit { oid } headCommit { oid } } } }`);
    const below = { oid: standin.world.repositories.get("town/systems")?.mergeQueue[0]?.headSha };
    expect(await ask(query)).toEqual({
      repository: {
        mergeQueue: {
          entries: {
            nodes: [
              {
                position: 1,
                pullRequest: { number: 1, isInMergeQueue: true },
                baseCommit: { oid: base },
                headCommit: below,
              },
              {
                position: 2,
                pullRequest: { number: 2, isInMergeQueue: true },
                baseCommit: below,
                headCommit: { oid: group.headSha },
              },
            ],
          },
        },
      },
    });
    standin.destroyMergeGroup(group, "merged");
    expect(await ask(query)).toEqual({ repository: { mergeQueue: { entries: { nodes: [] } } } });
  });
});

describe("what is not understood or not allowed is an error, never a guess", () => {
  it.for([
    ["a mutation", "mutation { x }", "Parse error"],
    ["a directive", inRepository("name @skip(if: true)"), "Parse error"],
    ["an unfinished query", "{ repository", "Parse error"],
    ["an unknown field", inRepository("stargazers"), "Field 'stargazers' doesn't exist on type 'Repository'"],
    ["an unknown argument", inRepository('name(x: "y")'), "Field 'name' doesn't accept argument 'x'"],
    ["an unknown fragment", inRepository("...X"), "Fragment X was used, but not defined"],
    [
      "a missing variable",
      `query($a: Int!) ${inRepository("name")}`,
      "Variable $a was provided invalid value",
    ],
    ["an object without a selection", inRepository("owner"), "Field must have selections"],
    ["a selection on a scalar", inRepository("name { x }"), "Selections can't be made on scalars"],
    [
      "a list of unstated length",
      inPull("comments { totalCount }"),
      "You must provide a `first` or `last` value",
    ],
    [
      "a list longer than 100",
      inPull("comments(first: 101) { totalCount }"),
      "exceeds the `first` limit of 100",
    ],
    [
      "a repository that is not there",
      '{ repository(owner: "x", name: "y") { name } }',
      "Could not resolve to a Repository",
    ],
    [
      "a pull request that is not there",
      inRepository("pullRequest(number: 9) { title }"),
      "Could not resolve to a PullRequest",
    ],
    ["an id that is not there", '{ node(id: "eA==") { id } }', "Could not resolve to a node"],
  ] as const)("%s", async ([, query, message]) => {
    const { ask } = await begin();
    await expect(ask(query)).rejects.toThrow(message);
  });

  test("objects without the permission to read contents", async () => {
    const { ask, base } = await begin({ permissions: { pull_requests: "read" } });
    await expect(ask(inRepository(`object(oid: "${base}") { oid }`))).rejects.toThrow(
      "Resource not accessible",
    );
  });

  test("one unknown id of several leaves the others", async () => {
    const { octokit, ask } = await begin();
    const { data } = await octokit.rest.issues.createComment({
      owner: "town",
      repo: "systems",
      issue_number: 1,
      body: "here",
    });
    const query = "query($ids: [ID!]!) { nodes(ids: $ids) { id ... on IssueComment { body } } }";
    const answer = ask(query, { ids: [data.node_id, "eA=="] });
    await expect(answer).rejects.toMatchObject({
      data: { nodes: [{ id: data.node_id, body: "here" }, null] },
    });
  });
});
