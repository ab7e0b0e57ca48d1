import type { JsonObject, JsonValue } from "../model/document.ts";
import type { Repository, Token, World } from "./world.ts";

/** Who asks: the app with its JSON web token, an installation, or nobody. */
export type Actor =
  | { readonly kind: "app" }
  | { readonly kind: "installation"; readonly token: Token }
  | { readonly kind: "anonymous" };

export interface ApiRequest {
  readonly world: World;
  readonly actor: Actor;
  /** Without `/api/v3`, not decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly accept: string;
  readonly body: JsonObject;
  /** Decoded. */
  readonly params: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly body?: JsonValue;
  /** Sent instead of a JSON body. */
  readonly raw?: { readonly type: string; readonly content: string | Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

/** An endpoint. `path` is written as in GitHub's OpenAPI description. */
export interface Route {
  readonly method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly handle: (request: ApiRequest) => Reply;
}

/** Permission and level; any one of several is enough. */
export type Needs = readonly (readonly [permission: string, level: "read" | "write"])[];

export type RepositoryHandler = (request: ApiRequest, repository: Repository) => Reply;

/** A refusal, thrown by handlers and answered as GitHub words it. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: JsonObject;

  constructor(status: number, message: string, more: JsonObject = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.body = { message, ...more, documentation_url: "https://docs.github.com/rest", status: `${status}` };
  }
}

/** 404 as GitHub answers for what does not exist and for what may not be seen. */
export function notFound(): ApiError {
  return new ApiError(404, "Not Found");
}

/** 422 for a value that breaks a rule of the resource. */
export function validationFailed(resource: string, field: string, message: string): ApiError {
  return new ApiError(422, "Validation Failed", {
    errors: [{ resource, code: "custom", field, message }],
  });
}

/** 422 for a request that does not fit the schema. */
export function badRequest(reason: string): ApiError {
  return new ApiError(422, `Invalid request.\n\n${reason}`);
}
