import { type FileHandle, mkdir, open, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join, parse } from "node:path";
import { EnvironmentError } from "../settings/environment-error.ts";
import { AuditError } from "./audit-error.ts";
import type { AuditLog } from "./audit-log.ts";
import type { AuditRecord } from "./audit-record.ts";
import { appendEntry, type ChainEnd } from "./chain.ts";
import { verifyAuditLog } from "./verify-audit-log.ts";

/**
 * Opens an audit log to append to it, after reading it whole: a chain that is broken is not continued. `path` is a file, or a
 * folder, in which each machine writes a file of its own name. Every process needs its own file.
 */
export async function openAuditLog(
  path: string,
  {
    engine,
    now,
    as = "serve",
  }: { readonly engine: string; readonly now: () => Date; readonly as?: "serve" | "reconcile" },
): Promise<AuditLog> {
  const file = besides(await fileOf(path), as);
  let handle: FileHandle;
  try {
    handle = await open(file, "a", 0o600);
  } catch (cause) {
    throw new EnvironmentError("`AUDIT_LOG` cannot be written", "name a file or folder that can be", {
      cause,
    });
  }
  const found = await verifyAuditLog(file);
  if (!found.ok && found.why !== "unfinished") {
    await handle.close();
    throw new EnvironmentError(
      `\`AUDIT_LOG\` is broken at line ${found.line}`,
      "keep that file for whoever looks into it, and name another; `bylaw audit verify FILE` says more",
    );
  }
  const { size: before } = await handle.stat();
  if (!found.ok) await handle.truncate(found.bytes);
  const size = found.ok ? before : found.bytes;
  const log = appendTo(handle, { end: found.end, size, now });
  const unfinished = found.ok ? {} : { unfinished_bytes: before - size };
  await log.record({ kind: "opened", engine, ...unfinished });
  return log;
}

async function fileOf(path: string): Promise<string> {
  if (path.endsWith("/")) await mkdir(path).catch(() => {});
  const isFolder = (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
  return isFolder ? join(path, `${hostname()}.jsonl`) : path;
}

/** A command writes beside the app that may be running, not into its file. */
function besides(file: string, as: string): string {
  if (as === "serve") return file;
  const { dir, name, ext } = parse(file);
  return join(dir, `${name}.${as}${ext}`);
}

/** One entry after the other: each needs the hash of the one before. */
function appendTo(
  handle: FileHandle,
  start: { readonly end: ChainEnd; readonly size: number; readonly now: () => Date },
): AuditLog {
  let { end, size } = start;
  let last: Promise<unknown> = Promise.resolve();

  async function append(record: AuditRecord): Promise<string> {
    const entry = appendEntry(record, { time: start.now(), end });
    const bytes = Buffer.from(`${entry.line}\n`);
    if ((await handle.stat()).size !== size) {
      throw new AuditError("the audit log takes no entry: another process writes to it, or cut it");
    }
    try {
      const { bytesWritten } = await handle.write(bytes);
      if (bytesWritten !== bytes.length) throw new Error("the disk took part of an entry");
      await handle.datasync();
    } catch (cause) {
      // What was not acknowledged is not recorded. If it cannot be taken back, the size no longer fits and nothing more is written.
      await handle.truncate(size).catch(() => {});
      throw new AuditError("the audit log took no entry", { cause });
    }
    end = entry.end;
    size += bytes.length;
    return end.head;
  }

  return {
    record(record) {
      const done = last.then(() => append(record));
      last = done.catch(() => {});
      return done;
    },
    async close() {
      await last;
      await handle.close();
    },
  };
}
