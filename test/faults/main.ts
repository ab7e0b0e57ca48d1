import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { startRedis } from "../github/start-redis.ts";
import { parseArguments } from "./arguments.ts";
import { createProcessNodes } from "./process-nodes.ts";
import { runRound } from "./run-round.ts";
import { addTally, emptyTally, failures, reportLine } from "./tally.ts";

/** Faults and kills in one round: enough to meet each other, few enough to look into. */
const ROUND = {
  faults: 250,
  kills: 25,
  installations: 2 as const,
  patience: 60_000,
  sweepMilliseconds: 5_000,
};

const given = parseArguments(process.argv.slice(2));
const source = createProcessNodes(
  fileURLToPath(new URL("./node-program.mjs", import.meta.url)),
  (agent, line) => {
    if (given.verbose) process.stderr.write(`${agent} ${line}`);
  },
);
const all = emptyTally();
const until = performance.now() + given.minutes * 60_000;
let rounds = 0;
let underWay = 0;

/** Counts what is under way as done, so that no round is begun that is not needed. */
function isEnough(): boolean {
  const isAsked = (of: "faults" | "kills") => all[of] + underWay * ROUND[of] >= given[of];
  return performance.now() > until || (isAsked("faults") && isAsked("kills"));
}

async function runRounds(): Promise<void> {
  while (!isEnough()) {
    const seed = given.seed + rounds;
    const nodes = given.nodes ?? (seed % 2 === 0 ? 2 : 1);
    const queue = given.queue === "both" ? (seed % 4 < 2 ? "redis" : "memory") : given.queue;
    rounds += 1;
    underWay += 1;
    const redis = queue === "redis" ? await startRedis() : undefined;
    const tally = await runRound({ ...ROUND, seed, nodes, source, ...(redis && { redis }) });
    await redis?.close();
    underWay -= 1;
    addTally(all, tally);
    console.log(`seed=${seed} nodes=${nodes} queue=${queue} ${reportLine(tally)}`);
    for (const failure of failures(tally)) console.log(`  ${failure}`);
    if (failures(tally).length > 0)
      console.log(`  again: npm run faults -- --seed ${seed} --nodes ${nodes} --queue ${queue}`);
  }
}

// A round mostly waits, so that two for each processor run at a time.
await Promise.all(Array.from({ length: 2 * availableParallelism() }, runRounds));
source.close();
console.log(
  `${all.kills} kills, all of them ${source.sort}; Redis flushed ${all.flushes} times; ${rounds} rounds`,
);
console.log(`${reportLine(all)} seed=${given.seed}`);
process.exit(failures(all).length > 0 ? 1 : 0);
