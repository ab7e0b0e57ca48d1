import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dump, load } from "js-yaml";
import { seeded } from "./random.js";

/** What goes wrong in a few per cent of systems, one edit each. */
const MISTAKES = [
  (manifest) => setPeriod(manifest, "video_raw", "P90D"),
  (manifest) => setPeriod(manifest, "access_log", "P3M"),
  (manifest) => Object.assign(manifest.system.functions, { identification: "realtime_remote_1_n" }),
  (manifest) => Object.assign(manifest.system.functions, { emotion_or_categorisation: "emotion" }),
  (manifest) =>
    Object.assign(manifest.supply_chain.parties[0], { vendor: null, name_as_written: "Unheard-of Cameras" }),
  (manifest) => delete manifest.data.retention,
];

/** Share of systems with a mistake. */
const BROKEN = 0.04;

/**
 * Writes `count` manifests that differ from one another in ids, sites, devices and texts into a folder of
 * their own, as YAML and as the same data in JSON; returns the folder and the bytes of each form.
 */
export async function writeCorpus({ root, folder, count, seed }) {
  const random = seeded(seed);
  const model = load(await readFile(`${root}policies/example.yaml`, "utf8"));
  await rm(folder, { recursive: true, force: true });
  await mkdir(`${folder}/manifests`, { recursive: true });
  await mkdir(`${folder}/json`, { recursive: true });
  const bytes = { yaml: 0, json: 0 };
  let broken = 0;
  for (let index = 0; index < count; index += 1) {
    const manifest = vary(structuredClone(model), index, random);
    if (random() < BROKEN) {
      MISTAKES[Math.floor(random() * MISTAKES.length)](manifest);
      broken += 1;
    }
    const yaml = dump(manifest, { lineWidth: 110, noRefs: true });
    const json = JSON.stringify(manifest);
    bytes.yaml += Buffer.byteLength(yaml);
    bytes.json += Buffer.byteLength(json);
    const name = String(index).padStart(5, "0");
    await writeFile(`${folder}/manifests/${name}.yaml`, yaml);
    await writeFile(`${folder}/json/${name}.json`, json);
  }
  return { folder, bytes, broken };
}

function vary(manifest, index, random) {
  const number = String(index).padStart(5, "0");
  manifest.metadata.id = `${manifest.metadata.id.split("-").slice(0, 2).join("-")}-bench-${number}`;
  manifest.metadata.title = { en: `Generated system ${number}` };
  const sites = manifest.system.sites;
  const more = Math.floor(random() * 4);
  for (let extra = 0; extra < more; extra += 1) {
    const id = `site-${number}-${extra}`;
    sites.push({ ...structuredClone(sites[0]), id });
    for (const device of manifest.supply_chain.devices) {
      const placed = 1 + Math.floor(random() * 40);
      device.sites[id] = placed;
      device.quantity += placed;
    }
  }
  return manifest;
}

function setPeriod(manifest, data, period) {
  for (const line of manifest.data.retention) if (line.data === data) line.period = period;
}
