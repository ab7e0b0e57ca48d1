import type { JsonObject } from "../model/document.ts";
import { emitInRepository } from "./emit.ts";
import { presentPull } from "./present-pull.ts";
import type { Account, PullRequest, World } from "./world.ts";

/** Tells the app that something happened to a pull request. */
export function emitPullRequest(
  world: World,
  pull: PullRequest,
  action: string,
  sender: Account,
  more: JsonObject = {},
): void {
  emitInRepository(world, pull.repository, "pull_request", sender, {
    action,
    number: pull.number,
    pull_request: presentPull(world, pull),
    ...more,
  });
}
