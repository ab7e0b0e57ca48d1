import { createHash } from "node:crypto";
import type { JsonObject } from "../model/document.ts";
import { accountOf } from "./accounts.ts";
import { ApiError, type ApiRequest, notFound, type Route } from "./api.ts";
import { isObject } from "./body-fields.ts";
import { repositoriesOf } from "./installation-events.ts";
import { installationOf } from "./installations.ts";
import { isoTime } from "./iso-time.ts";
import { paginate } from "./paginate.ts";
import { presentApp, presentInstallation } from "./present-installation.ts";
import { presentRepository } from "./present-repository.ts";
import { appRoute, findNamed, installationRoute, isWithinReach } from "./route.ts";
import type { Account, Installation, Repository, Token, World } from "./world.ts";

const HOUR = 3_600_000;

/** The app, its installations and their tokens. */
export const APP_ROUTES: readonly Route[] = [
  appRoute("GET", "/app", ({ world }) => ({
    status: 200,
    body: { ...presentApp(world, world.app.id), installations_count: liveInstallations(world).length },
  })),
  appRoute("GET", "/app/installations", (request) =>
    paginate(request, liveInstallations(request.world), (i) => presentInstallation(request.world, i)),
  ),
  appRoute("GET", "/app/installations/{installation_id}", (request) => ({
    status: 200,
    body: presentInstallation(request.world, findInstallation(request)),
  })),
  appRoute("POST", "/app/installations/{installation_id}/access_tokens", (request) => ({
    status: 201,
    body: createToken(request, findInstallation(request)),
  })),
  appRoute("GET", "/repos/{owner}/{repo}/installation", (request) => {
    const repository = findNamed(request);
    if (!repository.installed) throw notFound();
    return { status: 200, body: installationAt(request.world, repository.owner) };
  }),
  ...["/users/{username}/installation", "/orgs/{org}/installation"].map((path) =>
    appRoute("GET", path, ({ world, params }) => {
      const account = world.accounts.get((params.username ?? params.org ?? "").toLowerCase());
      if (account === undefined) throw notFound();
      return { status: 200, body: installationAt(world, account) };
    }),
  ),
  installationRoute("GET", "/installation/repositories", [], (request, token) => {
    const found = reachable(request.world, token);
    return paginate(
      request,
      found,
      (repository) => presentRepository(request.world, repository),
      (page) => ({ total_count: found.length, repository_selection: "selected", repositories: page }),
    );
  }),
  installationRoute("DELETE", "/installation/token", [], ({ world }, token) => {
    world.tokens.delete(token.value);
    return { status: 204 };
  }),
];

function liveInstallations(world: World): Installation[] {
  return [...world.installations.values()].filter((installation) => !installation.deleted);
}

function findInstallation({ world, params }: ApiRequest): Installation {
  const installation = world.installations.get(Number(params.installation_id));
  if (installation === undefined || installation.deleted) throw notFound();
  return installation;
}

function installationAt(world: World, account: Account): JsonObject {
  const installation = installationOf(world, accountOf(world, account.login));
  if (installation === undefined) throw notFound();
  return presentInstallation(world, installation);
}

function reachable(world: World, token: Token): Repository[] {
  return repositoriesOf(world, token.installation).filter((repository) => isWithinReach(token, repository));
}

function createToken({ world, body }: ApiRequest, installation: Installation): JsonObject {
  if (installation.suspendedAt !== undefined) throw new ApiError(403, "This installation has been suspended");
  const chosen = chosenRepositories(world, installation, body);
  const value = `ghs_${createHash("sha256").update(`token ${world.nextId()}`).digest("hex").slice(0, 36)}`;
  const token: Token = {
    value,
    installation,
    permissions: chosenPermissions(world, body),
    repositories: chosen && new Set(chosen.map((repository) => repository.id)),
    expiresAt: world.now() + HOUR,
  };
  world.tokens.set(value, token);
  return {
    token: value,
    expires_at: isoTime(token.expiresAt),
    permissions: token.permissions,
    repository_selection: "selected",
    ...(chosen !== undefined && {
      repositories: chosen.map((repository) => presentRepository(world, repository)),
    }),
  };
}

function chosenPermissions(world: World, body: JsonObject): Readonly<Record<string, string>> {
  const granted = { metadata: "read", ...world.app.permissions };
  if (!isObject(body.permissions)) return granted;
  const chosen = Object.entries(body.permissions).map(([name, level]) => {
    const most = world.app.permissions[name] ?? (name === "metadata" ? "read" : undefined);
    if (most === undefined || (level === "write" && most === "read")) {
      throw new ApiError(422, "The permissions requested are not granted to this installation.");
    }
    return [name, `${level}`] as const;
  });
  return { metadata: "read", ...Object.fromEntries(chosen) };
}

function chosenRepositories(
  world: World,
  installation: Installation,
  body: JsonObject,
): Repository[] | undefined {
  const { repositories: names, repository_ids: ids } = body;
  if (!Array.isArray(names) && !Array.isArray(ids)) return undefined;
  const all = repositoriesOf(world, installation);
  const found = all.filter(
    (repository) =>
      (Array.isArray(names) && names.includes(repository.name)) ||
      (Array.isArray(ids) && ids.includes(repository.id)),
  );
  const asked = (Array.isArray(names) ? names.length : 0) + (Array.isArray(ids) ? ids.length : 0);
  if (found.length < asked) {
    throw new ApiError(
      422,
      "There is at least one repository that does not exist or is not accessible to the parent installation.",
    );
  }
  return found;
}
