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
 * Writes `count` manifests that differ from one another in ids, sites, devices and texts as YAML into
 * `repository/`, a repository root of its own, and as the same data into `json/` beside it. They are dealt out to
 * municipalities, as many as leave each of them 78, as 20,000 would leave 257. Returns the folders, the bytes of
 * each form and the manifests with a mistake, by their path.
 */
export async function writeCorpus({ root, folder, count, seed }) {
  const municipalities = Math.ceil(count / 78);
  const repository = `${folder}/repository`;
  const random = seeded(seed);
  const model = load(await readFile(`${root}policies/example.yaml`, "utf8"));
  await rm(folder, { recursive: true, force: true });
  await mkdir(`${repository}/manifests`, { recursive: true });
  await mkdir(`${folder}/json`, { recursive: true });
  await mkdir(`${repository}/.github`, { recursive: true });
  await writeFile(`${repository}/.github/bylaw.yml`, 'manifests: ["manifests/**/*.yaml"]\n');
  const bytes = { yaml: 0, json: 0 };
  const broken = [];
  for (let index = 0; index < count; index += 1) {
    const name = String(index).padStart(5, "0");
    const manifest = vary(structuredClone(model), name, random, String(9900 - (index % municipalities)));
    if (random() < BROKEN) {
      MISTAKES[Math.floor(random() * MISTAKES.length)](manifest);
      broken.push(`manifests/${name}.yaml`);
    }
    const yaml = dump(manifest, { lineWidth: 110, noRefs: true });
    const json = JSON.stringify(manifest);
    bytes.yaml += Buffer.byteLength(yaml);
    bytes.json += Buffer.byteLength(json);
    await writeFile(`${repository}/manifests/${name}.yaml`, yaml);
    await writeFile(`${folder}/json/${name}.json`, json);
  }
  return { folder, repository, count, bytes, broken };
}

function vary(manifest, number, random, code) {
  manifest.metadata.id = `il-${code}-bench-${number}`;
  manifest.metadata.municipality.cbs_code = code;
  manifest.metadata.title = { en: `Generated system ${number}` };
  const sites = manifest.system.sites;
  const more = Math.floor(random() * 4);
  for (let extra = 0; extra < more; extra += 1) {
    const id = `site-${number}-${extra}`;
    let devices = 0;
    for (const device of manifest.supply_chain.devices) {
      const placed = 1 + Math.floor(random() * 40);
      device.sites[id] = placed;
      device.quantity += placed;
      devices += placed;
    }
    sites.push({ ...structuredClone(sites[0]), id, devices });
  }
  return manifest;
}

function setPeriod(manifest, data, period) {
  for (const line of manifest.data.retention) if (line.data === data) line.period = period;
}
