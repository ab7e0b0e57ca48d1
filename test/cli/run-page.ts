import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { run } from "../../src/cli/run.ts";
import { AS_OF, linkedLights, ROOT } from "../load-repository.ts";
import type { Edit } from "./page.ts";

/** What commands printed, and the exit code of the last `bylaw`. */
export interface Ran {
  readonly out: string;
  readonly err: string;
  readonly code: number;
}

/** A repository of its own, empty, in which commands run. */
export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-"));
  mkdirSync(join(folder, ".git"));
  return folder;
}

export function writeText(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** Writes the shipped manifest that passes whole, with each text exchanged at the one place it stands. */
export function writeEdited(folder: string, file: string, edits: readonly Edit[]): void {
  writeText(folder, file, exchange(join(ROOT, "policies/example.yaml"), edits));
}

/** What a file says with each text exchanged at the one place it stands. */
export function exchange(file: string, edits: readonly Edit[]): string {
  let text = readFileSync(file, "utf8");
  for (const { from, to } of edits) {
    const parts = text.split(from);
    if (parts.length !== 2) throw new Error(`\`${from}\` stands ${parts.length - 1} times in ${file}`);
    text = parts.join(to);
  }
  return text;
}

/** Runs commands one after the other: `bylaw` in this process, on the fixed date, anything else in a shell. */
export async function runCommands(folder: string, commands: readonly string[]): Promise<Ran> {
  let out = "";
  let err = "";
  let code = 0;
  for (const typed of commands) {
    const command = typed.replace(/^npx (?=bylaw\b)/, "");
    if (!command.startsWith("bylaw")) {
      out += execFileSync("sh", ["-c", command], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, ...GIT, ROOT, LIGHTS: linkedLights() },
      });
      continue;
    }
    code = await run(words(command).slice(1), {
      cwd: folder,
      env: {},
      terminal: false,
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      today: () => AS_OF,
    });
  }
  return { out: out.replace(ISOLATES, ""), err: err.replace(ISOLATES, ""), code };
}

/** The marks around text of two directions, which nobody can see on a page; `test/render` holds them. */
const ISOLATES = /[\u2066-\u2069]/g;

const GIT = {
  GIT_CONFIG_GLOBAL: "/dev/null",
  // No sample hooks in every repository.
  GIT_TEMPLATE_DIR: "",
  GIT_CONFIG_SYSTEM: "/dev/null",
  GIT_AUTHOR_NAME: "dana",
  GIT_AUTHOR_EMAIL: "dana@example.org",
  GIT_COMMITTER_NAME: "dana",
  GIT_COMMITTER_EMAIL: "dana@example.org",
};

/** Words of a command; double quotes keep spaces together. */
function words(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
}
