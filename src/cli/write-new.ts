import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { Io } from "./io.ts";
import { UsageError } from "./usage-error.ts";

/** Where a new file goes. */
export interface NewFileOptions {
  readonly output?: string | undefined;
  readonly force?: boolean | undefined;
}

/** Prints a new file, or writes it to `--output`. A file that is there stays as it is unless `--force` is given. */
export function writeNew(text: string, { output, force = false }: NewFileOptions, io: Io): void {
  if (output === undefined) {
    io.out(text);
    return;
  }
  const path = resolve(io.cwd, output);
  const there = existsSync(path);
  if (there && !force) {
    throw new UsageError(
      `\`${output}\` is there already`,
      "name another file, or add `--force` to replace it",
    );
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  io.err(`${output}: ${there ? "replaced" : "written"}\n`);
}
