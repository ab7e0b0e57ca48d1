import { at } from "./answer.ts";

/**
 * Why a request failed, in words that are ours or GitHub's fixed ones. The rest of what an answer says is left out: GitHub
 * quotes in it what it was sent, and what was sent may be a manifest's text.
 */
export function whatGithubSaid(error: unknown): string {
  const said = at(error, "response", "data", "message");
  const phrase = PHRASES.find((each) => typeof said === "string" && said.startsWith(each));
  if (phrase !== undefined) return phrase;
  const unsent = codeOf(error);
  if (unsent !== undefined) return unsent;
  const types = graphqlTypes(error);
  if (types.length > 0) return types.join(", ");
  if (Array.isArray(at(error, "errors"))) return "GitHub does not take the query";
  // Without an answer Octokit makes one up: status 500.
  const status = at(error, "response") === undefined ? undefined : at(error, "status");
  return typeof status === "number" ? `status ${status}` : "no answer";
}

/** Types of a GraphQL answer's errors, such as `NOT_FOUND`. */
export function graphqlTypes(error: unknown): readonly string[] {
  const errors = at(error, "errors");
  const types = Array.isArray(errors) ? errors.map((each) => at(each, "type")) : [];
  return types.flatMap((type) => (typeof type === "string" && /^[A-Z_]{1,40}$/.test(type) ? type : []));
}

/** The code of the error a request met before there was an answer, such as `ECONNREFUSED`. */
function codeOf(error: unknown): string | undefined {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; each = each.cause, depth += 1) {
    const code = at(each, "code");
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]{1,40}$/.test(code)) return code;
    if (each.name === "TimeoutError") return "no answer in time";
  }
  return undefined;
}

/** How GitHub begins what it says, as far as it helps an operator. */
const PHRASES = [
  "A JSON web token could not be decoded",
  "'Expiration time' claim ('exp')",
  "'Issued at' claim ('iat')",
  "API rate limit exceeded",
  "Bad credentials",
  "Git Repository is empty",
  "Integration not found",
  "Invalid request",
  "Must have admin rights",
  "Not Found",
  "Repository access blocked",
  "Requires authentication",
  "Resource not accessible by integration",
  "Server Error",
  "This installation has been suspended",
  "Validation Failed",
  "You have exceeded a secondary rate limit",
  "You have triggered an abuse detection mechanism",
] as const;
