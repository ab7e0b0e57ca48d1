// Bundles the engine for the page that checks manifests in the browser: a worker for each language.
import { readFile } from "node:fs/promises";
import { build } from "esbuild";

const LANGUAGES = ["en", "he", "ar"];

/** Writes `check-worker-LANGUAGE.js` as `options` of the other scripts say. */
export async function buildCheckWorkers(root, options) {
  await Promise.all(
    LANGUAGES.map((language) =>
      build({
        ...options,
        entryPoints: { [`check-worker-${language}`]: "src/browser/check/worker.ts" },
        plugins: [lighten(root, language)],
      }),
    ),
  );
}

/**
 * Leaves out what a page has no use for: the site's own policies, registry and overlays were checked, proven and
 * sorted by path when it was built, and words in other languages are not shown.
 */
function lighten(root, language) {
  const generated = `${root}src/parse/generated`;
  return {
    name: "lighten",
    setup({ onLoad }) {
      onLoad({ filter: /parse\/generated\/validators\.js$/ }, async () => {
        const declarations = await readFile(`${generated}/validators.d.ts`, "utf8");
        const accepted = declarations
          .match(/(?<=export const )\w+/g)
          .filter((name) => name !== "manifest")
          .map((name) => `accept as ${name}`);
        return {
          resolveDir: generated,
          contents: `export { manifest } from "./manifest-validator.js";\nconst accept = () => true;\nexport { ${accepted.join(", ")} };`,
        };
      });
      onLoad({ filter: /schemas\/.*\.schema\.json$/ }, ({ path }) =>
        path.endsWith("/manifest.schema.json") ? undefined : { contents: "{}", loader: "json" },
      );
      onLoad({ filter: /overlays\/prove-overlays\.ts$/ }, () => ({
        contents: "export const proveOverlays = () => [];",
      }));
      onLoad({ filter: /picomatch\/index\.js$/ }, () => ({ contents: "export default () => () => false;" }));
      onLoad({ filter: /\/src\/.*-(en|he|ar)\.ts$/ }, ({ path }) => {
        const of = path.slice(-5, -3);
        return of === "en" || of === language
          ? undefined
          : { contents: `export const ${of.toUpperCase()} = {};` };
      });
      onLoad({ filter: /vocabulary-value\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        const value = JSON.parse(text.slice(text.indexOf("= {") + 2, text.lastIndexOf(";")));
        return { contents: `export const vocabulary = ${JSON.stringify(spoken(value, language))};` };
      });
    },
  };
}

/** A value whose texts are in English and one language. */
function spoken(value, language) {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => spoken(item, language));
  const kept = Object.entries(value).filter(
    ([key]) => key === "en" || key === language || !("en" in value && LANGUAGES.includes(key)),
  );
  return Object.fromEntries(kept.map(([key, inner]) => [key, spoken(inner, language)]));
}
