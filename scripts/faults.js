// Builds the fault harness and its node into a folder of the cache, and runs it; docs/reliability.md says how.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import "./generate.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}node_modules/.cache/bylaw-faults/`;
await build({
  absWorkingDir: root,
  entryPoints: { main: "test/faults/main.ts", "node-program": "test/faults/node-program.ts" },
  outdir: folder,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  sourcemap: "inline",
  // At home in node_modules.
  external: ["bullmq", "ioredis"],
  // Some libraries are CommonJS and ask for built-in modules at run time.
  banner: {
    js: 'import { createRequire as bylawRequire } from "node:module"; const require = bylawRequire(import.meta.url);',
  },
  logLevel: "warning",
});
await import(`${folder}main.mjs`);
