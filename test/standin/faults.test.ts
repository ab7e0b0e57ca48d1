import { describe, expect, it, test } from "vitest";
import { FAULT_KINDS, type FaultKind } from "../../src/standin/faults.ts";
import { client, startWithPull } from "./start.ts";

const at = { owner: "town", repo: "systems" };

/** What a plain HTTP client sees: status and body, or how the connection ended. */
async function look(url: string, token: string, init: RequestInit = {}) {
  const headers = { authorization: `token ${token}` };
  try {
    const response = await fetch(url, { ...init, headers, signal: AbortSignal.timeout(300) });
    const text = await response.text().catch(() => "(cut off)");
    return { status: response.status, text, headers: response.headers };
  } catch (error) {
    const silent = error instanceof Error && error.name === "TimeoutError";
    return { status: silent ? "silence" : "cut off", text: "", headers: new Headers() };
  }
}

async function begin(kind: FaultKind) {
  const world = await startWithPull();
  const octokit = await client(world.standin);
  const { token } = (await octokit.auth()) as { token: string };
  world.standin.faults.inject({ match: /issues\/1\/comments|pulls\/1$/, kind });
  return { ...world, token };
}

/** Every kind: what a reader sees, and whether a write took effect all the same. */
const EXPECTED: Readonly<
  Record<FaultKind, readonly [status: number | string, body: RegExp, written: boolean]>
> = {
  "500": [500, /Server Error/, false],
  "500-after": [500, /Server Error/, true],
  "502": [502, /Server Error/, false],
  "503": [503, /Server Error/, false],
  "401": [401, /Bad credentials/, false],
  "404": [404, /Not Found/, false],
  "403-secondary": [403, /secondary rate limit/, false],
  "403-secondary-retry-after": [403, /secondary rate limit/, false],
  "403-rate-limit": [403, /API rate limit exceeded/, false],
  "429": [429, /secondary rate limit/, false],
  "429-retry-after": [429, /secondary rate limit/, false],
  "422-abuse": [422, /abuse/, false],
  reset: ["cut off", /^$/, false],
  "reset-after": ["cut off", /^$/, true],
  hang: ["silence", /^$/, false],
  "hang-after": ["silence", /^$/, true],
  "truncated-body": [201, /^\(cut off\)$/, true],
  "cut-json": [201, /^\{.*[^}]$/, true],
  html: [200, /^<!DOCTYPE html>/, true],
  empty: [200, /^$/, true],
  "204": [204, /^$/, true],
  null: [200, /^null$/, true],
  object: [200, /^\{\}$/, true],
  slow: [201, /hello/, true],
  stale: [201, /hello/, true],
  "truncated-tree": [201, /hello/, true],
  "link-loop": [201, /hello/, true],
  "graphql-error": [200, /"data":null.*Something went wrong/, false],
  "graphql-rate-limited": [200, /RATE_LIMITED/, false],
};

describe("a write meets the fault", () => {
  it.for(FAULT_KINDS)("%s, once", async (kind) => {
    const { standin, repo, token } = await begin(kind);
    const [status, body, written] = EXPECTED[kind];
    const url = `${standin.url}/repos/${repo}/issues/1/comments`;
    const post = { method: "POST", body: JSON.stringify({ body: "hello" }) };
    const seen = await look(url, token, post);
    expect(seen.status).toBe(status);
    expect(seen.text).toMatch(body);
    expect(standin.comments(repo, 1)).toHaveLength(written ? 1 : 0);
    expect(standin.requests.at(-1)?.fault).toBe(kind);
    expect((await look(url, token, post)).status).toBe(201);
  });
});

describe("a refusal says when to come back", () => {
  it.for([
    ["403-secondary", "retry-after", null],
    ["403-secondary-retry-after", "retry-after", "1"],
    ["429", "retry-after", null],
    ["429-retry-after", "retry-after", "1"],
    ["403-rate-limit", "x-ratelimit-remaining", "0"],
  ] as const)("%s with %s: %s", async ([kind, header, expected]) => {
    const { standin, repo, token } = await begin(kind);
    const { headers } = await look(`${standin.url}/repos/${repo}/pulls/1`, token);
    expect(headers.get(header)).toBe(expected);
  });
});

describe("a stale read", () => {
  test("lacks the newest entry of a list that was never read before", async () => {
    const { standin, pull } = await startWithPull();
    const { rest } = await client(standin);
    for (const body of ["one", "two"]) standin.comment(pull, "maya", body);
    standin.faults.inject({ match: "GET *comments", kind: "stale" });
    const list = async () =>
      (await rest.issues.listComments({ ...at, issue_number: 1 })).data.map(({ body }) => body);
    expect([await list(), await list()]).toEqual([["one"], ["one", "two"]]);
  });

  test("gives what the address answered before its last change", async () => {
    const { standin, repo, head } = await startWithPull();
    const { rest } = await client(standin);
    const read = async () => (await rest.pulls.get({ ...at, pull_number: 1 })).data.head.sha;
    await read();
    const next = standin.commit(repo, "change", { message: "next", author: "maya", files: { b: "b" } });
    standin.faults.inject({ match: "GET */pulls/1", kind: "stale" });
    expect([await read(), await read()]).toEqual([head, next]);
  });

  test("of check runs counts one less", async () => {
    const { standin, repo, head } = await startWithPull();
    standin.addForeignCheck(repo, { appId: 9, name: "x", headSha: head, conclusion: "success" });
    const { rest } = await client(standin);
    standin.faults.inject({ match: "*check-runs", kind: "stale" });
    expect((await rest.checks.listForRef({ ...at, ref: head })).data).toEqual({
      total_count: 0,
      check_runs: [],
    });
  });

  test("of GraphQL lacks the newest entry of each list", async () => {
    const { standin, pull } = await startWithPull();
    const octokit = await client(standin);
    for (const body of ["one", "two"]) standin.comment(pull, "maya", body);
    standin.faults.inject({ match: "POST /graphql", kind: "stale" });
    const query = `{ repository(owner: "town", name: "systems") { pullRequest(number: 1) {
      comments(first: 9) { nodes { databaseId body } } } } }`;
    expect(await octokit.graphql(query)).toMatchObject({
      repository: { pullRequest: { comments: { nodes: [{ body: "one" }] } } },
    });
  });
});

describe("other faults", () => {
  test("a tree comes in part and says so", async () => {
    const { standin, repo } = await startWithPull();
    standin.commit(repo, "main", { message: "b", author: "town", files: { "b.yaml": "b" } });
    const { rest } = await client(standin);
    standin.faults.inject({ match: "GET */git/trees/*", kind: "truncated-tree" });
    const { data } = await rest.git.getTree({ ...at, tree_sha: "main", recursive: "1" });
    expect(data).toMatchObject({ truncated: true, tree: [{ path: "a.yaml" }] });
  });

  test("a list whose next page is itself", async () => {
    const { standin } = await startWithPull();
    const { rest } = await client(standin);
    standin.faults.inject({ match: "GET */pulls", kind: "link-loop" });
    const { headers } = await rest.pulls.list(at);
    expect(headers.link).toBe(`<${standin.url}/repos/town/systems/pulls?>; rel="next"`);
  });

  test("strike only what they match, after as many as they let pass, as often as they are told", async () => {
    const { standin } = await startWithPull();
    const { rest } = await client(standin);
    const rule = standin.faults.inject({
      match: ({ path }) => path.endsWith("/pulls/1"),
      kind: "500",
      after: 1,
      times: 2,
    });
    const statuses: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      statuses.push(
        await rest.pulls.get({ ...at, pull_number: 1 }).then(
          ({ status }) => status,
          ({ status }) => status,
        ),
      );
      await rest.repos.get(at);
    }
    expect([statuses, rule.hits()]).toEqual([[200, 500, 500, 200, 200], 2]);
  });

  test("can be chosen for every request by a function, until cleared", async () => {
    const { standin } = await startWithPull();
    const { rest } = await client(standin);
    standin.faults.decide(({ method }) => (method === "GET" ? "502" : undefined));
    await expect(rest.repos.get(at)).rejects.toMatchObject({ status: 502 });
    standin.faults.clear();
    expect((await rest.repos.get(at)).status).toBe(200);
  });
});
