import { describe, expect, test } from "vitest";
import { DESCRIPTION, objectionsTo } from "./github-requests.ts";

const REPOSITORY = "/repos/northport/systems";

function request(method: string, address: string, body?: Parameters<typeof objectionsTo>[0]["body"]) {
  const [path = "", query = ""] = address.split("?");
  const rest = { agent: "", route: path, status: 200, installation: 1, fault: undefined };
  return { request: { method, path, query, ...rest }, body };
}

const OUTPUT = { title: "t", summary: "s" };

describe("requests are held against GitHub's published GraphQL schema", () => {
  test.for([
    ['query { repository(owner: "a", name: "b") { id } }', []],
    ['query { repository(owner: "a", name: "b") { colour } }', [expect.stringContaining("colour")]],
    ['query { repository(owner: "a") { id } }', [expect.stringContaining("name")]],
  ] as const)("%s", ([query, objections]) => {
    expect(objectionsTo(request("POST", "/graphql", { query, variables: {} }))).toEqual(objections);
  });
});

describe.skipIf(DESCRIPTION === undefined)(
  "requests are held against GitHub's published description of its REST API (left out: `BYLAW_OPENAPI` names none, see scripts/fetch-openapi.js)",
  () => {
    test.for([
      ["GET", `${REPOSITORY}/pulls/1`, undefined],
      ["GET", `${REPOSITORY}/git/trees/${"a".repeat(40)}?recursive=1`, undefined],
      ["POST", `${REPOSITORY}/check-runs`, { name: "bylaw", head_sha: "a", status: "in_progress" }],
      ["PATCH", `${REPOSITORY}/check-runs/1`, { status: "completed", conclusion: "success", output: OUTPUT }],
    ] as const)("%s %s is one", ([method, address, body]) => {
      expect(objectionsTo(request(method, address, body))).toEqual([]);
    });

    test.for([
      ["GET", `${REPOSITORY}/pull/1`, undefined, "is no request of GitHub's"],
      ["DELETE", `${REPOSITORY}/pulls/1`, undefined, "is no request of GitHub's"],
      ["GET", `${REPOSITORY}/pulls/first`, undefined, "`pull_number` is `first`"],
      ["GET", `${REPOSITORY}/pulls?perpage=1`, undefined, "no parameter is called `perpage`"],
      ["GET", `${REPOSITORY}/pulls?per_page=many`, undefined, "`per_page` is `many`"],
      ["POST", `${REPOSITORY}/check-runs`, undefined, "the body is missing"],
      ["POST", `${REPOSITORY}/check-runs`, { name: "bylaw" }, "body must have required property 'head_sha'"],
      [
        "PATCH",
        `${REPOSITORY}/check-runs/1`,
        { conclusion: "fine" },
        "body/conclusion must be equal to one of the allowed values",
      ],
      ["PATCH", `${REPOSITORY}/check-runs/1`, { colour: "red" }, "no field is called `colour`"],
      [
        "PATCH",
        `${REPOSITORY}/check-runs/1`,
        { output: { ...OUTPUT, summary: "s".repeat(65_536) } },
        "body/output/summary must NOT have more than 65535 characters",
      ],
    ] as const)("%s %s with %j is none", ([method, address, body, objection]) => {
      expect(objectionsTo(request(method, address, body)).join("\n")).toContain(objection);
    });
  },
);
