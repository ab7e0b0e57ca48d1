import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { verifyAuditLog } from "../audit/verify-audit-log.ts";
import { type Diagnosis, note, well, wrong } from "./diagnosis.ts";

/** Whether the audit logs there are, one or a folder of them, are intact. */
export async function examineAuditLog(path: string): Promise<readonly Diagnosis[]> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined)
    return [note(`there is no audit log at \`${path}\` yet`, "start the app, which makes it")];
  if (!found.isDirectory()) return [await examineFile(path)];
  const files = (await readdir(path)).filter((file) => file.endsWith(".jsonl")).sort();
  if (files.length === 0)
    return [note(`the folder \`${path}\` holds no audit log yet`, "start the app, which makes one")];
  return await Promise.all(files.map((file) => examineFile(join(path, file))));
}

async function examineFile(file: string): Promise<Diagnosis> {
  const state = await verifyAuditLog(file).catch(() => undefined);
  if (state === undefined) return wrong(`\`${file}\` cannot be read`, "let the app's user read and write it");
  if (state.ok) return well(`\`${file}\` is intact, and has come to entry ${state.end.entries}`);
  if (state.why === "unfinished") {
    return note(`the last entry of \`${file}\` is cut`, "start the app again, which records that");
  }
  return wrong(
    `\`${file}\` is broken at line ${state.line}`,
    "keep it for whoever looks into it, and name another in `AUDIT_LOG`",
  );
}
