import type { AuditLog } from "./audit-log.ts";

/** An audit log of which every entry is told, by its kind, and every one that it did not take, as `failed`. */
export function watchAuditLog(audit: AuditLog, told: (kind: string) => void): AuditLog {
  return {
    async record(record) {
      try {
        const hash = await audit.record(record);
        if (hash !== undefined) told(record.kind);
        return hash;
      } catch (error) {
        told("failed");
        throw error;
      }
    },
    close: audit.close,
  };
}
