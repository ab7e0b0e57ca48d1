import type { JsonObject } from "../model/document.ts";
import { deliver, recordDelivery } from "./deliver.ts";
import { installationOf } from "./installations.ts";
import { presentAccount } from "./present-account.ts";
import { presentOrganization } from "./present-organization.ts";
import { presentPushedRepository, presentRepository } from "./present-repository.ts";
import type { Account, Installation, Repository, World } from "./world.ts";

/** The permission an app needs to be told of an event; others always arrive. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  check_run: ["checks"],
  check_suite: ["checks"],
  issue_comment: ["issues", "pull_requests"],
  membership: ["members"],
  merge_group: ["merge_queues"],
  pull_request: ["pull_requests"],
  pull_request_review: ["pull_requests"],
  push: ["contents"],
};

/** Tells the app of something in a repository, if it is installed there and may know. */
export function emitInRepository(
  world: World,
  repository: Repository,
  event: string,
  sender: Account,
  payload: JsonObject,
): void {
  const installation = repository.installed ? installationOf(world, repository.owner) : undefined;
  if (installation === undefined) return;
  const { owner } = repository;
  const present = event === "push" ? presentPushedRepository : presentRepository;
  emit(world, installation, event, {
    ...payload,
    repository: present(world, repository),
    ...(owner.type === "Organization" && { organization: presentOrganization(world, owner) }),
    sender: presentAccount(world, sender),
    installation: { id: installation.id, node_id: `MDIz${installation.id}` },
  });
}

/** Tells the app of an event of one of its installations, following the delivery plan. */
export function emit(world: World, installation: Installation, event: string, payload: JsonObject): void {
  const needed = NEEDED[event];
  const allowed = needed === undefined || needed.some((name) => world.app.permissions[name] !== undefined);
  const silent = (installation.deleted || installation.suspendedAt !== undefined) && event !== "installation";
  if (!allowed || silent) return;
  const send = (): unknown => deliver(world, event, payload);
  switch (world.webhooks.plan(event, payload)) {
    case "deliver":
      send();
      return;
    case "duplicate":
      send();
      deliver(world, event, payload, { deliveryId: world.webhooks.log.at(-1)?.guid ?? "" });
      return;
    case "hold":
      world.webhooks.held.push(send);
      return;
    case "drop":
      Object.assign(recordDelivery(world, event, payload, {}), {
        status: "failed to connect to host",
        statusCode: 502,
      });
      return;
    case "lose":
  }
}
