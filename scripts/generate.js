// Writes what is derived from `schemas/`: TypeScript types, compiled validators, the vocabulary as a value.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import Ajv2020 from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import addFormats from "ajv-formats";
import { build } from "esbuild";
import { load } from "js-yaml";
import { compile } from "json-schema-to-typescript";

const root = fileURLToPath(new URL("..", import.meta.url));
const types = `${root}src/model/generated`;
const validators = `${root}src/parse/generated`;

const names = (await readdir(`${root}schemas`))
  .filter((file) => file.endsWith(".schema.json"))
  .map((file) => file.slice(0, -".schema.json".length))
  .sort();
const schemas = new Map();
for (const name of names) {
  schemas.set(name, JSON.parse(await readFile(`${root}schemas/${name}.schema.json`, "utf8")));
}

await Promise.all([types, validators].map((folder) => mkdir(folder, { recursive: true })));
await Promise.all([
  writeTypes(),
  writeValidators("validators", names),
  // For pages in a browser, which read nothing else from people.
  writeValidators("manifest-validator", ["manifest"]),
  writeVocabulary(),
]);

async function writeTypes() {
  for (const [name, schema] of schemas) {
    const title = `${name[0].toUpperCase()}${name.slice(1)}Document`;
    const text = await compile({ ...structuredClone(schema), title }, title, {
      bannerComment: `/* Generated from schemas/${name}.schema.json. */`,
      unknownAny: true,
      strictIndexSignatures: false,
      format: false,
    });
    await writeFile(`${types}/${name}.ts`, text);
  }
}

/** One module that exports a validator for each of the schemas named, without `eval` at run time. */
async function writeValidators(module, wanted) {
  const ajv = new Ajv2020({
    schemas: wanted.map((name) => schemas.get(name)),
    code: { source: true, esm: true },
    strict: true,
    allowUnionTypes: true,
  });
  addFormats.default(ajv);
  const ids = Object.fromEntries(wanted.map((name) => [name, schemas.get(name).$id]));
  const entry = `${validators}/${module}.entry.mjs`;
  await writeFile(entry, withoutReasons(standalone.default(ajv, ids)));
  await build({
    entryPoints: [entry],
    outfile: `${validators}/${module}.js`,
    bundle: true,
    format: "esm",
    platform: "node",
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "error",
  });
  await rm(entry);
  const declarations = wanted.map((name) => `export const ${name}: ValidateFunction;`).join("\n");
  await writeFile(
    `${validators}/${module}.d.ts`,
    `import type { ValidateFunction } from "ajv";\n${declarations}\n`,
  );
}

/**
 * Validators that only say yes or no: what would explain a no, and the paths handed on for it, are never read,
 * and are most of the code that a start has to load.
 */
function withoutReasons(code) {
  let kept = "";
  for (let at = 0; at < code.length; ) {
    const start = code.indexOf("{instancePath", at);
    if (start === -1 || code[start + "{instancePath".length] === "=") {
      const end = start === -1 ? code.length : start + 1;
      kept += code.slice(at, end);
      at = end;
      continue;
    }
    kept += `${code.slice(at, start)}NOTHING`;
    at = endOfObject(code, start);
  }
  return `${kept}\nconst NOTHING = {};\n`;
}

/** Where an object literal ends: after the brace that closes it, braces inside texts not counted. */
function endOfObject(code, start) {
  let depth = 0;
  for (let at = start; at < code.length; at += 1) {
    const unit = code[at];
    if (unit === "{") depth += 1;
    else if (unit === "}" && --depth === 0) return at + 1;
    else if (unit === '"' || unit === "'" || unit === "`") {
      for (at += 1; code[at] !== unit; at += 1) if (code[at] === "\\") at += 1;
    }
  }
  throw new Error("an object literal does not end");
}

async function writeVocabulary() {
  const text = await readFile(`${root}schemas/vocabulary.yaml`, "utf8").catch(() => undefined);
  if (text === undefined) return;
  const value = JSON.stringify(load(text), null, 1);
  await writeFile(
    `${types}/vocabulary-value.ts`,
    `/* Generated from schemas/vocabulary.yaml. */\nimport type { VocabularyDocument } from "./vocabulary.ts";\nexport const vocabulary: VocabularyDocument = ${value};\n`,
  );
}
