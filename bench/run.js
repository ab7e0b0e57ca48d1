// `npm run bench`: ratios against peers in the same run, medians of interleaved rounds, each with the mark it must hold.
// `npm run bench -- --full` takes the large corpora of 1,000, 5,000 and 20,000 manifests for growth and for one change.
import { execFileSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { demand, demandReports } from "./demand.js";
import { measure, median } from "./measure.js";
import { printTable } from "./print-table.js";
import { atLeast, atMost, exponent, plain } from "./rows.js";
import { writeCorpus } from "./write-corpus.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const COUNT = 1000;
const SEED = 20261123;
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const FULL = process.argv.includes("--full");
const SIZES = FULL ? [1000, 5000, 20_000] : [250, 1000, 4000];
const scratch = `${root}node_modules/.cache/bylaw-bench`;

rmSync(scratch, { recursive: true, force: true });
const corpusOf = (count) => writeCorpus({ root, folder: `${scratch}/${count}`, count, seed: SEED });
const corpus = await corpusOf(COUNT);
const sizes = [];
for (const count of SIZES) sizes.push(count === COUNT ? corpus : await corpusOf(count));
const largest = sizes.at(-1);
const one = `${scratch}/one.yaml`;
copyFileSync(`${root}policies/example.yaml`, one);

const bylaw = `${root}bin/bylaw.js`;
const kept = (name) => `${scratch}/kept-${name}`;
const check = (...more) => [
  bylaw,
  "check",
  ...more,
  "--as-of",
  "2026-11-23",
  "--policies",
  `${root}policies`,
  "--format",
  "json",
];
const all = { codes: [0, 1] };
const phase = (name, script, ...args) => ({ name, args: [`${root}bench/${script}`, ...args], cwd: root });

const whole = measure(
  [
    { name: "bylaw, cold", args: check("manifests", "--no-cache"), cwd: corpus.repository, ...all },
    { name: "bylaw, kept", args: check("manifests"), cwd: corpus.repository, ...all, kept: kept("whole") },
    phase("spectral", "spectral-peer.js", `${corpus.repository}/manifests`),
  ],
  { rounds: ROUNDS },
);
const cold = measure(
  [
    phase("bylaw", "phases.js", "bylaw", root, corpus.folder),
    phase("js-yaml", "phases.js", "js-yaml", root, corpus.folder),
    phase("json", "phases.js", "json", root, corpus.folder),
  ],
  { rounds: ROUNDS },
);
const change = measure([phase("bylaw", "change.js", root, corpus.folder)], { rounds: ROUNDS });
const rules = measure([phase("bylaw", "rules.js", root, sizes[0].folder)], { rounds: Math.min(ROUNDS, 3) });
const start = measure(
  [
    { name: "bylaw, cold", args: check(one, "--no-cache"), cwd: root },
    {
      name: "bylaw, file changed",
      args: check(one),
      cwd: root,
      kept: kept("start"),
      prepare: (round) => appendFileSync(one, `# ${round}\n`),
    },
    { name: "bylaw, kept", args: check(`${root}policies/example.yaml`), cwd: root, kept: kept("start") },
    { name: "node", args: ["-e", "0"], cwd: root },
  ],
  { rounds: ROUNDS * 3 },
);
const changedOne = `${largest.count}, one changed`;
const growth = measure(
  [
    ...sizes.map(({ count, repository }) => ({
      name: `${count}`,
      args: check("--no-cache"),
      cwd: repository,
      ...all,
    })),
    {
      name: changedOne,
      args: check(),
      cwd: largest.repository,
      ...all,
      kept: kept("edited"),
      prepare: (round) => appendFileSync(`${largest.repository}/manifests/00007.yaml`, `# ${round}\n`),
    },
  ],
  { rounds: FULL ? 1 : Math.min(ROUNDS, 3) },
);

for (const name of ["bylaw, cold", "bylaw, kept"]) demandReports(name, corpus, whole.get(name).outputs);
for (const { count, ...of } of sizes)
  demandReports(`${count}`, { count, ...of }, growth.get(`${count}`).outputs);
demandReports(changedOne, largest, growth.get(changedOne).outputs);
for (const output of whole.get("spectral").outputs)
  demand("spectral", corpus, COUNT, JSON.parse(output).failing);
for (const output of cold.get("bylaw").outputs) {
  const { judged, failing } = JSON.parse(output);
  demand("bylaw, cold pass", corpus, judged, failing);
}
for (const name of ["bylaw, cold", "bylaw, file changed", "bylaw, kept"]) {
  for (const output of start.get(name).outputs) {
    const { manifests } = JSON.parse(output);
    if (manifests.length !== 1) throw new Error(`one manifest, ${name}: ${manifests.length} judged`);
  }
}

/** What the app asks of GitHub for one pull request, as a list. */
const calls = JSON.parse(
  execFileSync(process.execPath, [`${root}bench/github-calls.js`], { encoding: "utf8" }),
);

/** Median of what processes timed themselves, without their start. */
const timed = (group, name, step) =>
  median(group.get(name).outputs.map((output) => JSON.parse(output)[step]));
const passed = (name) => timed(cold, name, "milliseconds");
const changed = (step) => timed(change, "bylaw", step);
const spectralRules = JSON.parse(whole.get("spectral").outputs[0]).rules;
const spectral = `Spectral, ${spectralRules} equivalent rules ÷ ours, ${COUNT} manifests, whole process`;
const started = "checking one manifest ÷ bare node start";
const ratio = (group, one, other, figure = "wall") => group.get(one)[figure] / group.get(other)[figure];
/** Value and CPU time of a ratio of two whole processes. */
const both = (...of) => ({ wall: ratio(...of), cpu: ratio(...of, "cpu") });
const slope = (figure) => exponent(sizes.map(({ count }) => [count, growth.get(`${count}`)[figure]]));
const [few, many] = [`${sizes[0].count}`, `${largest.count}`];
const peers = both(whole, "spectral", "bylaw, cold");
const repeated = both(whole, "spectral", "bylaw, kept");
const starts = ["cold", "file changed", "kept"].map((name) => both(start, `bylaw, ${name}`, "node"));
const again = both(growth, changedOne, many);
const rows = [
  atLeast(`${spectral}, cold`, peers.wall, 20, peers.cpu),
  plain("the same, a second run with nothing changed", repeated.wall, { cpu: repeated.cpu }),
  plain("the same, cold, peak memory", ratio(whole, "spectral", "bylaw, cold", "memory")),
  atMost(
    "parse + validate + rules ÷ JSON.parse of the same data, cold",
    passed("bylaw") / passed("json"),
    20,
  ),
  plain("of which js-yaml alone, the least any run needs", passed("js-yaml") / passed("json")),
  atMost(`${started}, cold`, starts[0].wall, 1.6, starts[0].cpu),
  atMost(`${started}, manifest changed, policies kept`, starts[1].wall, 1.6, starts[1].cpu),
  atMost(`${started}, nothing changed`, starts[2].wall, 1.6, starts[2].cpu),
  atMost(`one file changed in ${many} ÷ full cold run`, again.wall, 0.15, again.cpu),
  atMost(
    `impact of one changed rule on ${COUNT} systems with kept facts ÷ JSON.parse of the same data`,
    changed("impact") / changed("json"),
    0.3,
  ),
  atMost(
    `growth, cold: exponent of time over ${SIZES.join(", ")} manifests`,
    slope("wall"),
    1.05,
    slope("cpu"),
  ),
  atMost(`peak memory, cold, ${many} manifests ÷ ${few}`, ratio(growth, many, few, "memory"), 2.5),
  atMost("420 rules ÷ 60 rules, evaluation", timed(rules, "bylaw", "many") / timed(rules, "bylaw", "few"), 2),
  atMost("comparing one changed rule, milliseconds", changed("rule"), 5),
  plain("the same ÷ JSON.parse of the corpus", changed("rule") / changed("json")),
  plain("comparing the whole set, versions and notice ÷ one rule", changed("set") / changed("rule")),
  atMost("GitHub calls, pull request of 100 files and 50 annotations, without tokens", calls.length, 8),
];

const groups = { "whole process": whole, "cold pass": cold, change, rules, start, growth };
printTable(
  `node ${process.version}, ${availableParallelism()} processors; ${COUNT} manifests (${corpus.broken.length} with a mistake), ${Math.round(corpus.bytes.yaml / 1024)} KiB of YAML, seed ${SEED}; medians of ${ROUNDS} interleaved rounds${FULL ? "" : "; growth, memory and one change on smaller corpora than `-- --full` takes"}`,
  rows,
  groups,
);
mkdirSync(`${root}.bench`, { recursive: true });
const numbers = (results) =>
  Object.fromEntries([...results].map(([name, { outputs: _, ...of }]) => [name, of]));
const processes = Object.fromEntries(Object.entries(groups).map(([name, of]) => [name, numbers(of)]));
const { broken, bytes } = corpus;
const about = {
  node: process.version,
  processors: availableParallelism(),
  seed: SEED,
  rounds: ROUNDS,
  full: FULL,
};
writeFileSync(
  `${root}.bench/results.json`,
  `${JSON.stringify({ ...about, corpus: { count: COUNT, broken: broken.length, bytes }, rows, processes }, null, 2)}\n`,
);
