import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Serving } from "../../src/github/server/serving.ts";
import { FAULT_KINDS, type FaultKind } from "../../src/standin/faults.ts";
import { type Pair, passesOn, REPOSITORY, startPair } from "./start-pair.ts";

const REQUESTS = [
  "POST /graphql",
  "POST *check-runs",
  "GET *git/trees*",
  "GET *pulls/1",
  "POST *comments",
  "PATCH *check-runs*",
];

/** Octokit waits a second by itself before it tries again after 401, so one request has to do for all. */
function isApplicable(request: string, kind: FaultKind): boolean {
  if (kind.startsWith("graphql")) return request === "POST /graphql";
  if (kind === "truncated-tree") return request === "GET *git/trees*";
  return kind !== "401" || request === "PATCH *check-runs*";
}

const CASES = REQUESTS.flatMap((request) =>
  FAULT_KINDS.filter((kind) => isApplicable(request, kind)).map((kind) => [request, kind] as const),
);

describe("a request to GitHub that goes wrong", () => {
  let pair: Pair;
  let app: Serving;
  beforeAll(async () => {
    pair = await startPair();
    app = await pair.startApp({ pace: { throttle: false, timeoutMilliseconds: 200 } });
    pair.github.setDeliveryPlan((event) => (event === "pull_request" ? "deliver" : "lose"));
    await app.idle();
  });
  afterAll(() => pair.close());

  test.for(CASES)("%s, %s, delays the review and changes nothing else", async ([match, kind]) => {
    const { github } = pair;
    const name = `systems-${CASES.findIndex((each) => each[0] === match && each[1] === kind)}`;
    const repository = github.createRepository({ ...REPOSITORY, name, files: { "a.txt": name } });
    const fault = github.faults.inject({ match, kind, retryAfter: 1, delayMs: 20 });
    const pull = pair.propose(repository, { "manifests/cameras.yaml": "BLOCK\n" });
    const passes = passesOn(github, pull.head);
    await pair.quiet(app);
    const checks = pair.checksOn(repository, pull.head);
    const title = kind === "truncated-tree" ? "Could not be evaluated" : "blocked";
    expect(checks.at(-1)).toMatchObject({ conclusion: "failure", title });
    expect(checks.filter(({ status }) => status !== "completed")).toEqual([]);
    expect(github.comments(repository, pull.number)).toHaveLength(title === "blocked" ? 1 : 0);
    expect(passes).toEqual([]);
    expect(fault.hits()).toBe(1);
  });
});
