import type { JsonValue } from "../model/document.ts";
import { isObject } from "./body-fields.ts";
import type { Graph, GraphField, GraphObject } from "./graph.ts";
import { actorObject } from "./graph-actor.ts";
import { connection } from "./graph-connection.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { presentCheckSuite } from "./present-check.ts";
import { presentApp } from "./present-installation.ts";
import type { Annotation, CheckRun, CheckSuite, Repository } from "./world.ts";

/** The check suites of a commit, of one app where the filter names one. */
export function suitesField(graph: Graph, repository: Repository, sha: string): GraphField {
  return (args) => {
    const appId = filterOf(args.filterBy).appId;
    const suites = repository.checkSuites.filter(
      (suite) => suite.headSha === sha && (typeof appId !== "number" || suite.appId === appId),
    );
    return connection("CheckSuite", suites, args, (suite) => suiteObject(graph, repository, suite));
  };
}

function suiteObject(graph: Graph, repository: Repository, suite: CheckSuite): GraphObject {
  const shown = () => presentCheckSuite(graph.world, repository, suite);
  return {
    type: "CheckSuite",
    as: ["Node"],
    fields: {
      id: () => nodeId("CheckSuite", suite.id),
      databaseId: () => suite.id,
      status: () => upper(shown().status),
      conclusion: () => upper(shown().conclusion),
      app: () => appObject(graph, suite.appId),
      push: () => pushObject(graph, suite),
      checkRuns: (args) =>
        connection("CheckRun", selectRuns(repository, suite, filterOf(args.filterBy)), args, (run) =>
          runObject(graph, repository, run),
        ),
    },
  };
}

function pushObject(graph: Graph, { id, headSha, pusher }: CheckSuite): GraphObject | null {
  if (pusher === undefined) return null;
  const fields = {
    id: () => nodeId("Push", id),
    nextSha: () => headSha,
    pusher: () => actorObject(graph, pusher),
  };
  return { type: "Push", as: ["Node"], fields };
}

/** Without a filter the newest run of each name, newest first, as in the REST API. */
function selectRuns(repository: Repository, suite: CheckSuite, filter: Readonly<Record<string, JsonValue>>) {
  const runs = repository.checkRuns
    .filter((run) => run.suite === suite)
    .filter((run) => typeof filter.checkName !== "string" || run.name === filter.checkName)
    .filter((run) => typeof filter.appId !== "number" || run.appId === filter.appId)
    .filter((run) => typeof filter.status !== "string" || upper(run.status) === filter.status);
  const all = filter.checkType === "ALL";
  return all ? runs : [...new Map(runs.map((run) => [run.name, run])).values()];
}

/** A check run as GraphQL shows it: states in upper case. */
export function runObject(graph: Graph, repository: Repository, run: CheckRun): GraphObject {
  return {
    type: "CheckRun",
    as: ["Node"],
    fields: {
      id: () => nodeId("CheckRun", run.id),
      databaseId: () => run.id,
      name: () => run.name,
      status: () => upper(run.status),
      conclusion: () => upper(run.conclusion),
      externalId: () => run.externalId,
      startedAt: () => isoTime(run.startedAt),
      completedAt: () => isoTime(run.completedAt),
      title: () => run.title,
      summary: () => run.summary,
      text: () => run.text,
      detailsUrl: () => run.detailsUrl,
      url: () => `${graph.world.url}/${repository.fullName}/runs/${run.id}`,
      checkSuite: () => suiteObject(graph, repository, run.suite),
      annotations: (args) => connection("CheckAnnotation", run.annotations, args, annotationObject),
    },
  };
}

function annotationObject(annotation: Annotation): GraphObject {
  return {
    type: "CheckAnnotation",
    as: [],
    fields: {
      path: () => annotation.path,
      message: () => annotation.message,
      title: () => annotation.title,
      rawDetails: () => annotation.raw_details,
      annotationLevel: () => upper(annotation.annotation_level),
    },
  };
}

function appObject({ world }: Graph, id: number): GraphObject {
  const { slug = null, name = null } = presentApp(world, id);
  return {
    type: "App",
    as: ["Node"],
    fields: { databaseId: () => id, slug: () => slug, name: () => name, id: () => nodeId("App", id) },
  };
}

function filterOf(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> {
  return isObject(value) ? value : {};
}

function upper(value: JsonValue | undefined): string | null {
  return typeof value === "string" ? value.toUpperCase() : null;
}
