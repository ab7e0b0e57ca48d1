import type { JsonObject } from "../model/document.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { presentAccount } from "./present-account.ts";
import type { Installation, World } from "./world.ts";

/** An installation as GitHub's REST API and webhooks show it. */
export function presentInstallation(world: World, installation: Installation): JsonObject {
  const url = `${world.url}/app/installations/${installation.id}`;
  const { account } = installation;
  return {
    id: installation.id,
    account: presentAccount(world, account),
    repository_selection: "selected",
    access_tokens_url: `${url}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: `${world.url}/settings/installations/${installation.id}`,
    app_id: world.app.id,
    app_slug: world.app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: world.app.permissions,
    events: [...(world.app.events ?? [])],
    created_at: isoTime(installation.createdAt),
    updated_at: isoTime(installation.createdAt),
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_at: isoTime(installation.suspendedAt),
    suspended_by: installation.suspendedAt === undefined ? null : presentAccount(world, account),
  };
}

/** The app itself, as it is shown in checks and comments. */
export function presentApp(world: World, id: number): JsonObject {
  const own = id === world.app.id;
  const slug = own ? world.app.slug : `other-app-${id}`;
  return {
    id,
    slug,
    client_id: `Iv1.${id}`,
    node_id: nodeId("App", id),
    owner: presentAccount(world, { id: 1, login: "app-owner", type: "Organization" }),
    name: slug,
    description: null,
    external_url: `${world.url}/apps/${slug}`,
    html_url: `${world.url}/apps/${slug}`,
    created_at: "2026-01-01T00:00:00Z",
    updated_at: "2026-01-01T00:00:00Z",
    permissions: own ? world.app.permissions : {},
    events: own ? [...(world.app.events ?? [])] : [],
  };
}
