// Bundles the command line and the evaluator child into `dist/`: one start-up file that loads the rest when needed.
import { rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import "./generate.js";

const root = fileURLToPath(new URL("..", import.meta.url));
await rm(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    main: "src/cli/main.ts",
    "evaluator-child": "src/github/evaluator-child.ts",
    index: "src/index.ts",
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  minifyWhitespace: true,
  format: "esm",
  platform: "node",
  target: "node20",
  // Large, loaded only by the app, and at home in node_modules.
  external: ["probot", "@octokit/*"],
  // Some libraries are CommonJS and ask for built-in modules at run time.
  banner: {
    js: 'import { createRequire as bylawRequire } from "node:module"; const require = bylawRequire(import.meta.url);',
  },
  legalComments: "none",
  logLevel: "warning",
});
