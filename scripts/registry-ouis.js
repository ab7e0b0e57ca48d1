// Writes `policies/trusted-vendors/registry/ouis.yaml`: the MAC prefixes that the IEEE register, as published in
// the package `oui-data`, gives to the registrant names each registry entity states. Run it after adding an entity
// or raising the package: node scripts/registry-ouis.js; with --print it only shows what it would write.
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { load } from "js-yaml";
import { glob } from "tinyglobby";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}policies/trusted-vendors/registry`;
const require = createRequire(import.meta.url);
const register = require("oui-data");
const { version } = JSON.parse(await readFile(`${root}node_modules/oui-data/package.json`, "utf8"));
/** Day each version of the package was published; a version says nothing else of its age. */
const PUBLISHED = { "2.1.9": "2026-08-26" };

const retrieved = PUBLISHED[version];
if (!retrieved) throw new Error(`add the day oui-data ${version} was published to scripts/registry-ouis.js`);

const prefixes = byRegistrant();
const lines = [];
for (const { id, registrants } of await readEntities()) {
  const unknown = registrants.filter((name) => !prefixes.has(name));
  if (unknown.length > 0) throw new Error(`${id}: not in the register: ${unknown.join("; ")}`);
  const found = registrants.flatMap((name) => prefixes.get(name)).sort();
  if (found.length === 0) continue;
  lines.push(`  - entity: ${id}`, "    source: ieee-oui", `    retrieved_on: ${retrieved}`, "    prefixes:");
  lines.push(...wrap(found.map((prefix) => `"${prefix}"`)));
}
const head = `# yaml-language-server: $schema=../../../schemas/registry.schema.json
# Written by scripts/registry-ouis.js from oui-data ${version}. Do not edit.
apiVersion: bylaw/v1
kind: VendorRegistry
title: MAC prefixes by entity
as_of: ${retrieved}
ouis:
`;
const text = `${head}${lines.join("\n")}\n`;
if (process.argv.includes("--print")) process.stdout.write(text);
else await writeFile(`${folder}/ouis.yaml`, text);

/** Prefixes of 24 bits by registrant; longer ones share their first 24 bits with strangers and are left out. */
function byRegistrant() {
  const names = new Map();
  for (const [key, text] of Object.entries(register)) {
    const name = text.split("\n")[0];
    const known = names.get(name) ?? [];
    if (key.length === 6) known.push(key.match(/../g).join(":"));
    names.set(name, known);
  }
  return names;
}

async function readEntities() {
  const files = (await glob("**/*.yaml", { cwd: folder })).filter((file) => file !== "ouis.yaml");
  const entities = [];
  for (const file of files.sort()) {
    for (const entity of load(await readFile(`${folder}/${file}`, "utf8")).entities ?? []) {
      const registrants = entity.identifiers?.oui_registrants;
      if (registrants) entities.push({ id: entity.id, registrants });
    }
  }
  return entities.sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** The prefixes as a flow list over lines of eight. */
function wrap(items) {
  const rows = [];
  for (let start = 0; start < items.length; start += 8) rows.push(items.slice(start, start + 8).join(", "));
  return [`      [${rows.join(",\n       ")}]`];
}
