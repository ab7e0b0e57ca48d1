import { run } from "./run.ts";

/** Dates are those of the policies' jurisdiction, wherever the command runs. */
const ZONE = "Asia/Jerusalem";

// A reader that goes away (`| head`) ends the output, not the run.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const code = run(process.argv.slice(2), {
  cwd: process.cwd(),
  env: process.env,
  terminal: process.stdout.isTTY === true,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  today,
});
void code.then((number) => {
  process.exitCode = number;
});

/** The date in the zone, as YYYY-MM-DD, which is how Swedish writes it. */
function today(): string {
  const date = { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("sv-SE", { ...date, calendar: "iso8601", numberingSystem: "latn" }).format();
}
