import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { startRedis, type TestRedis } from "../github/start-redis.ts";
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
const stores = new Set<Promise<TestRedis>>();
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
    // By turns in one process and with one apart for events; and frozen for a minute in some that have another.
    const isSplit = queue === "redis" && seed % 8 < 4;
    const freezesLong = seed % 3 === 0;
    rounds += 1;
    underWay += 1;
    const store = queue === "redis" ? startRedis() : undefined;
    if (store) stores.add(store);
    const redis = await store;
    const how = { seed, nodes, isSplit, freezesLong } as const;
    const tally = await runRound({ ...ROUND, ...how, source, ...(redis && { redis }) });
    await redis?.close();
    if (store) stores.delete(store);
    underWay -= 1;
    addTally(all, tally);
    const shape = `nodes=${nodes}${isSplit ? "+web" : ""} queue=${queue}${freezesLong && nodes > 1 ? " frozen=60s" : ""}`;
    console.log(`seed=${seed} ${shape} ${reportLine(tally)}`);
    for (const failure of failures(tally)) console.log(`  ${failure}`);
    if (failures(tally).length > 0)
      console.log(`  again: npm run faults -- --seed ${seed} --nodes ${nodes} --queue ${queue}`);
  }
}

for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
// What npm is sent reaches the shell it started, and not what that one runs.
const parent = process.ppid;
setInterval(() => process.ppid !== parent && void stop(), 1_000).unref();

/** Ends, and everything that was started with it. */
async function stop(): Promise<void> {
  source.close();
  for (const redis of stores) await (await redis).kill();
  process.exit(130);
}

// A round mostly waits, so that two for each processor run at a time.
await Promise.all(Array.from({ length: 2 * availableParallelism() }, runRounds));
source.close();
console.log(
  `${all.kills} kills, all of them ${source.sort}; Redis flushed ${all.flushes} times; ${rounds} rounds`,
);
console.log(`${reportLine(all)} seed=${given.seed}`);
process.exit(failures(all).length > 0 ? 1 : 0);
