import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ROOT } from "../load-repository.ts";

/** Whether `npm run build` has been run. */
export const BUILT = existsSync(join(ROOT, "dist/main.js"));

type LogLine = Readonly<Record<string, unknown>>;

/** `bylaw serve` as a process of its own. */
export interface AppProcess {
  readonly pid: number;
  /** Lines of standard output so far, as written. */
  readonly lines: readonly string[];
  /** Resolves with the first log line of a message; fails where the process ends without it. */
  logged(message: string): Promise<LogLine>;
  kill(signal: "SIGTERM" | "SIGKILL"): void;
  /** Resolves once the process is gone, with all it wrote to standard error. */
  readonly ended: Promise<{
    readonly code: number | null;
    readonly signal: string | null;
    readonly stderr: string;
  }>;
}

/** Starts the built app with an environment that holds nothing but `environment`. */
export function startProcess(environment: Readonly<Record<string, string>>): AppProcess {
  const child = spawn(process.execPath, [join(ROOT, "bin/bylaw.js"), "serve"], {
    cwd: ROOT,
    env: { ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface({ input: child.stdout }).on("line", (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended: AppProcess["ended"] = new Promise((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, stderr }));
  });
  return {
    pid: child.pid ?? 0,
    lines,
    logged(message) {
      return new Promise((resolve, reject) => {
        const look = (): void => {
          const found = lines.map(parse).find((line) => line.msg === message);
          if (found === undefined) return;
          waiting.delete(look);
          resolve(found);
        };
        waiting.add(look);
        look();
        void ended.then((end) => reject(new Error(`ended without \`${message}\`: ${JSON.stringify(end)}`)));
      });
    },
    kill: (signal) => void child.kill(signal),
    ended,
  };
}

/** A line that is not one JSON object fails here. */
function parse(line: string): LogLine {
  const value: unknown = JSON.parse(line);
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return { ...value };
  throw new Error(`the app logged \`${line}\``);
}
