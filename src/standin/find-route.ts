import type { Route } from "./api.ts";
import { APP_ROUTES } from "./routes-app.ts";
import { CHECK_ROUTES } from "./routes-checks.ts";
import { COMMENT_ROUTES } from "./routes-comments.ts";
import { COMMIT_ROUTES } from "./routes-commits.ts";
import { GIT_ROUTES } from "./routes-git.ts";
import { GRAPHQL_ROUTES } from "./routes-graphql.ts";
import { HOOK_ROUTES } from "./routes-hooks.ts";
import { ORG_ROUTES } from "./routes-orgs.ts";
import { PULL_ROUTES } from "./routes-pulls.ts";
import { RATE_ROUTES } from "./routes-rate.ts";
import { REPOSITORY_ROUTES } from "./routes-repository.ts";
import { REVIEW_ROUTES } from "./routes-reviews.ts";

/** Checks stand before commits: `/commits/{ref}` takes slashes and would swallow `/commits/{ref}/check-runs`. */
const ROUTES = [
  APP_ROUTES,
  HOOK_ROUTES,
  RATE_ROUTES,
  ORG_ROUTES,
  GRAPHQL_ROUTES,
  CHECK_ROUTES,
  REPOSITORY_ROUTES,
  GIT_ROUTES,
  COMMIT_ROUTES,
  REVIEW_ROUTES,
  PULL_ROUTES,
  COMMENT_ROUTES,
]
  .flat()
  .map((route) => ({ route, pattern: patternOf(route.path) }));

/** The endpoint of a path, with the decoded parts of it. */
export function findRoute(
  method: string,
  path: string,
): { readonly route: Route; readonly params: Readonly<Record<string, string>> } | undefined {
  for (const { route, pattern } of ROUTES) {
    if (route.method !== method) continue;
    const groups = pattern.exec(path)?.groups;
    if (groups === undefined) continue;
    const params = Object.entries(groups).map(([name, value]) => [name, decode(value)]);
    return { route, params: Object.fromEntries(params) };
  }
  return undefined;
}

/** `ref`, `path`, `branch` and `basehead` may hold slashes, everything else ends at one. */
function patternOf(path: string): RegExp {
  const source = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    ["ref", "path", "branch", "basehead"].includes(name) ? `(?<${name}>.+)` : `(?<${name}>[^/]+)`,
  );
  return new RegExp(`^${source}$(?<none>)`);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
