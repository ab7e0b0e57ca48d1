// Rewrites examples/*/expected.yaml from what the engine says now. Read the difference before you commit it:
// the files are what the examples must say, not what they happen to say.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const program = `${root}dist/expected-examples.js`;
// What is picked from a finding is said once, in the module that the test compares with.
await build({
  absWorkingDir: root,
  entryPoints: ["test/expected-examples.ts"],
  outfile: program,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: ["js-yaml"],
  banner: {
    js: 'import { createRequire as bylawRequire } from "node:module"; const require = bylawRequire(import.meta.url);',
  },
});

const { MUNICIPALITIES, expectationOf, expectationText } = await import(program);
for (const municipality of MUNICIPALITIES) {
  writeFileSync(
    `${root}examples/${municipality}/expected.yaml`,
    expectationText(expectationOf(municipality)),
  );
}
