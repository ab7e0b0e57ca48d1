import { describe, expect, test } from "vitest";
import { clientOfOctokit } from "../../src/github/api/client-of-octokit.ts";
import { consentDigest } from "../../src/github/approvals/consent-digest.ts";
import type { Consent } from "../../src/github/approvals/weigh-approvals.ts";
import { fromExternalId, toExternalId } from "../../src/github/publish/check-identity.ts";
import { findSummaryComments } from "../../src/github/publish/summary-comment.ts";
import { reviewKey } from "../../src/github/review/review-key.ts";
import { readStanding } from "../../src/github/review/standing.ts";

const [HEAD, BASE, TREE] = ["a".repeat(40), "b".repeat(40), "c".repeat(40)];
const COMMIT = { oid: HEAD, tree: { oid: TREE }, checkSuites: { nodes: [] } };

function pull(more: Readonly<Record<string, unknown>> = {}) {
  return {
    number: 7,
    state: "OPEN",
    headRefOid: HEAD,
    baseRefName: "main",
    isInMergeQueue: false,
    author: { login: "dana" },
    baseRef: { target: { oid: BASE, tree: { oid: TREE } } },
    reviews: { nodes: [] },
    ...more,
  };
}

function opinion(login: string, state: string, commit = HEAD, type = "User") {
  return { state, author: { __typename: type, login }, commit: { oid: commit } };
}

const MAIN = { name: "main", target: { oid: BASE, tree: { oid: BASE } } };

describe("who approves", () => {
  test.for([
    ["whoever approved the head", [opinion("ruth", "APPROVED")], ["ruth"]],
    ["nobody who approved an earlier commit", [opinion("ruth", "APPROVED", BASE)], []],
    ["nobody whose approval was dismissed", [opinion("ruth", "DISMISSED")], []],
    [
      "nobody who then asked for changes",
      [opinion("ruth", "APPROVED"), opinion("ruth", "CHANGES_REQUESTED")],
      [],
    ],
    [
      "whoever asked for changes first",
      [opinion("ruth", "CHANGES_REQUESTED"), opinion("ruth", "APPROVED")],
      ["ruth"],
    ],
    ["not the author", [opinion("dana", "APPROVED")], []],
    ["no bot", [opinion("helper", "APPROVED", HEAD, "Bot")], []],
    ["no account that is gone", [{ state: "APPROVED", author: null, commit: { oid: HEAD } }], []],
  ] as const)("is %s", ([, nodes, approving]) => {
    expect(readStanding(pull({ reviews: { nodes } }), COMMIT, MAIN).approving).toEqual(approving);
  });
});

describe("a pull request", () => {
  test.for([
    ["whose head is another commit", { headRefOid: BASE }],
    ["without a head", { headRefOid: null }],
    ["whose base is gone", { baseRef: null }],
    ["without its reviews", { reviews: null }],
  ] as const)("%s is no answer", ([, more]) => {
    expect(() => readStanding(pull(more), COMMIT, MAIN)).toThrow(
      expect.objectContaining({ kind: "unavailable" }),
    );
  });
});

describe("the key of a review", () => {
  const parts = {
    repository: "northport/systems",
    head: HEAD,
    engine: "1.0.0",
    pulls: [
      { number: 1, base: BASE, branch: "main" },
      { number: 2, base: TREE, branch: "release" },
    ],
  };
  const [first = parts.pulls[0], second] = parts.pulls;

  test("is the same whatever the order", () => {
    const pulls = [second, first].flatMap((each) => each ?? []);
    expect(reviewKey({ ...parts, pulls })).toBe(reviewKey(parts));
  });

  test.for([
    ["head", { head: BASE }],
    ["engine", { engine: "1.0.1" }],
    ["repository", { repository: "northport/other" }],
    ["pull requests", { pulls: parts.pulls.slice(0, 1) }],
    ["base", { pulls: parts.pulls.map((each) => ({ ...each, base: HEAD })) }],
  ] as const)("differs with the %s", ([, more]) => {
    expect(reviewKey({ ...parts, ...more })).not.toBe(reviewKey(parts));
  });
});

describe("what approving reviews come to", () => {
  const change = { number: 1, branch: "main" };
  const none: Consent = {
    approvals: [],
    contributing: [],
    unlinked: [],
    tooMany: false,
    administrators: false,
  };
  const ruth: Consent = { ...none, approvals: [{ group: "privacy", user: "Ruth" }] };
  const digest = (consent: Consent) => consentDigest([{ change, consent }]);

  test("has no name where it is nothing, and one whatever the letters of a login", () => {
    expect(digest(none)).toBeUndefined();
    expect(digest({ ...none, administrators: true })).toBeUndefined();
    expect(digest(ruth)).toMatch(/^[0-9a-f]{16}$/);
    expect(digest({ ...ruth, approvals: [{ group: "privacy", user: "ruth" }] })).toBe(digest(ruth));
  });

  test.for([
    ["who", { approvals: [{ group: "privacy", user: "tamar" }] }],
    ["for which group", { approvals: [{ group: "security", user: "ruth" }] }],
    ["whose does not count", { contributing: ["tamar"] }],
    ["what is unclear", { unlinked: [HEAD] }],
  ] as const)("has another name by %s", ([, more]) => {
    expect(digest({ ...ruth, ...more })).not.toBe(digest(ruth));
  });

  test("stands in the check's own record and is read from it", () => {
    const identity = { key: "0".repeat(64), validUntil: "2026-12-01", consent: digest(ruth) };
    expect(fromExternalId(toExternalId(identity))).toEqual(identity);
    const begun = { key: "0".repeat(64), validUntil: undefined, begun: 3 };
    expect(fromExternalId(toExternalId(begun))).toEqual(begun);
  });
});

test("our comment is known by its first line and by our app together", () => {
  const body = "<!-- bylaw:summary -->\n";
  const comments = [
    { id: 5, body, author: "bylaw", isBot: true },
    { id: 1, body, author: "bylaw", isBot: false },
    { id: 2, body, author: "other", isBot: true },
    { id: 3, body: `> ${body}`, author: "bylaw", isBot: true },
    { id: 4, body, author: "bylaw[bot]", isBot: true },
  ];
  expect(findSummaryComments(comments, "bylaw").map(({ id }) => id)).toEqual([4, 5]);
});

describe("what GitHub refuses", () => {
  const failing = (error: object) => {
    const fail = async () => {
      throw Object.assign(new Error("token canary"), error);
    };
    return clientOfOctokit({ request: fail, graphql: fail } as unknown as Parameters<
      typeof clientOfOctokit
    >[0]);
  };
  const headers = (given: Readonly<Record<string, string>>) => ({ response: { headers: given } });

  test.for([
    [{ status: 500 }, "unavailable", undefined],
    [{ status: 401 }, "unavailable", undefined],
    [{ status: 404 }, "missing", undefined],
    [{ status: 403 }, "refused", undefined],
    [{ status: 422 }, "refused", undefined],
    [{ status: 429 }, "rate-limited", 60],
    [{ status: 403, ...headers({ "retry-after": "7" }) }, "rate-limited", 7],
    [{ status: 403, message: "You have exceeded a secondary rate limit" }, "rate-limited", 60],
    [{ status: 422, message: "was submitted too quickly" }, "rate-limited", 60],
    [
      { status: 403, ...headers({ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "1" }) },
      "rate-limited",
      1,
    ],
  ] as const)("with %j is %s, to be asked again after %s seconds", async ([error, kind, retryAfter]) => {
    await expect(failing(error).rest("GET /x")).rejects.toMatchObject({
      name: "GithubError",
      kind,
      retryAfter,
    });
  });

  test("a write is sent once", async () => {
    const sent: unknown[] = [];
    const request = async (_route: string, parameters: unknown) => {
      sent.push(parameters);
      return { data: {} };
    };
    const client = clientOfOctokit({ request } as unknown as Parameters<typeof clientOfOctokit>[0]);
    await client.rest("GET /x", { a: 1 });
    await client.rest("POST /x", { a: 1 });
    expect(sent).toEqual([{ a: 1 }, { a: 1, request: { retries: 0 } }]);
  });
});
