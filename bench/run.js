// Prints the table of `npm run bench`: ratios against peers in the same run, medians of interleaved rounds.
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { measure, median } from "./measure.js";
import { writeCorpus } from "./write-corpus.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const COUNT = 1000;
const SEED = 20261123;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const corpus = await writeCorpus({
  root,
  folder: `${root}node_modules/.cache/bylaw-bench`,
  count: COUNT,
  seed: SEED,
});

const bylaw = `${root}bin/bylaw.js`;
const asOf = ["--as-of", "2026-11-23"];
const policies = ["--policies", `${root}policies`];
const one = `${root}policies/example.yaml`;
const whole = measure(
  [
    {
      name: "bylaw",
      args: [bylaw, "check", "manifests", ...asOf, ...policies, "--format", "json"],
      cwd: corpus.folder,
      codes: [0, 1],
    },
    { name: "spectral", args: [`${root}bench/spectral-peer.js`, `${corpus.folder}/manifests`], cwd: root },
  ],
  { rounds: ROUNDS },
);
const cold = measure(
  [
    { name: "bylaw", args: [`${root}bench/phases.js`, "bylaw", root, corpus.folder], cwd: root },
    { name: "js-yaml", args: [`${root}bench/phases.js`, "js-yaml", root, corpus.folder], cwd: root },
    { name: "json", args: [`${root}bench/phases.js`, "json", root, corpus.folder], cwd: root },
  ],
  { rounds: ROUNDS },
);
const change = measure(
  [{ name: "bylaw", args: [`${root}bench/change.js`, root, corpus.folder], cwd: root }],
  { rounds: ROUNDS },
);
const start = measure(
  [
    { name: "bylaw", args: [bylaw, "check", one, ...asOf, "--format", "json"], cwd: root },
    { name: "node", args: ["-e", "0"], cwd: root },
  ],
  { rounds: ROUNDS * 3 },
);

for (const output of whole.get("bylaw").outputs) {
  const { manifests } = JSON.parse(output);
  demand(
    "bylaw, whole process",
    manifests.length,
    manifests.filter(({ verdict }) => verdict !== "pass").map(({ file }) => file),
  );
}
for (const output of whole.get("spectral").outputs) demand("spectral", COUNT, JSON.parse(output).failing);
for (const output of cold.get("bylaw").outputs) {
  const { judged, failing } = JSON.parse(output);
  demand("bylaw, cold pass", judged, failing);
}
for (const output of start.get("bylaw").outputs) {
  const { manifests, verdict } = JSON.parse(output);
  if (manifests.length !== 1 || verdict !== "pass")
    throw new Error(`one manifest: ${manifests.length} judged, ${verdict}`);
}

/** A bench that judged other manifests, or failed others than the broken ones, measured the wrong thing. */
function demand(name, judged, failing) {
  if (judged !== COUNT) throw new Error(`${name}: ${judged} manifests judged, ${COUNT} written`);
  if ([...failing].sort().join() !== corpus.broken.join()) {
    throw new Error(
      `${name}: ${failing.length} manifests failed, ${corpus.broken.length} have a mistake: ${failing.join(" ")}`,
    );
  }
}

/** Median of what the runs of a cold pass timed themselves, without the start of the process. */
const passed = (name) => median(cold.get(name).outputs.map((output) => JSON.parse(output).milliseconds));
/** Median over processes of the medians each of them took of a step of `bench/change.js`. */
const changed = (step) => median(change.get("bylaw").outputs.map((output) => JSON.parse(output)[step]));
const spectralRules = JSON.parse(whole.get("spectral").outputs[0]).rules;
const rows = [
  row(
    `Spectral, ${spectralRules} equivalent rules ÷ ours, ${COUNT} manifests, whole process`,
    whole.get("spectral").wall / whole.get("bylaw").wall,
    "≥ 20",
    (ratio) => ratio >= 20,
  ),
  row("the same, CPU time", whole.get("spectral").cpu / whole.get("bylaw").cpu, "", undefined),
  row("the same, peak memory", whole.get("spectral").memory / whole.get("bylaw").memory, "", undefined),
  row(
    "parse + validate + rules ÷ JSON.parse of the same data, cold",
    passed("bylaw") / passed("json"),
    "≤ 20",
    (ratio) => ratio <= 20,
  ),
  row("of which js-yaml alone, the least any run needs", passed("js-yaml") / passed("json"), "", undefined),
  row(
    "checking one manifest ÷ bare node start",
    start.get("bylaw").wall / start.get("node").wall,
    "≤ 1.6",
    (ratio) => ratio <= 1.6,
  ),
  row(
    "comparing one changed rule, milliseconds",
    changed("rule"),
    "≤ 5",
    (milliseconds) => milliseconds <= 5,
  ),
  row("the same ÷ JSON.parse of the corpus", changed("rule") / changed("json"), "", undefined),
  row(
    "comparing the whole set, versions and notice ÷ one rule",
    changed("set") / changed("rule"),
    "",
    undefined,
  ),
  row(
    `impact of one changed rule on ${COUNT} systems with kept facts ÷ JSON.parse of the same data`,
    changed("impact") / changed("json"),
    "≤ 0.3",
    (ratio) => ratio <= 0.3,
  ),
];

print();
mkdirSync(`${root}.bench`, { recursive: true });
writeFileSync(
  `${root}.bench/results.json`,
  `${JSON.stringify({ node: process.version, processors: availableParallelism(), seed: SEED, rounds: ROUNDS, corpus: { count: COUNT, broken: corpus.broken.length, bytes: corpus.bytes }, rows, processes: { whole: plain(whole), cold: plain(cold), change: plain(change), start: plain(start) } }, null, 2)}\n`,
);

function row(name, ratio, must, holds) {
  return { name, ratio: Math.round(ratio * 100) / 100, must, reached: holds ? holds(ratio) : null };
}

function plain(results) {
  return Object.fromEntries([...results].map(([name, { outputs: _, ...numbers }]) => [name, numbers]));
}

function print() {
  const width = Math.max(...rows.map(({ name }) => name.length));
  console.log(
    `node ${process.version}, ${availableParallelism()} processors; ${COUNT} manifests (${corpus.broken.length} with a mistake), ${Math.round(corpus.bytes.yaml / 1024)} KiB of YAML, seed ${SEED}; medians of ${ROUNDS} interleaved rounds\n`,
  );
  for (const { name, ratio, must, reached } of rows) {
    console.log(
      `${name.padEnd(width)}  ${String(ratio).padStart(8)}  ${must.padEnd(6)} ${reached === null ? "" : reached ? "reached" : "not reached"}`.trimEnd(),
    );
  }
  console.log("");
  for (const [group, results] of Object.entries({
    "whole process": whole,
    "cold pass": cold,
    change: change,
    start: start,
  })) {
    for (const [name, { wall, cpu, memory }] of results) {
      console.log(
        `${group}, ${name}:`.padEnd(28),
        `${wall.toFixed(0)} ms wall, ${cpu.toFixed(0)} ms CPU, ${memory.toFixed(0)} MiB`,
      );
    }
  }
}
