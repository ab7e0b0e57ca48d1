import { mkdtempSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs `start` with the path of a file to write to; once it has started, no write to any open file succeeds any more. */
export async function fillDisk<T>(start: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "bylaw-disk-"));
  const file = join(folder, "audit.jsonl");
  const started = await start(file);
  const handle = await open(file, "a");
  const full = async (): Promise<never> => {
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  // One object serves all open files of a process.
  Object.assign(Object.getPrototypeOf(handle), {
    write: full,
    writev: full,
    writeFile: full,
    appendFile: full,
  });
  await handle.close();
  // Whoever has it open keeps it.
  rmSync(folder, { recursive: true });
  return started;
}
