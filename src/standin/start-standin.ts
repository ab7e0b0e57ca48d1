import { createServer } from "node:http";
import { setTeamMember } from "./access.ts";
import * as checks from "./check-runs.ts";
import * as comments from "./comments.ts";
import { createWorld } from "./create-world.ts";
import { deliver } from "./deliver.ts";
import { createFaults } from "./faults.ts";
import { createListener } from "./handle-request.ts";
import { changeInstallation, changeInstalledRepository } from "./installation-events.ts";
import * as groups from "./merge-groups.ts";
import * as pulls from "./pulls.ts";
import * as pushes from "./pushes.ts";
import * as repositories from "./repositories.ts";
import { branchTip } from "./resolve-ref.ts";
import * as reviews from "./reviews.ts";
import { redeliver } from "./routes-hooks.ts";
import type { Standin } from "./standin.ts";
import { findEntry } from "./tree.ts";
import type { AppRegistration, Limits, RequestRecord, World } from "./world.ts";

export interface StandinOptions {
  readonly app: AppRegistration;
  /** Where webhooks go; loopback only. */
  readonly webhookUrl?: string;
  /** Milliseconds since 1970; the real clock by default. Tokens and commit dates follow it. */
  readonly now?: () => number;
  /** Limits to lower; GitHub's own by default. */
  readonly limits?: Partial<Limits>;
  /** How long a receiver may take, in milliseconds; GitHub's 10 seconds by default. */
  readonly webhookTimeoutMs?: number;
  /** A free one by default. */
  readonly port?: number;
}

/** Starts an in-memory GitHub on the loopback interface. */
export async function startStandin(options: StandinOptions): Promise<Standin> {
  const world = createWorld({
    app: options.app,
    limits: options.limits ?? {},
    now: options.now ?? Date.now,
    webhookUrl: requireLoopback(options.webhookUrl),
    webhookTimeoutMs: options.webhookTimeoutMs ?? 10_000,
  });
  const { choose, ...faults } = createFaults();
  const requests: RequestRecord[] = [];
  const listener = createListener(world, choose, requests);
  const server = createServer((request, response) => {
    listener(request, response).catch((error: unknown) =>
      response.destroy(error instanceof Error ? error : undefined),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the stand-in has no port");
  world.url = `http://127.0.0.1:${address.port}`;
  return {
    url: world.url,
    world,
    faults,
    requests,
    deliveries: world.webhooks.log,
    ...peopleOf(world),
    ...webhooksOf(world),
    ...inspectionOf(world),
    clearRequests: () => {
      requests.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What people do, bound to a world. */
function peopleOf(world: World) {
  return {
    createRepository: (given) => repositories.createRepository(world, given).fullName,
    createFork: (name, owner) => repositories.forkRepository(world, name, owner).fullName,
    commit: (name, branch, change) => pushes.commit(world, name, branch, change),
    forcePush: (name, branch, sha, user) => pushes.forcePush(world, name, branch, sha, user),
    openPullRequest: (name, given) => pulls.openPullRequest(world, name, given),
    closePullRequest: (pull, user) => pulls.closePullRequest(world, pull, user),
    reopenPullRequest: (pull, user) => pulls.reopenPullRequest(world, pull, user),
    markReady: (pull, user) => pulls.markReady(world, pull, user),
    retarget: (pull, base, user) => pulls.retarget(world, pull, base, user),
    retitle: (pull, title, user) => pulls.retitle(world, pull, title, user),
    merge: (pull, user) => pulls.mergePullRequest(world, pull, user),
    createMergeGroup: (queued) => groups.createMergeGroup(world, queued),
    destroyMergeGroup: (group, reason) => groups.destroyMergeGroup(world, group, reason),
    review: (pull, given) => reviews.submitReview(world, pull, given),
    dismissReview: (pull, id) => reviews.dismissReview(world, pull, id),
    comment: (pull, user, body) => comments.writeComment(world, pull, user, body),
    editComment: (pull, id, user, body) => comments.editCommentAs(world, pull, id, user, body),
    deleteComment: (pull, id, user) => comments.deleteCommentAs(world, pull, id, user),
    addTeamMember: (org, team, user) => setTeamMember(world, org, team, user, true),
    removeTeamMember: (org, team, user) => setTeamMember(world, org, team, user, false),
    setCollaborator: (name, user, role) => {
      repositories.findRepository(world, name).collaborators.set(user.toLowerCase(), role);
    },
    requestRerun: (run, user) => checks.requestRerun(world, run, user),
    requestSuiteRerun: (name, sha, user) => checks.requestSuiteRerun(world, name, sha, user),
    requestAction: (run, identifier, user) => checks.requestAction(world, run, identifier, user),
    addForeignCheck: (name, check) => checks.addForeignCheck(world, name, check),
    installation: (owner, action) => changeInstallation(world, owner, action),
    setInstalled: (name, installed) => changeInstalledRepository(world, name, installed),
  } satisfies Partial<Standin>;
}

/** Deliveries, bound to a world. */
function webhooksOf(world: World) {
  const { webhooks } = world;
  return {
    setWebhookUrl: (url) => {
      webhooks.url = requireLoopback(url);
    },
    deliver: (event, payload, how) => deliver(world, event, payload, how),
    redeliver: (delivery) => redeliver(world, delivery),
    setDeliveryPlan: (plan) => {
      webhooks.plan = plan;
    },
    releaseHeld: () => {
      for (const send of webhooks.held.splice(0).reverse()) send();
    },
    settled: async () => {
      while (webhooks.running.size > 0) await Promise.all(webhooks.running);
    },
  } satisfies Partial<Standin>;
}

/** What tests look at, bound to a world. */
function inspectionOf(world: World) {
  const repository = (name: string) => repositories.findRepository(world, name);
  const pull = (name: string, number: number) => pulls.findPull(world, { repository: name, number });
  return {
    branch: (name, branch) => branchTip(repository(name), branch),
    file: (name, commit, path) => {
      const { store } = repository(name);
      const tree = store.commit(commit)?.tree;
      return store.blob((tree && findEntry(store, tree, path)?.sha) ?? "");
    },
    checkRuns: (name, sha) => repository(name).checkRuns.filter((run) => run.headSha === sha),
    comments: (name, number) => pull(name, number).comments,
    reviews: (name, number) => pull(name, number).reviews,
    reviewComments: (name, number) => pull(name, number).reviewComments,
    pullRequest: pull,
    pullRequests: (name) => [...repository(name).pulls.values()],
    watch: (listener) => {
      world.listeners.add(listener);
      return () => {
        world.listeners.delete(listener);
      };
    },
  } satisfies Partial<Standin>;
}

function requireLoopback(url: string | undefined): string | undefined {
  const host = url === undefined ? "localhost" : new URL(url).hostname;
  if (["localhost", "127.0.0.1", "[::1]"].includes(host)) return url;
  throw new Error(`webhooks are delivered on loopback only, not to \`${host}\``);
}
