// Counts what the app asks of GitHub for one pull request, with the tests' own stand-in, and prints the list as JSON.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = `${root}node_modules/.cache/bylaw-bench-calls/count-calls.mjs`;
await build({
  absWorkingDir: root,
  entryPoints: ["test/github/count-calls.ts"],
  outfile: program,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  logLevel: "warning",
});
const { callsForOnePullRequest } = await import(program);
console.log(JSON.stringify(await callsForOnePullRequest()));
