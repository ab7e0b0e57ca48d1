// Bundles the engine for the page that checks manifests in the browser: a worker for each language.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { LANGUAGES, oneLanguage } from "./one-language.js";

/** Writes `check-worker-LANGUAGE.js` as `options` of the other scripts say; what esbuild says of each. */
export function buildCheckWorkers(root, options) {
  return Promise.all(
    LANGUAGES.map((language) =>
      build({
        ...options,
        entryPoints: { [`check-worker-${language}`]: "src/browser/check/worker.ts" },
        // Its entry for browsers exports the library once more as one object, which keeps all of it.
        alias: { yaml: `${root}node_modules/yaml/browser/dist/index.js` },
        plugins: [lighten(root), oneLanguage(language)],
      }),
    ),
  );
}

/** What of the site's own policies, registry and overlays was checked, proven and sorted by path when it was built. */
const PROVEN = [
  [/overlays\/prove-overlays\.ts$/, "export const proveOverlays = () => [];"],
  [/picomatch\/index\.js$/, "export default () => () => false;"],
];

/** Leaves out what a page has no use for. */
function lighten(root) {
  const generated = `${root}src/parse/generated`;
  return {
    name: "lighten",
    setup({ onLoad }) {
      onLoad({ filter: /parse\/generated\/validators\.js$/ }, async () => {
        const declarations = await readFile(`${generated}/validators.d.ts`, "utf8");
        return { resolveDir: generated, contents: validators(declarations.match(/(?<=export const )\w+/g)) };
      });
      onLoad({ filter: /schemas\/.*\.schema\.json$/ }, ({ path }) =>
        path.endsWith("/manifest.schema.json") ? undefined : { contents: "{}", loader: "json" },
      );
      // The second reader only reads: what it writes with is asked for by its classes, and never called.
      onLoad({ filter: /yaml\/browser\/dist\/stringify\/\w+\.js$/ }, async ({ path }) => {
        const [, names = ""] = /export \{ (.*) \};\s*$/.exec(await readFile(path, "utf8")) ?? [];
        return {
          contents: `const ${names.split(", ").join(" = undefined, ")} = undefined; export { ${names} };`,
        };
      });
      for (const [filter, contents] of PROVEN) onLoad({ filter }, () => ({ contents }));
    },
  };
}

/**
 * What explains why a manifest is refused decides here whether it is: compiled to code, the schema would weigh as much
 * as the engine. That both decide alike is a test (`test/parse/explain-agrees.test.ts`).
 */
function validators(names) {
  const accepted = names.filter((name) => name !== "manifest").map((name) => `accept as ${name}`);
  return `import schema from "../../../schemas/manifest.schema.json" with { type: "json" };
import { explainSchema } from "../explain-schema.ts";
export const manifest = (value) => explainSchema(schema, value).length === 0;
const accept = () => true;
export { ${accepted.join(", ")} };`;
}
