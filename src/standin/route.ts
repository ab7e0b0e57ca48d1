import {
  ApiError,
  type ApiRequest,
  type Needs,
  notFound,
  type RepositoryHandler,
  type Route,
} from "./api.ts";
import type { Repository, Token } from "./world.ts";

/** An endpoint that only the app's JSON web token opens. */
export function appRoute(method: Route["method"], path: string, handle: Route["handle"]): Route {
  return {
    method,
    path,
    handle(request) {
      if (request.actor.kind !== "app") throw new ApiError(401, "A JSON web token could not be decoded");
      return handle(request);
    },
  };
}

/** An endpoint outside of any repository that an installation token opens. */
export function installationRoute(
  method: Route["method"],
  path: string,
  needs: Needs,
  handle: (request: ApiRequest, token: Token) => ReturnType<Route["handle"]>,
): Route {
  return {
    method,
    path,
    handle(request) {
      const token = tokenOf(request);
      requirePermission(token, needs);
      return handle(request, token);
    },
  };
}

/** An endpoint below `/repos/{owner}/{repo}`. Repositories out of the token's reach are not found. */
export function repositoryRoute(
  method: Route["method"],
  path: string,
  needs: Needs,
  handle: RepositoryHandler,
): Route {
  return {
    method,
    path: `/repos/{owner}/{repo}${path}`,
    handle(request) {
      const repository = findNamed(request);
      const { actor } = request;
      if (method === "GET" && !repository.isPrivate && actor.kind === "anonymous") {
        return handle(request, repository);
      }
      const token = tokenOf(request);
      if (isWithinReach(token, repository)) {
        requirePermission(token, needs);
        return handle(request, repository);
      }
      if (repository.isPrivate) throw notFound();
      if (method !== "GET") throw notAccessible();
      return handle(request, repository);
    },
  };
}

/** The repository a request names, whoever asks. */
export function findNamed(request: ApiRequest): Repository {
  const { owner = "", repo = "" } = request.params;
  const repository = request.world.repositories.get(`${owner}/${repo}`.toLowerCase());
  if (repository === undefined) throw notFound();
  return repository;
}

/** Whether an installation token opens a repository. */
export function isWithinReach(token: Token, repository: Repository): boolean {
  return (
    repository.installed &&
    repository.owner === token.installation.account &&
    (token.repositories === undefined || token.repositories.has(repository.id))
  );
}

/** Whether a token has one of the permissions. Reading metadata is always allowed. */
export function hasPermission(token: Token, needs: Needs): boolean {
  return (
    needs.length === 0 ||
    needs.some(([name, level]) => {
      const granted = token.permissions[name];
      return granted === "write" || granted === level;
    })
  );
}

/** 403 for a token that lacks the permission. */
function notAccessible(): ApiError {
  return new ApiError(403, "Resource not accessible by integration");
}

function requirePermission(token: Token, needs: Needs): void {
  if (!hasPermission(token, needs)) throw notAccessible();
}

function tokenOf({ actor }: ApiRequest): Token {
  if (actor.kind === "anonymous") throw new ApiError(401, "Requires authentication");
  if (actor.kind === "app") throw notAccessible();
  return actor.token;
}
