import type { AuditRecord } from "./audit-record.ts";

/** Where what the app decides is recorded. */
export interface AuditLog {
  /**
   * Resolves with the entry's hash once it is on the disk; fails with `AuditError` where it is not, and then what it would
   * have recorded must not be done. `undefined` where no log is kept.
   */
  record(record: AuditRecord): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Of an app that was not told to keep one. */
export const NO_AUDIT_LOG: AuditLog = { record: async () => undefined, close: async () => {} };
