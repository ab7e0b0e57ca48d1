import type { JsonObject, JsonValue } from "../model/document.ts";
import { ApiError, type Reply } from "./api.ts";
import { isObject } from "./body-fields.ts";
import type { ChosenFault, FaultKind } from "./faults.ts";

const DOCS = "https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits";
const SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
const HTML =
  "<!DOCTYPE html><html><head><title>Unicorn!</title></head><body>Something went wrong.</body></html>";

/** The answer of a fault that strikes before the request is looked at; `undefined` for the others. */
export function replyInstead({ kind, retryAfter }: ChosenFault, now: number): Reply | undefined {
  switch (kind) {
    case "500":
    case "502":
    case "503":
      return failure(Number(kind), "Server Error");
    case "401":
      return failure(401, "Bad credentials");
    case "404":
      return failure(404, "Not Found");
    case "403-secondary":
      return secondary(403);
    case "403-secondary-retry-after":
      return secondary(403, { "retry-after": `${retryAfter}` });
    case "403-rate-limit":
      return failure(403, "API rate limit exceeded for installation.", {
        "x-ratelimit-remaining": "0",
        "x-ratelimit-reset": `${Math.ceil(now / 1000) + retryAfter}`,
      });
    case "429":
      return secondary(429);
    case "429-retry-after":
      return secondary(429, { "retry-after": `${retryAfter}` });
    case "422-abuse":
      return failure(422, "Validation Failed: was submitted too quickly (abuse detection)");
    case "graphql-error":
      return graphqlFailure({ message: "Something went wrong while executing your query." });
    case "graphql-rate-limited":
      return graphqlFailure({ type: "RATE_LIMITED", message: "API rate limit exceeded for installation." });
    default:
      return undefined;
  }
}

/** A right answer as the fault spoils it: the request took effect. */
export function spoilReply(kind: FaultKind, reply: Reply, self: string): Reply {
  switch (kind) {
    case "500-after":
      return failure(500, "Server Error");
    case "html":
      return { status: 200, raw: { type: "text/html; charset=utf-8", content: HTML } };
    case "empty":
      return { status: 200, raw: { type: "application/json; charset=utf-8", content: "" } };
    case "204":
      return { status: 204 };
    case "null":
      return { status: 200, body: null };
    case "object":
      return { status: 200, body: {} };
    case "cut-json":
      return cutJson(reply);
    case "truncated-tree":
      return { ...reply, ...(isObject(reply.body) && { body: truncateTree(reply.body) }) };
    case "link-loop":
      return { ...reply, headers: { ...reply.headers, link: `<${self}>; rel="next"` } };
    default:
      return reply;
  }
}

/** A list, or every list of an answer, without its newest entry: as it was before the last write. */
export function dropNewest(body: JsonValue | undefined): JsonValue | undefined {
  if (Array.isArray(body)) return withoutNewest(body);
  if (!isObject(body)) return body;
  const entries = Object.entries(body).map(([key, value]) => [key, dropNewest(value) ?? null] as const);
  const shortened = entries.some(([key, value]) => lengthOf(value) < lengthOf(body[key]));
  const total =
    shortened && typeof body.total_count === "number" ? { total_count: body.total_count - 1 } : {};
  return { ...Object.fromEntries(entries), ...total };
}

/** Only entries with an id are told apart by age. */
function withoutNewest(list: readonly JsonValue[]): JsonValue[] {
  const idOf = (item: JsonValue): number => {
    const { id, databaseId, fullDatabaseId } = isObject(item) ? item : {};
    return Number([id, databaseId, fullDatabaseId].find((value) => Number(value) > 0) ?? 0);
  };
  const newest = Math.max(0, ...list.map(idOf));
  return list.filter((item) => newest === 0 || idOf(item) !== newest).map((item) => dropNewest(item) ?? null);
}

function lengthOf(value: JsonValue | undefined): number {
  return Array.isArray(value) ? value.length : 0;
}

function truncateTree(body: JsonObject): JsonValue {
  const { tree } = body;
  return Array.isArray(tree)
    ? { ...body, tree: tree.slice(0, Math.floor(tree.length / 2)), truncated: true }
    : body;
}

/** Half of the answer with a `content-length` that fits it: only parsing it can tell. */
function cutJson(reply: Reply): Reply {
  const text = JSON.stringify(reply.body ?? null);
  const content = text.slice(0, Math.ceil(text.length / 2));
  return { status: reply.status, raw: { type: "application/json; charset=utf-8", content } };
}

function secondary(status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body: { message: SECONDARY, documentation_url: DOCS, status: `${status}` }, headers };
}

function graphqlFailure(error: JsonObject): Reply {
  return { status: 200, body: { data: null, errors: [error] } };
}

function failure(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body: new ApiError(status, message).body, headers };
}
