import { Temporal } from "temporal-polyfill";
import { run } from "./run.ts";

/** Dates are those of the policies' jurisdiction, wherever the command runs. */
const ZONE = "Asia/Jerusalem";

// A reader that goes away (`| head`) ends the output, not the run.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  terminal: process.stdout.isTTY === true,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  today: () => Temporal.Now.plainDateISO(ZONE).toString(),
});
