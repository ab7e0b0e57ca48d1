import type { ProbotOctokit } from "probot";
import type { AskedGithub } from "../server/metrics.ts";
import { at } from "./answer.ts";

/** An Octokit whose every request is told to `seen` once it is answered or has failed, those for tokens included. */
export function watchRequests(
  octokit: typeof ProbotOctokit,
  seen: (request: AskedGithub) => void,
): typeof ProbotOctokit {
  return octokit.plugin((client, options) => {
    const installation = at(options, "auth", "installationId");
    client.hook.wrap("request", async (request, asked) => {
      const tell = (answer: unknown) =>
        seen({
          route: routeOf(asked),
          status: statusOf(answer),
          installation: typeof installation === "number" ? installation : undefined,
          budget: budgetOf(at(answer, "headers") ?? at(answer, "response", "headers")),
        });
      try {
        const answer = await request(asked);
        tell(answer);
        return answer;
      } catch (error) {
        tell(error);
        throw error;
      }
    });
  });
}

/** The template a request was made from; a following page is asked for by a whole address, which names things. */
function routeOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return url.startsWith("/") ? `${method} ${url}` : `${method} next page`;
}

/** Octokit gives a request without an answer the status 500, and the error it met as its cause. */
function statusOf(answer: unknown): number | undefined {
  const status = at(answer, "status");
  if (answer instanceof Error && at(answer, "response") === undefined) return undefined;
  return typeof status === "number" ? status : undefined;
}

function budgetOf(headers: unknown): AskedGithub["budget"] {
  const remaining = Number(at(headers, "x-ratelimit-remaining") ?? Number.NaN);
  const resource = at(headers, "x-ratelimit-resource");
  return Number.isFinite(remaining) ? { remaining, resource: String(resource ?? "core") } : undefined;
}
