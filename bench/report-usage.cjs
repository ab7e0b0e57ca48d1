// Preloaded into each measured process: on exit it reports what the process used, as the operating system counts it.
const { writeFileSync } = require("node:fs");
const start = process.hrtime.bigint();
process.on("exit", () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  writeFileSync(
    process.env.BENCH_USAGE,
    JSON.stringify({ wall, cpu: (userCPUTime + systemCPUTime) / 1e3, memory: maxRSS / 1024 }),
  );
});
