import type { ProbotOctokit } from "probot";
import type { Client } from "./client.ts";
import { errorOfOctokit } from "./error-of-octokit.ts";
import { GithubError } from "./github-error.ts";

/** A client that speaks through Probot's Octokit, which adds the token and keeps GitHub's pace. */
export function clientOfOctokit(octokit: Pick<ProbotOctokit, "request" | "graphql">): Client {
  return {
    async rest(route, parameters = {}) {
      const request = route.startsWith("GET ") ? {} : { request: { retries: 0 } };
      try {
        return (await octokit.request(route, { ...parameters, ...request })).data;
      } catch (error) {
        throw errorOfOctokit(error, route);
      }
    },
    async graphql(query, variables) {
      try {
        return await octokit.graphql(query, { ...variables });
      } catch (error) {
        const failed = errorOfOctokit(error, "POST /graphql");
        // A query is answered with 200 even where what it asks for is missing: 404 is some other fault.
        if (failed.kind !== "missing" || failed.status === undefined) throw failed;
        throw new GithubError(failed.message, { kind: "unavailable", status: failed.status });
      }
    },
  };
}
