/** An entry could not be written to the audit log, so that what it would have recorded must not be done. */
export class AuditError extends Error {
  override readonly name = "AuditError";
}
