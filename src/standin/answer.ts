import { createHash } from "node:crypto";
import type { JsonObject } from "../model/document.ts";
import { type Actor, ApiError, type Reply } from "./api.ts";
import { authenticate } from "./authenticate.ts";
import { isObject } from "./body-fields.ts";
import { findRoute } from "./find-route.ts";
import { countRequest, rateHeaders } from "./rate-limit.ts";
import type { World } from "./world.ts";

/** A request as it came in, its body read whole. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly accept: string;
  readonly ifNoneMatch: string | undefined;
  readonly body: string;
}

export interface Answer {
  readonly reply: Reply;
  /** The endpoint, written as in GitHub's OpenAPI description. */
  readonly route: string | undefined;
  readonly installation: number | undefined;
  readonly body: JsonObject | undefined;
}

/** Answers an API request. Refusals are answers; only bugs throw. */
export function answer(world: World, incoming: Incoming): Answer {
  const found = findRoute(incoming.method === "HEAD" ? "GET" : incoming.method, incoming.path);
  const actor = attempt(() => authenticate(world, incoming.authorization));
  const body = attempt(() => readBody(incoming.body));
  const speaker: Actor = actor instanceof ApiError ? { kind: "anonymous" } : actor;
  const reply = attempt((): Reply => {
    if (actor instanceof ApiError) throw actor;
    if (found?.route.path !== "/rate_limit") countRequest(world, actor);
    if (body instanceof ApiError) throw body;
    if (found === undefined) throw new ApiError(404, "Not Found");
    const { path, query, accept } = incoming;
    return found.route.handle({ world, actor, path, query, accept, params: found.params, body: body ?? {} });
  });
  return {
    reply: complete(world, speaker, reply, incoming),
    route: found?.route.path,
    installation: speaker.kind === "installation" ? speaker.token.installation.id : undefined,
    body: body instanceof ApiError ? undefined : body,
  };
}

function attempt<T>(run: () => T): T | ApiError {
  try {
    return run();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

function readBody(text: string): JsonObject | undefined {
  if (text === "") return undefined;
  try {
    const value: unknown = JSON.parse(text);
    // JSON.parse gives nothing but JSON values.
    const body = value as JsonObject;
    if (isObject(body)) return body;
  } catch {}
  throw new ApiError(400, "Problems parsing JSON");
}

/** Adds rate-limit headers and an `etag`, and answers 304 where the client has it already. */
function complete(world: World, actor: Actor, reply: Reply | ApiError, incoming: Incoming): Reply {
  const { status, body, raw, headers }: Reply = reply;
  const limits = rateHeaders(world, actor);
  const reads = incoming.method === "GET" || incoming.path === "/graphql";
  if (status !== 200 || !reads || body === undefined) {
    return {
      status,
      ...(body !== undefined && { body }),
      ...(raw && { raw }),
      headers: { ...limits, ...headers },
    };
  }
  const etag = `W/"${createHash("sha256").update(JSON.stringify(body)).digest("hex").slice(0, 40)}"`;
  const all = { ...limits, ...headers, etag };
  return incoming.ifNoneMatch === etag ? { status: 304, headers: all } : { status, body, headers: all };
}
