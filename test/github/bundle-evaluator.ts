import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** Bundles the evaluator's program as the build does. Gives its path. */
export async function bundleEvaluator(): Promise<string> {
  const outfile = join(mkdtempSync(join(tmpdir(), "bylaw-")), "evaluator-child.mjs");
  await build({
    entryPoints: [fileURLToPath(new URL("../../src/github/review/evaluator-child.ts", import.meta.url))],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    banner: {
      js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
    },
    define: { BYLAW_BUILD: '"bundled for tests"' },
    logLevel: "error",
  });
  return outfile;
}
