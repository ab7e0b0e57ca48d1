import { accountOf, appBot } from "./accounts.ts";
import { checkSuiteOf } from "./check-suites.ts";
import { emitInRepository } from "./emit.ts";
import { presentCheckRunEvent, presentCheckSuite } from "./present-check.ts";
import { findRepository } from "./repositories.ts";
import type { CheckRun, Repository, World } from "./world.ts";

export interface ForeignCheck {
  /** Not the app's own id. */
  readonly appId: number;
  readonly name: string;
  readonly headSha: string;
  readonly conclusion: string;
  readonly externalId?: string;
}

/** Starts an empty check run of an app on a commit. */
export function startCheckRun(
  world: World,
  repository: Repository,
  appId: number,
  headSha: string,
  name: string,
): CheckRun {
  const suite = checkSuiteOf(world, repository, appId, headSha);
  suite.requested = false;
  return {
    id: world.nextId(),
    appId,
    suite,
    headSha,
    name,
    status: "queued",
    conclusion: null,
    externalId: "",
    detailsUrl: null,
    startedAt: world.now(),
    completedAt: null,
    title: null,
    summary: null,
    text: null,
    actions: [],
    annotations: [],
  };
}

/** Tells listeners and the app that a check run was written. */
export function announceCheckRun(
  world: World,
  repository: Repository,
  run: CheckRun,
  action: "created" | "completed" | "updated",
): void {
  for (const listener of world.listeners) listener({ kind: "check-run", repository, checkRun: run });
  if (action === "updated") return;
  emitInRepository(world, repository, "check_run", appBot(world), {
    action,
    check_run: presentCheckRunEvent(world, repository, run),
  });
}

/** A completed check of another app, which may carry the name of ours. Gives its id. */
export function addForeignCheck(world: World, fullName: string, check: ForeignCheck): number {
  const repository = findRepository(world, fullName);
  const run = startCheckRun(world, repository, check.appId, check.headSha, check.name);
  Object.assign(run, {
    status: "completed",
    conclusion: check.conclusion,
    completedAt: world.now(),
    externalId: check.externalId ?? "",
  });
  repository.checkRuns.push(run);
  announceCheckRun(world, repository, run, "completed");
  return run.id;
}

/** A person asks for a check to run again. The check itself stays as it is: the app has to act. */
export function requestRerun(world: World, checkRun: Pick<CheckRun, "id">, user = "requester"): void {
  const [repository, run] = locate(world, checkRun.id);
  run.suite.requested = true;
  emitInRepository(world, repository, "check_run", accountOf(world, user), {
    action: "rerequested",
    check_run: presentCheckRunEvent(world, repository, run),
  });
}

/** A person presses one of a check's buttons. */
export function requestAction(
  world: World,
  checkRun: Pick<CheckRun, "id">,
  identifier: string,
  user = "requester",
): void {
  const [repository, run] = locate(world, checkRun.id);
  emitInRepository(world, repository, "check_run", accountOf(world, user), {
    action: "requested_action",
    check_run: presentCheckRunEvent(world, repository, run),
    requested_action: { identifier },
  });
}

/** A person asks for all checks of the app on a commit to run again. */
export function requestSuiteRerun(world: World, fullName: string, sha: string, user = "requester"): void {
  const repository = findRepository(world, fullName);
  const suite = checkSuiteOf(world, repository, world.app.id, sha);
  suite.requested = true;
  emitInRepository(world, repository, "check_suite", accountOf(world, user), {
    action: "rerequested",
    check_suite: presentCheckSuite(world, repository, suite),
  });
}

function locate(world: World, id: number): [Repository, CheckRun] {
  for (const repository of world.repositories.values()) {
    const run = repository.checkRuns.find((other) => other.id === id);
    if (run !== undefined) return [repository, run];
  }
  throw new Error(`no check run ${id}`);
}
