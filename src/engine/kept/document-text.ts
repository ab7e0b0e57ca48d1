import type { Document } from "../../model/document.ts";
import type { Source } from "../../model/source.ts";
import { documentOf } from "../../parse/document-of.ts";

/** What was read of a file, as text to keep. */
export function documentText({ kind, value }: Pick<Document<unknown>, "kind" | "value">): string {
  return JSON.stringify({ kind, value });
}

/** The document that `documentText` wrote down, of the same file. */
export function documentFrom<T>({ file, bytes }: Source, kept: string): Document<T> {
  // It was written as above, of a value that its validator had accepted, and of bytes that decode.
  const read = JSON.parse(kept) as Pick<Document, "kind" | "value">;
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
  return documentOf(file, text, read) as Document<T>;
}
