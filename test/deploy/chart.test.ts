import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { ROOT } from "../load-repository.ts";
import { environmentVariables } from "./environment-variables.ts";

const CHART = join(ROOT, "deploy/helm/bylaw");
const read = (file: string): string => readFileSync(join(CHART, file), "utf8");
const TEMPLATES = readdirSync(join(CHART, "templates")).map((file) => ({
  file,
  text: read(`templates/${file}`),
}));
const VALUES = parse(read("values.yaml"));
// Helm validates by draft 7, which is what Ajv speaks by default.
const isValid = new Ajv({ allErrors: true }).compile(JSON.parse(read("values.schema.json")));

/** A template without its instructions: lines of them alone are left out, the rest stand as one word. */
function skeleton(text: string): string {
  return text
    .replace(/^[ \t]*\{\{-?[^{}]*\}\}[ \t]*\n/gm, "")
    .replace(/\{\{-[^{}]*\}\}/g, "")
    .replace(/\{\{[^{}]*\}\}/g, "x");
}

/** Paths of all values that hold no further ones. */
function leaves(value: unknown, path: readonly string[] = []): readonly string[] {
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isMap || Object.keys(value).length === 0) return [path.join(".")];
  return Object.entries(value).flatMap(([key, each]) => leaves(each, [...path, key]));
}

describe("the chart (no cluster and no Helm here: what can be read of it)", () => {
  it("has values that its schema takes", () => {
    isValid(VALUES);
    expect(isValid.errors ?? []).toEqual([]);
  });

  it.for([
    ["a secret in place of its name", { credentials: { existingSecret: "x", privateKey: "y" } }],
    ["no credentials", { credentials: { existingSecret: "" } }],
    ["a word it does not know", { replica: 2 }],
    ["no process", { replicas: 0 }],
    ["GitHub without TLS", { githubApiUrl: "http://ghe.example/api/v3" }],
    ["a level there is not", { logLevel: "loud" }],
  ])("refuses %s", ([, more]) => {
    expect(isValid({ ...VALUES, ...(more as object) })).toBe(false);
  });

  it("uses every value it has, and has every value it uses", () => {
    const text = TEMPLATES.map((template) => template.text).join("\n");
    const used = new Set([...text.matchAll(/(?:\$v|\.V)alues\.([A-Za-z.]+)/g)].map(([, path = ""]) => path));
    const has = new Set(leaves(VALUES));
    const whole = [...has].map((leaf) => leaf.split(".")[0] ?? "");
    expect([...used].filter((path) => !has.has(path) && !whole.includes(path))).toEqual([]);
    const unused = [...has].filter((leaf) => !used.has(leaf) && !used.has(leaf.split(".")[0] ?? ""));
    expect(unused).toEqual([]);
  });

  it.for(TEMPLATES.filter(({ file }) => file.endsWith(".yaml")))("is YAML in $file", ({ text }) => {
    expect(parse(skeleton(text))).toMatchObject({ apiVersion: expect.any(String), kind: expect.any(String) });
  });

  it("runs with as few rights as it can, and says when it is of use", () => {
    const helpers = read("templates/_helpers.tpl");
    const pod = parse(skeleton(/define "bylaw\.pod" -\}\}([\s\S]*)\{\{- end \}\}/.exec(helpers)?.[1] ?? ""));
    const [container] = pod.spec.containers;
    expect(pod.spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
    });
    expect(container.securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
    expect(container.livenessProbe.httpGet.path).toBe("/healthz");
    expect(container.readinessProbe.httpGet.path).toBe("/readyz");
    const names = container.env.map(({ name }: { readonly name: string }) => name);
    expect(names.filter((name: string) => !environmentVariables().includes(name))).toEqual([]);
    const secrets = container.env.filter(({ valueFrom }: { readonly valueFrom?: unknown }) => valueFrom);
    expect(secrets.map(({ name }: { readonly name: string }) => name)).toEqual([
      "APP_ID",
      "PRIVATE_KEY",
      "WEBHOOK_SECRET",
      "REDIS_URL",
    ]);
  });

  it("refuses several processes without Redis before anything else", () => {
    expect(read("templates/_helpers.tpl")).toMatch(
      /not \.Values\.redis\.existingSecret[\s\S]*fail "more than one process needs Redis/,
    );
    expect(read("templates/app.yaml")).toMatch(/^\{\{- include "bylaw\.guard" \. \}\}/);
  });
});

describe("the image (no Docker here: what can be read of it)", () => {
  const lines = readFileSync(join(ROOT, "Dockerfile"), "utf8").split("\n");
  const of = (instruction: string) => lines.filter((line) => line.startsWith(`${instruction} `));

  it("is built in one stage and shipped in another, by nobody in particular, from names without a host", () => {
    expect(of("FROM")).toHaveLength(2);
    for (const line of of("FROM")) expect(line).toMatch(/^FROM node:\$\{NODE\}-bookworm-slim( AS build)?$/);
    expect(lines.lastIndexOf("USER node")).toBeGreaterThan(
      lines.findLastIndex((line) => line.startsWith("FROM ")),
    );
    expect(of("RUN").join("\n")).toContain("npm ci --ignore-scripts");
    expect(of("HEALTHCHECK")).toHaveLength(1);
  });

  it("takes no secret in from the folder it is built in", () => {
    const ignored = readFileSync(join(ROOT, ".dockerignore"), "utf8").split("\n");
    expect(ignored).toEqual(expect.arrayContaining([".env", "*.pem", ".git", "node_modules"]));
  });
});
