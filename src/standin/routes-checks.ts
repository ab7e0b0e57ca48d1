import type { JsonObject } from "../model/document.ts";
import { ApiError, type ApiRequest, badRequest, notFound, type Route, validationFailed } from "./api.ts";
import { requiredText } from "./body-fields.ts";
import { type CheckChange, readCheckChange } from "./check-input.ts";
import { announceCheckRun, requestRerun, requestSuiteRerun, startCheckRun } from "./check-runs.ts";
import { paginate } from "./paginate.ts";
import { presentCheckRun, presentCheckSuite } from "./present-check.ts";
import { resolveRef } from "./resolve-ref.ts";
import { repositoryRoute } from "./route.ts";
import type { CheckRun, CheckSuite, Repository } from "./world.ts";

const READ = [["checks", "read"]] as const;
const WRITE = [["checks", "write"]] as const;

/** Check runs and check suites. */
export const CHECK_ROUTES: readonly Route[] = [
  repositoryRoute("POST", "/check-runs", WRITE, (request, repository) => {
    const { world, body } = request;
    const headSha = requiredText(body, "head_sha");
    const name = requiredText(body, "name");
    const change = readCheckChange(body);
    if (repository.store.commit(headSha) === undefined) {
      throw validationFailed("CheckRun", "head_sha", `No commit found for SHA: ${headSha}`);
    }
    const run = startCheckRun(world, repository, world.app.id, headSha, name);
    apply(run, change, world.now());
    repository.checkRuns.push(run);
    announceCheckRun(world, repository, run, run.status === "completed" ? "completed" : "created");
    return { status: 201, body: presentCheckRun(world, repository, run) };
  }),
  repositoryRoute("PATCH", "/check-runs/{check_run_id}", WRITE, (request, repository) => {
    const { world } = request;
    const run = findRun(request, repository);
    if (run.appId !== world.app.id) throw foreignRun(run);
    const was = run.status;
    apply(run, readCheckChange(request.body), world.now());
    const completed = was !== "completed" && run.status === "completed";
    announceCheckRun(world, repository, run, completed ? "completed" : "updated");
    return { status: 200, body: presentCheckRun(world, repository, run) };
  }),
  repositoryRoute("GET", "/check-runs/{check_run_id}", READ, (request, repository) => ({
    status: 200,
    body: presentCheckRun(request.world, repository, findRun(request, repository)),
  })),
  repositoryRoute("GET", "/check-runs/{check_run_id}/annotations", READ, (request, repository) =>
    paginate(
      request,
      findRun(request, repository).annotations,
      (annotation): JsonObject => ({
        ...annotation,
        blob_href: `${request.world.url}/repos/${repository.fullName}/git/blobs/${annotation.path}`,
      }),
    ),
  ),
  repositoryRoute("POST", "/check-runs/{check_run_id}/rerequest", WRITE, (request, repository) => {
    const run = findRun(request, repository);
    if (run.appId !== request.world.app.id) throw foreignRun(run);
    requestRerun(request.world, run);
    return { status: 201, body: {} };
  }),
  repositoryRoute("GET", "/check-suites/{check_suite_id}", READ, (request, repository) => ({
    status: 200,
    body: presentCheckSuite(request.world, repository, findSuite(request, repository)),
  })),
  repositoryRoute("GET", "/check-suites/{check_suite_id}/check-runs", READ, (request, repository) => {
    const suite = findSuite(request, repository);
    return listRuns(request, repository, (run) => run.suite === suite);
  }),
  repositoryRoute("POST", "/check-suites/{check_suite_id}/rerequest", WRITE, (request, repository) => {
    requestSuiteRerun(request.world, repository.fullName, findSuite(request, repository).headSha);
    return { status: 201, body: {} };
  }),
  repositoryRoute("GET", "/commits/{ref}/check-runs", READ, (request, repository) => {
    const sha = findCommit(request, repository);
    return listRuns(request, repository, (run) => run.headSha === sha);
  }),
  repositoryRoute("GET", "/commits/{ref}/check-suites", READ, (request, repository) => {
    const sha = findCommit(request, repository);
    const app = request.query.get("app_id");
    const suites = repository.checkSuites.filter(
      (suite) => suite.headSha === sha && (app === null || `${suite.appId}` === app),
    );
    return paginate(
      request,
      suites,
      (suite) => presentCheckSuite(request.world, repository, suite),
      (page) => ({ total_count: suites.length, check_suites: page }),
    );
  }),
];

function apply(run: CheckRun, change: CheckChange, now: number): void {
  const { values, annotations, startedAt, completedAt } = change;
  Object.assign(run, values, startedAt === undefined ? {} : { startedAt });
  if (values.status !== undefined) {
    run.completedAt = values.status === "completed" ? (completedAt ?? run.completedAt ?? now) : null;
  }
  run.annotations.push(...annotations);
}

function listRuns(request: ApiRequest, repository: Repository, among: (run: CheckRun) => boolean) {
  const { query, world } = request;
  const wanted = (name: string, value: string): boolean => [null, value].includes(query.get(name));
  const filter = query.get("filter") ?? "latest";
  if (!["latest", "all"].includes(filter))
    throw badRequest(`For 'filter', "${filter}" is not a member of latest, all.`);
  const runs = repository.checkRuns
    .filter(among)
    .filter(
      (run) =>
        wanted("app_id", `${run.appId}`) && wanted("check_name", run.name) && wanted("status", run.status),
    );
  const latest = [...new Map(runs.map((run) => [`${run.suite.id} ${run.name}`, run])).values()];
  const shown = (filter === "latest" ? latest : runs).toSorted((a, b) => b.id - a.id);
  return paginate(
    request,
    shown,
    (run) => presentCheckRun(world, repository, run),
    (page) => ({ total_count: shown.length, check_runs: page }),
  );
}

function findRun({ params }: ApiRequest, repository: Repository): CheckRun {
  const run = repository.checkRuns.find((other) => `${other.id}` === params.check_run_id);
  if (run === undefined) throw notFound();
  return run;
}

function findSuite({ params }: ApiRequest, repository: Repository): CheckSuite {
  const suite = repository.checkSuites.find((other) => `${other.id}` === params.check_suite_id);
  if (suite === undefined) throw notFound();
  return suite;
}

function findCommit({ params }: ApiRequest, repository: Repository): string {
  const { ref = "" } = params;
  const sha = resolveRef(repository, ref);
  if (sha === undefined) throw new ApiError(422, `No commit found for SHA: ${ref}`);
  return sha;
}

function foreignRun(run: CheckRun): ApiError {
  return new ApiError(
    403,
    `Invalid app_id \`${run.appId}\` - check run can only be modified by the GitHub App that created it.`,
  );
}
