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
const corpus = await writeCorpus({ root, folder: `${root}.bench/corpus`, count: COUNT, seed: SEED });

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
    { name: "json", args: [`${root}bench/phases.js`, "json", root, corpus.folder], cwd: root },
  ],
  { rounds: ROUNDS },
);
const start = measure(
  [
    { name: "bylaw", args: [bylaw, "check", one, ...asOf], cwd: root },
    { name: "node", args: ["-e", "0"], cwd: root },
  ],
  { rounds: ROUNDS * 3 },
);

/** Median of what the runs of a cold pass timed themselves, without the start of the process. */
const passed = (name) => median(cold.get(name).outputs.map((output) => JSON.parse(output).milliseconds));
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
  row(
    "checking one manifest ÷ bare node start",
    start.get("bylaw").wall / start.get("node").wall,
    "≤ 1.6",
    (ratio) => ratio <= 1.6,
  ),
];

print();
mkdirSync(`${root}.bench`, { recursive: true });
writeFileSync(
  `${root}.bench/results.json`,
  `${JSON.stringify({ node: process.version, processors: availableParallelism(), seed: SEED, rounds: ROUNDS, corpus: { count: COUNT, broken: corpus.broken, bytes: corpus.bytes }, rows, processes: { whole: plain(whole), cold: plain(cold), start: plain(start) } }, null, 2)}\n`,
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
    `node ${process.version}, ${availableParallelism()} processors; ${COUNT} manifests (${corpus.broken} with a mistake), ${Math.round(corpus.bytes.yaml / 1024)} KiB of YAML, seed ${SEED}; medians of ${ROUNDS} interleaved rounds\n`,
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
