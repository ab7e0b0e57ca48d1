import { at } from "./answer.ts";
import { GithubError, type GithubErrorKind } from "./github-error.ts";
import { graphqlTypes, whatGithubSaid } from "./what-github-said.ts";

/** What an error of Octokit says, without the request's headers and body, which may hold a token. */
export function errorOfOctokit(error: unknown, route: string): GithubError {
  const headers = at(error, "response", "headers") ?? at(error, "headers");
  const status = at(error, "status");
  const said = error instanceof Error ? error.message : "";
  const kind = kindOf(typeof status === "number" ? status : undefined, said, headers, graphqlTypes(error));
  return new GithubError(`\`${route}\` failed: ${whatGithubSaid(error)}`, {
    kind,
    status: typeof status === "number" ? status : undefined,
    retryAfter: kind === "rate-limited" ? secondsToWait(headers) : undefined,
    requestId: headerOf(headers, "x-github-request-id"),
  });
}

function kindOf(
  status: number | undefined,
  said: string,
  headers: unknown,
  types: readonly string[],
): GithubErrorKind {
  if (types.includes("RATE_LIMITED")) return "rate-limited";
  if (types.includes("NOT_FOUND")) return "missing";
  if (types.includes("FORBIDDEN")) return "refused";
  if (status === undefined || status >= 500 || status === 401) return "unavailable";
  if (status === 429 || headerOf(headers, "retry-after") !== undefined) return "rate-limited";
  if (headerOf(headers, "x-ratelimit-remaining") === "0") return "rate-limited";
  if ((status === 403 || status === 422) && /rate limit|abuse|too quickly/i.test(said)) return "rate-limited";
  return status === 404 || status === 410 ? "missing" : "refused";
}

/** Seconds GitHub asks to wait; a minute where it names no time, as its documentation advises. */
function secondsToWait(headers: unknown): number {
  const after = Number(headerOf(headers, "retry-after"));
  if (Number.isFinite(after)) return Math.max(0, after);
  const reset = Number(headerOf(headers, "x-ratelimit-reset"));
  if (headerOf(headers, "x-ratelimit-remaining") !== "0" || !Number.isFinite(reset)) return 60;
  return Math.min(3_600, Math.max(1, Math.ceil(reset - Date.now() / 1_000) + 1));
}

function headerOf(headers: unknown, name: string): string | undefined {
  const value = at(headers, name);
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}
