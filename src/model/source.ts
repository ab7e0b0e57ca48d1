/** File modes as Git records them. Only a regular file (`100644`) may hold a submitted document. */
export type FileMode = "100644" | "100755" | "120000" | "160000";

/**
 * One file as it was read: bytes, never decoded, so that decoding, size and mode are judged in one
 * place (the loader) wherever the file came from. `file` is relative to the repository root, with `/`.
 */
export interface Source {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly mode: FileMode;
}
