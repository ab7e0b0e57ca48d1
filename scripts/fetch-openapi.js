// Fetches GitHub's published description of its REST API, keeps of it what requests are made of, and prints the path of
// the result, for `BYLAW_OPENAPI`. The package is far too large to be a dependency; the result stays in the user's cache.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";

const VERSION = "23.0.2";
const INTEGRITY =
  "sha512-pV8M7L9GY23AybNvTmo2nyjmpmnt6+2sRE/tqr0ZLQcPS4lnw7u5eZGNmwRNkBC3D7gZXbFx5AHzLUVRBXGDhg==";
const DESCRIPTION = "package/generated/api.github.com.json";

const cache = join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "bylaw");
const kept = join(cache, `github-requests-${VERSION}.json`);
if (!existsSync(kept)) {
  mkdirSync(cache, { recursive: true });
  // Renamed when it is whole, so that two runs cannot read half of it.
  const whole = `${kept}.${process.pid}`;
  writeFileSync(whole, JSON.stringify(requestsOf(fetchDescription())));
  renameSync(whole, kept);
}
console.log(kept);

function fetchDescription() {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-openapi-"));
  try {
    const packed = execFileSync(
      "npm",
      ["pack", `@octokit/openapi@${VERSION}`, "--json", "--ignore-scripts"],
      {
        cwd: folder,
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    const [{ filename, integrity }] = JSON.parse(packed);
    if (integrity !== INTEGRITY)
      throw new Error(`@octokit/openapi@${VERSION} is not the package this script was written for`);
    execFileSync("tar", ["-xzf", filename, DESCRIPTION], { cwd: folder });
    return JSON.parse(readFileSync(join(folder, DESCRIPTION), "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Parameters and bodies of every request, with what they refer to: a tenth of the whole. */
function requestsOf({ paths, components }) {
  const requests = {};
  for (const [path, { parameters = [], ...methods }] of Object.entries(paths)) {
    requests[path] = {};
    for (const [method, operation] of Object.entries(methods)) {
      if (typeof operation !== "object" || !("responses" in operation)) continue;
      requests[path][method] = {
        parameters: [...parameters, ...(operation.parameters ?? [])].map((one) => resolve(one, components)),
        body: operation.requestBody && bodyOf(resolve(operation.requestBody, components)),
      };
    }
  }
  const schemas = {};
  collect(requests, components.schemas, schemas);
  return { paths: plain(requests), components: { schemas: plain(schemas) } };
}

function bodyOf({ required = false, content }) {
  return { required, schema: content["application/json"]?.schema };
}

function resolve(one, components) {
  const [, kind, name] = /^#\/components\/(\w+)\/(.+)$/.exec(one.$ref ?? "") ?? [];
  return name === undefined ? one : components[kind][name];
}

function collect(value, all, found) {
  if (typeof value !== "object" || value === null) return;
  const name = /^#\/components\/schemas\/(.+)$/.exec(value.$ref ?? "")?.[1];
  if (name !== undefined && !(name in found)) {
    found[name] = all[name];
    collect(found[name], all, found);
  }
  for (const each of Object.values(value)) collect(each, all, found);
}

/** Without prose and examples, where nothing of that name is a property of a body. */
function plain(value, within = "") {
  if (Array.isArray(value)) return value.map((each) => plain(each));
  if (typeof value !== "object" || value === null) return value;
  const prose =
    within === "properties" || within === "paths" ? [] : ["description", "example", "examples", "x-github"];
  const entries = Object.entries(value).filter(([key]) => !prose.includes(key));
  return Object.fromEntries(entries.map(([key, each]) => [key, plain(each, key)]));
}
