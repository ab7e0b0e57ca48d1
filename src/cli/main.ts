import { run } from "./run.ts";

/** What `scripts/build.js` writes here: a digest of everything it built. */
declare const BYLAW_BUILD: string;

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
  ...(process.stdin.isTTY === true ? { ask } : {}),
  build: BYLAW_BUILD,
  abandon: () => void setTimeout(() => process.exit(), 1_000).unref(),
  today,
});
void code.then((number) => {
  process.exitCode = number;
});

/** Asks on standard error, so that standard output stays what was asked for. Ctrl-C ends the run, Ctrl-D the questions. */
async function ask(question: string): Promise<string | undefined> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  lines.once("SIGINT", () => process.exit(130));
  const ended = new Promise<undefined>((resolve) => lines.once("close", () => resolve(undefined)));
  try {
    return await Promise.race([lines.question(question), ended]);
  } finally {
    lines.close();
  }
}

/** The date in the zone, as YYYY-MM-DD, which is how Swedish writes it. */
function today(): string {
  const date = { timeZone: ZONE, year: "numeric", month: "2-digit", day: "2-digit" } as const;
  return new Intl.DateTimeFormat("sv-SE", { ...date, calendar: "iso8601", numberingSystem: "latn" }).format();
}
