import { verifyAuditLog } from "../../github/audit/verify-audit-log.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { UsageError } from "../usage-error.ts";

interface VerifyOptions {
  readonly head?: string;
}

/** Says of each audit log whether its chain is intact, or where and how it breaks. */
export async function verifyAudit(files: readonly string[], options: VerifyOptions, io: Io): Promise<number> {
  const { head } = options;
  if (head !== undefined && !/^[0-9a-f]{64}$/.test(head)) {
    throw new UsageError("`--head` is no hash", "give the 64 characters that the app logged as `audit`");
  }
  if (head !== undefined && files.length > 1) {
    throw new UsageError("`--head` is the hash of one chain", "verify one file at a time with it");
  }
  let code: number = CLEAN;
  for (const file of files) {
    const state = await verifyAuditLog(file, head).catch((error: unknown) => {
      const reason = error instanceof Error && "code" in error ? ` (${error.code})` : "";
      throw new UsageError(`\`${file}\` cannot be read${reason}`, "name a file that `AUDIT_LOG` made");
    });
    const { entries, head: last } = state.end;
    if (state.ok) {
      io.out(`${file}: intact, ${entries} entries, head ${last}\n`);
      continue;
    }
    code = FOUND;
    io.out(`${file}: broken at line ${state.line}: ${WORDS[state.why]}\n`);
  }
  return code;
}

const WORDS = {
  "not-whole": "this line is no entry",
  edited: "this entry was edited",
  "missing-before": "entries before this one are missing",
  "out-of-order": "this entry is out of order, or stands here twice",
  "other-chain": "this entry follows another than the one before it",
  unfinished: "the last entry is cut",
  "known-head-missing":
    "the hash of `--head` is in none of the entries, so the end was cut or the chain written anew",
} as const;
