import type { JsonObject } from "../model/document.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { presentPushCommit } from "./present-commit.ts";
import { presentApp } from "./present-installation.ts";
import { presentPullReference } from "./present-pull.ts";
import type { CheckRun, CheckSuite, Repository, World } from "./world.ts";

/** A check run as the REST API shows it: the suite by id only. */
export function presentCheckRun(world: World, repository: Repository, run: CheckRun): JsonObject {
  const url = `${world.url}/repos/${repository.fullName}/check-runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId("CheckRun", run.id),
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: `${world.url}/${repository.fullName}/runs/${run.id}`,
    details_url: run.detailsUrl,
    status: run.status,
    conclusion: run.conclusion,
    started_at: isoTime(run.startedAt),
    completed_at: isoTime(run.completedAt),
    output: {
      title: run.title,
      summary: run.summary,
      text: run.text,
      annotations_count: run.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: run.suite.id },
    app: presentApp(world, run.appId),
    pull_requests: pullsAt(world, repository, run.headSha),
  };
}

/** A check run as webhooks show it: the suite in full. */
export function presentCheckRunEvent(world: World, repository: Repository, run: CheckRun): JsonObject {
  return {
    ...presentCheckRun(world, repository, run),
    check_suite: presentCheckSuite(world, repository, run.suite),
  };
}

/** A check suite; its status and conclusion follow from the newest run of each name. */
export function presentCheckSuite(world: World, repository: Repository, suite: CheckSuite): JsonObject {
  const api = `${world.url}/repos/${repository.fullName}`;
  const runs = repository.checkRuns.filter((run) => run.suite === suite);
  const newest = [...new Map(runs.map((run) => [run.name, run])).values()];
  const done = newest.length > 0 && !suite.requested && newest.every((run) => run.status === "completed");
  const worst = newest.find((run) => run.conclusion !== "success") ?? newest[0];
  return {
    id: suite.id,
    node_id: nodeId("CheckSuite", suite.id),
    head_branch: suite.headBranch,
    head_sha: suite.headSha,
    status: done ? "completed" : "queued",
    conclusion: done ? (worst?.conclusion ?? null) : null,
    url: `${api}/check-suites/${suite.id}`,
    before: repository.store.commit(suite.headSha)?.parents[0] ?? "0".repeat(40),
    after: suite.headSha,
    pull_requests: pullsAt(world, repository, suite.headSha),
    app: presentApp(world, suite.appId),
    created_at: isoTime(suite.createdAt),
    updated_at: isoTime(suite.createdAt),
    rerequestable: true,
    runs_rerequestable: true,
    latest_check_runs_count: newest.length,
    check_runs_url: `${api}/check-suites/${suite.id}/check-runs`,
    head_commit: presentPushCommit(world, repository, suite.headSha),
  };
}

function pullsAt(world: World, repository: Repository, sha: string): JsonObject[] {
  return [...repository.pulls.values()]
    .filter((pull) => pull.state === "open" && pull.head.sha === sha && pull.head.repository === repository)
    .map((pull) => presentPullReference(world, pull));
}
