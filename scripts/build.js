// Builds `dist/`: the command line as one start-up file, everything it loads when needed beside it, the evaluator child.
import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildBrowser } from "./build-browser.js";
import "./generate.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const dist = resolve(root, "dist");
/** Stands where the digest of the build goes, in text that is digested with it. */
const MARK = "@@build@@";

const shared = {
  absWorkingDir: root,
  outdir: "dist",
  write: false,
  bundle: true,
  minifyWhitespace: true,
  format: "esm",
  platform: "node",
  target: "node20",
  define: { BYLAW_BUILD: JSON.stringify(MARK) },
  // Some libraries are CommonJS and ask for built-in modules at run time.
  banner: {
    js: 'import { createRequire as bylawRequire } from "node:module"; const require = bylawRequire(import.meta.url);',
  },
  legalComments: "none",
  logLevel: "warning",
};

/** What the start-up file loads only when a command needs it, by the name it has in `dist/`. */
const later = {};

// One file, since each further one costs a start as much as parsing it does.
const start = await build({
  ...shared,
  entryPoints: { main: "src/cli/main.ts" },
  plugins: [
    {
      name: "later",
      setup({ onLoad, onResolve }) {
        onResolve({ filter: /^\./ }, ({ importer, kind, path, resolveDir }) => {
          if (kind !== "dynamic-import" || importer.includes("/node_modules/")) return undefined;
          const file = resolve(resolveDir, path);
          const name = relative(resolve(root, "src/cli"), file).replace(/\.ts$/, "").replaceAll("/", "-");
          later[name] = file;
          return { path: `./${name}.js`, external: true };
        });
        // Commander could start programs for subcommands; none of ours is one, and loading what starts them takes time.
        onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
          importer.includes("/node_modules/commander/") ? { path: "none", namespace: "none" } : undefined,
        );
        onLoad({ filter: /./, namespace: "none" }, () => ({ contents: "" }));
      },
    },
  ],
});
const rest = await build({
  ...shared,
  entryPoints: {
    ...later,
    "evaluator-child": "src/github/review/evaluator-child.ts",
    thread: "src/cli/threads/thread.ts",
    index: "src/index.ts",
  },
  splitting: true,
  // At home in node_modules: large and loaded only by the app, or in need of files beside its own.
  external: ["probot", "@octokit/*", "bullmq", "ioredis", "tinypool"],
});

const files = [...start.outputFiles, ...rest.outputFiles]
  .map(({ path, text }) => ({ path, text }))
  .sort((a, b) => (a.path < b.path ? -1 : 1));
const hash = createHash("sha256");
for (const { path, text } of files) hash.update(`${relative(dist, path)}\0${text}\0`);
const digest = hash.digest("hex");
await rm(dist, { recursive: true, force: true });
for (const { path, text } of files) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text.replaceAll(MARK, digest));
}
await buildBrowser();
