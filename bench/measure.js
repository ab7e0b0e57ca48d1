import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";

const preload = fileURLToPath(new URL("./report-usage.cjs", import.meta.url));

/**
 * Runs commands in turn, A B C A B C …, `rounds` times after one round that is not counted, each after its
 * `prepare(round)` where it has one, with BYLAW_CACHE set to `kept` or to nothing. Returns for each the medians: wall (ms, from outside), cpu (ms, user and system), memory (MiB, peak), and what each counted run printed.
 */
export function measure(commands, { rounds }) {
  const scratch = mkdtempSync(`${tmpdir()}/bylaw-bench-`);
  const runs = new Map(commands.map(({ name }) => [name, []]));
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, args, cwd, codes = [0], prepare, kept = "" } of commands) {
      prepare?.(round);
      const usage = `${scratch}/usage.json`;
      const started = process.hrtime.bigint();
      const result = spawnSync(process.execPath, ["--require", preload, ...args], {
        cwd,
        env: { ...process.env, BENCH_USAGE: usage, BYLAW_CACHE: kept },
        maxBuffer: 1 << 30,
      });
      const wall = Number(process.hrtime.bigint() - started) / 1e6;
      if (!codes.includes(result.status))
        throw new Error(`${name} ended with ${result.status}: ${result.stderr}`);
      const used = JSON.parse(readFileSync(usage, "utf8"));
      if (round > 0) runs.get(name).push({ ...used, wall, output: result.stdout.toString() });
    }
  }
  rmSync(scratch, { recursive: true });
  return new Map(
    [...runs].map(([name, all]) => [
      name,
      { ...medians(all), runs: all.length, outputs: all.map(({ output }) => output) },
    ]),
  );
}

function medians(all) {
  const of = (key) => median(all.map((run) => run[key]));
  return { wall: of("wall"), cpu: of("cpu"), memory: of("memory") };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
