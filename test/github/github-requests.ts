import { readFileSync } from "node:fs";
import { validate } from "@octokit/graphql-schema";
import { Ajv, type ValidateFunction } from "ajv";
import type { StandinEvent } from "../../src/standin/world.ts";

/** What `scripts/fetch-openapi.js` keeps of GitHub's description. */
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

interface Operation {
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "path" | "query" | "header";
    readonly required?: boolean;
    readonly schema: object;
    readonly "x-multi-segment"?: boolean;
  }[];
  readonly body?: { readonly required: boolean; readonly schema: BodySchema };
}

interface BodySchema {
  readonly properties?: Readonly<Record<string, object>>;
}

/** Path of GitHub's description, as `scripts/fetch-openapi.js` prints it; `undefined` where nobody fetched it. */
export const DESCRIPTION = process.env.BYLAW_OPENAPI || undefined;

type AnsweredRequest = Extract<StandinEvent, { kind: "request" }>;

/**
 * What GitHub's published descriptions object to in a request: a path or method they do not name, parameters and fields
 * they do not know or that are missing, values of another type. GraphQL is held against the schema in any case, the
 * rest where the description of the REST API was fetched.
 */
export function objectionsTo({
  request,
  body,
}: Pick<AnsweredRequest, "request" | "body">): readonly string[] {
  // What no route of the stand-in took, or what a fault answered in its place, says nothing of the body.
  if (request.path === "/graphql")
    return typeof body?.query === "string" ? objectionsToQuery(body.query) : [];
  const route = DESCRIPTION === undefined ? undefined : findRoute(DESCRIPTION, request.method, request.path);
  if (DESCRIPTION === undefined) return [];
  const name = `${request.method} ${request.path}`;
  if (route === undefined) return [`${name} is no request of GitHub's`];
  return [
    ...objectionsToPath(route, request.path),
    ...objectionsToParameters(route, request.query),
    ...(request.route === undefined ? [] : objectionsToBody(route, body)),
  ].map((objection) => `${name}: ${objection}`);
}

const queries = new Map<string, readonly string[]>();

function objectionsToQuery(query: string): readonly string[] {
  const known = queries.get(query);
  if (known !== undefined) return known;
  // The parser remembers fragments by name over all queries, and complains of the second.
  const renamed = query.replace(/(fragment |\.\.\.)(?!on\b)(\w+)/g, `$1$2${queries.size}`);
  const objections = validate(renamed).map((error) => `POST /graphql: ${error.message}`);
  queries.set(query, objections);
  return objections;
}

interface Route extends Operation {
  readonly pattern: RegExp;
  readonly method: string;
  readonly file: string;
}

let routes: readonly Route[] | undefined;
const ajv = new Ajv({ strict: false, validateFormats: false, coerceTypes: false, allErrors: true });
const coercing = new Ajv({ strict: false, validateFormats: false, coerceTypes: true });
const compiled = new Map<object, ValidateFunction>();

function findRoute(file: string, method: string, path: string): Route | undefined {
  routes ??= readRoutes(file);
  return routes.find((route) => route.method === method && route.pattern.test(path));
}

/** Routes whose path is written out come before those with a parameter in the same place, and longer ones before those that would take their rest for a parameter. */
function readRoutes(file: string): readonly Route[] {
  const description: Description = JSON.parse(readFileSync(file, "utf8"));
  ajv.addSchema({ $id: "github", components: description.components });
  const paths = Object.entries(description.paths).sort(
    ([a], [b]) => a.split("{").length - b.split("{").length || b.split("/").length - a.split("/").length,
  );
  return paths.flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const isLong = (name: string) =>
        operation.parameters.some((one) => one.name === name && one["x-multi-segment"] === true);
      const source = path
        .replace(/[.+*?^$()|[\]\\]/g, "\\$&")
        .replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${isLong(name) ? ".+" : "[^/]+"})`);
      return { ...operation, file, method: method.toUpperCase(), pattern: new RegExp(`^${source}$`) };
    }),
  );
}

function objectionsToPath({ pattern, parameters }: Route, path: string): readonly string[] {
  const values = pattern.exec(path)?.groups ?? {};
  return Object.entries(values).flatMap(([name, value]) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    return parameter === undefined ? [] : objectionsToText(parameter, decodeURIComponent(value));
  });
}

function objectionsToParameters({ parameters }: Route, query: string): readonly string[] {
  const given = new URLSearchParams(query);
  const known = parameters.filter((parameter) => parameter.in === "query");
  return [
    ...[...given.keys()]
      .filter((name) => !known.some((parameter) => parameter.name === name))
      .map((name) => `no parameter is called \`${name}\``),
    ...known.flatMap((parameter) => {
      const value = given.get(parameter.name);
      if (value !== null) return objectionsToText(parameter, value);
      return parameter.required === true ? [`the parameter \`${parameter.name}\` is missing`] : [];
    }),
  ];
}

function objectionsToText(
  { name, schema }: Operation["parameters"][number],
  value: string,
): readonly string[] {
  // What stands in an address is text; a number there is a text of digits.
  const check = compile(coercing, { type: "object", properties: { value: schema } });
  return check({ value }) ? [] : [`\`${name}\` is \`${value}\``];
}

function objectionsToBody({ body, method }: Route, given: AnsweredRequest["body"]): readonly string[] {
  if (body === undefined || body.schema === undefined)
    return given === undefined || method === "GET" ? [] : ["no body is expected"];
  if (given === undefined) return body.required ? ["the body is missing"] : [];
  const { properties } = body.schema;
  const unknown = Object.keys(given).filter((name) => properties !== undefined && !(name in properties));
  const check = compile(ajv, body.schema);
  const wrong = check(given)
    ? []
    : (check.errors ?? []).map(({ instancePath, message }) => `body${instancePath} ${message}`);
  return [...unknown.map((name) => `no field is called \`${name}\``), ...wrong];
}

function compile(by: Ajv, schema: object): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"github#/components/');
  const check = by.compile(JSON.parse(text));
  compiled.set(schema, check);
  return check;
}
