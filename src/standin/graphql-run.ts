import type { JsonObject, JsonValue } from "../model/document.ts";
import { isObject } from "./body-fields.ts";
import type { GraphArguments, GraphField, GraphObject, GraphValue } from "./graph.ts";
import { GraphqlError } from "./graphql-error.ts";
import { parseQuery, type Query, type QueryValue, type Selection } from "./graphql-parse.ts";

const PAGE = ["first", "last", "after", "before"];

/** Arguments that fields of the graph take; every other field takes none. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  "Query.repository": ["owner", "name", "followRenames"],
  "Query.node": ["id"],
  "Query.nodes": ["ids"],
  "Repository.object": ["oid", "expression"],
  "Repository.ref": ["qualifiedName"],
  "Repository.pullRequest": ["number"],
  "Repository.pullRequests": [...PAGE, "states", "baseRefName", "headRefName", "orderBy"],
  "Repository.mergeQueue": ["branch"],
  "MergeQueue.entries": PAGE,
  "PullRequest.comments": PAGE,
  "PullRequest.commits": PAGE,
  "PullRequest.timelineItems": [...PAGE, "itemTypes"],
  "PullRequest.reviews": [...PAGE, "states"],
  "Query.organization": ["login"],
  "Organization.team": ["slug"],
  "Team.members": [...PAGE, "query"],
  "Commit.file": ["path"],
  "Commit.authors": PAGE,
  "Commit.parents": PAGE,
  "Commit.history": PAGE,
  "Commit.checkSuites": [...PAGE, "filterBy"],
  "CheckSuite.checkRuns": [...PAGE, "filterBy"],
  "CheckRun.annotations": PAGE,
};

interface Run {
  readonly variables: GraphArguments;
  readonly fragments: Query["fragments"];
  readonly errors: JsonObject[];
}

/**
 * Answers a query over `root`: `{ data, errors }`. A query that is not understood gives errors only; a
 * missing object gives null and an error of its own, so that the rest of a batch survives.
 */
export function runQuery(root: GraphObject, text: string, given: JsonObject): JsonObject {
  const errors: JsonObject[] = [];
  try {
    const query = parseQuery(text);
    const variables: Record<string, JsonValue> = {};
    for (const name of Object.keys(given)) {
      if (!query.variables.has(name))
        throw new GraphqlError(`Variable $${name} is not declared by the query`);
    }
    for (const [name, { fallback, required }] of query.variables) {
      const value = given[name] ?? fallback;
      if (required && value === undefined) {
        throw new GraphqlError(`Variable $${name} was provided invalid value`);
      }
      if (value !== undefined) variables[name] = value;
    }
    const run: Run = { variables, fragments: query.fragments, errors };
    const data = select(run, root, query.selections, []);
    return errors.length === 0 ? { data } : { data, errors };
  } catch (error) {
    if (!(error instanceof GraphqlError)) throw error;
    return { errors: [describe(error, [])] };
  }
}

function select(run: Run, source: GraphObject, selections: readonly Selection[], path: readonly string[]) {
  const result: Record<string, JsonValue> = {};
  for (const selection of selections) {
    if (selection.kind !== "field") {
      const { on, selections: inner } = fragmentOf(run, selection);
      if (on !== undefined && on !== source.type && !source.as.includes(on)) continue;
      merge(result, select(run, source, inner, path));
      continue;
    }
    const { alias, name, selections: inner } = selection;
    if (name === "__typename") {
      result[alias] = source.type;
      continue;
    }
    const field = source.fields[name];
    const label = `${source.type}.${name}`;
    if (field === undefined) {
      throw new GraphqlError(`Field '${name}' doesn't exist on type '${source.type}'`);
    }
    const args: Record<string, JsonValue> = {};
    for (const [key, value] of Object.entries(selection.args)) {
      if (!(ARGUMENTS[label] ?? []).includes(key)) {
        throw new GraphqlError(`Field '${name}' doesn't accept argument '${key}'`);
      }
      args[key] = evaluate(run, value);
    }
    const at = [...path, alias];
    merge(result, { [alias]: finish(run, label, answer(run, field, args, at), inner, at) });
  }
  return result;
}

function fragmentOf(run: Run, selection: Exclude<Selection, { kind: "field" }>) {
  if (selection.kind === "fragment") return selection;
  const fragment = run.fragments.get(selection.name);
  if (fragment === undefined) throw new GraphqlError(`Fragment ${selection.name} was used, but not defined`);
  return fragment;
}

/** Adds fields; an object selected twice gets the fields of both. */
function merge(into: Record<string, JsonValue>, from: JsonObject): void {
  for (const [key, value] of Object.entries(from)) {
    const old = into[key];
    into[key] = isObject(old) && isObject(value) ? merged(old, value) : value;
  }
}

function merged(a: JsonObject, b: JsonObject): JsonObject {
  const both: Record<string, JsonValue> = { ...a };
  merge(both, b);
  return both;
}

/** A missing object is null with an error; a query that makes no sense stops the run. */
function answer(run: Run, field: GraphField, args: GraphArguments, path: readonly string[]): GraphValue {
  try {
    return field(args, (error) => run.errors.push(describe(error, path)));
  } catch (error) {
    if (!(error instanceof GraphqlError) || error.type === undefined) throw error;
    run.errors.push(describe(error, path));
    return null;
  }
}

function finish(
  run: Run,
  label: string,
  value: GraphValue,
  inner: readonly Selection[],
  path: readonly string[],
): JsonValue {
  if (value === null) return null;
  if (Array.isArray(value)) {
    return value.map((item: GraphValue, index) => finish(run, label, item, inner, [...path, `${index}`]));
  }
  if (isGraphObject(value)) {
    if (inner.length === 0) throw new GraphqlError(`Field must have selections (field '${label}')`);
    return select(run, value, inner, path);
  }
  if (inner.length > 0) throw new GraphqlError(`Selections can't be made on scalars (field '${label}')`);
  // Neither a list nor an object of the graph, so the value is JSON as it stands.
  return value as JsonValue;
}

function evaluate(run: Run, value: QueryValue): JsonValue {
  if (value.kind === "literal") return value.value;
  if (value.kind === "list") return value.items.map((item) => evaluate(run, item));
  if (value.kind === "object") {
    return Object.fromEntries(Object.entries(value.fields).map(([key, item]) => [key, evaluate(run, item)]));
  }
  return run.variables[value.name] ?? null;
}

function isGraphObject(value: GraphValue): value is GraphObject {
  return typeof value === "object" && value !== null && "fields" in value;
}

function describe(error: GraphqlError, path: readonly string[]): JsonObject {
  return {
    ...(error.type !== undefined && { type: error.type }),
    path,
    locations: [{ line: 1, column: 1 }],
    message: error.message,
  };
}
