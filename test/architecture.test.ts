import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const SRC = fileURLToPath(new URL("../src", import.meta.url));

/** Who may import whom; the table of `docs/architecture.md`. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  model: [],
  parse: ["model", "schemas"],
  registry: ["model"],
  rules: ["model"],
  render: ["model"],
  facts: ["model", "registry"],
  engine: ["model", "parse", "facts", "registry", "rules"],
  change: ["model", "parse", "registry", "facts", "rules", "engine"],
  site: ["model", "parse", "registry", "facts", "rules", "engine", "render"],
  explain: ["model", "rules", "render", "engine"],
  web: ["model", "parse", "registry", "facts", "rules", "engine", "change", "render", "site"],
  forms: ["model", "parse"],
  browser: ["model", "parse", "render", "engine", "forms", "web"],
  workspace: ["model"],
  github: [
    "model",
    "parse",
    "engine",
    "change",
    "render",
    "registry",
    "rules",
    "facts",
    "explain",
    "workspace",
  ],
  standin: ["model"],
  cli: [
    "model",
    "parse",
    "registry",
    "rules",
    "render",
    "facts",
    "engine",
    "change",
    "site",
    "web",
    "forms",
    "explain",
    "workspace",
    "github",
    "standin",
  ],
};

const PURE = [
  "model",
  "parse",
  "registry",
  "facts",
  "rules",
  "engine",
  "change",
  "render",
  "site",
  "web",
  "forms",
  "explain",
];

/** What a pure module may not touch: the clock, files, the network, the environment, chance. */
const IMPURE = [
  /from "node:/,
  /import\("node:/,
  /\bprocess\./,
  /\bfetch\(/,
  /new Date\(\)/,
  /Date\.now\(/,
  /Math\.random\(/,
  /Temporal\.Now\b/,
  /\bsetTimeout\(/,
  /\bconsole\./,
];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.includes("generated"))
  .map((file) => ({ file, module: file.split("/")[0] ?? "", text: readFileSync(join(SRC, file), "utf8") }));

describe("the arrows between modules", () => {
  it("covers every folder of src", () => {
    const folders = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => entry.name).filter((name) => !(name in ARROWS))).toEqual([]);
  });

  it.for(Object.keys(ARROWS))("%s imports only what the table allows", (module) => {
    const breaches = files
      .filter((file) => file.module === module)
      .flatMap((file) =>
        importsOf(file).filter((target) => target !== module && !ARROWS[module]?.includes(target)),
      )
      .sort();
    expect(breaches).toEqual([]);
  });
});

describe("the pure core", () => {
  it.for(PURE)("%s touches no clock, file, network, environment or chance", (module) => {
    const breaches = files
      .filter((file) => file.module === module)
      .flatMap((file) =>
        IMPURE.filter((pattern) => pattern.test(code(file.text))).map(
          (pattern) => `${file.file}: ${pattern}`,
        ),
      );
    expect(breaches).toEqual([]);
  });
});

describe("the layout", () => {
  it("has no drawer for odds and ends and no third level", () => {
    const drawers = /(^|\/)(utils?|helpers?|common|types|misc)(\/|\.ts$)/;
    expect(
      files.map(({ file }) => file).filter((file) => drawers.test(file) || file.split("/").length > 3),
    ).toEqual([]);
  });

  it("has one barrel, src/index.ts", () => {
    const barrels = files.filter(
      ({ file, text }) => /^export (\*|\{[^}]*\}) from/m.test(text) && file !== "index.ts",
    );
    expect(barrels.map(({ file }) => file)).toEqual([]);
  });
});

/** The folders of src a file imports from, itself included. */
function importsOf({ file, text }: { file: string; text: string }): readonly string[] {
  const specifiers = [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+)"/g)].map(
    (match) => match[1] ?? "",
  );
  return specifiers.map((specifier) => {
    const target = relative(SRC, join(SRC, dirname(file), specifier));
    return target.replace(/^\.\.\//, "").split("/")[0] ?? "";
  });
}

/** The text without comments, where forbidden words may be named. */
function code(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
