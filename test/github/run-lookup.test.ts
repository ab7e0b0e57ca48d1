import { expect, test } from "vitest";
import type { Lookup } from "../../src/github/events/lookup.ts";
import { runLookup } from "../../src/github/events/run-lookup.ts";
import type { AddOptions } from "../../src/github/queue/queue.ts";
import type { AppContext } from "../../src/github/server/app-context.ts";

const ORIGIN = { installation: 3, owner: "northport", repo: "systems" };
const [HEAD, OTHER] = ["a".repeat(40), "b".repeat(40)];
const OPEN = [
  { number: 7, headRefOid: HEAD, baseRefName: "main" },
  { number: 8, headRefOid: OTHER, baseRefName: "next" },
];

test.for<[string, Lookup, readonly (readonly [number, AddOptions])[]]>([
  [
    "a push to the default branch, which judges them all, after whatever somebody waits for",
    { ...ORIGIN, kind: "base", branch: "main", main: true },
    [
      [7, { forced: false, later: true }],
      [8, { forced: false, later: true }],
    ],
  ],
  [
    "a push to another one, which judges its own alone",
    { ...ORIGIN, kind: "base", branch: "next", main: false },
    [[8, { forced: false, later: true }]],
  ],
  [
    "a check that is asked for again, at once and anew",
    { ...ORIGIN, kind: "head", head: OTHER },
    [[8, { forced: true, later: false }]],
  ],
])("the pull requests concerned are queued for %s", async ([, lookup, expected]) => {
  const queued: (readonly [number, AddOptions | undefined])[] = [];
  const connection = { nodes: OPEN, pageInfo: { hasNextPage: false, endCursor: null } };
  const context: Pick<AppContext, "client" | "enqueue"> = {
    client: async () => ({
      rest: () => Promise.reject(new Error("nothing is asked over REST")),
      graphql: async () => ({ repository: { pullRequests: connection } }),
    }),
    async enqueue({ number }, options) {
      queued.push([number, options]);
    },
  };
  // No other part of it is reached by these lookups.
  await runLookup(context as AppContext, lookup);
  expect(queued).toEqual(expected);
});
