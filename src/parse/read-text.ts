import type { Source } from "../model/source.ts";

/** The text of a source, or why it has none. */
export type ReadText =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly stage: "limits" | "syntax";
      /** The text up to the place of the problem. */
      readonly before: string;
      readonly message: string;
      readonly help: string;
    };

/** A source as text: a regular file, at most `limit` bytes, in UTF-8. A byte order mark stays in the text. */
export function readText(source: Source, limit: number): ReadText {
  const refused = refuseMode(source) ?? refuseSize(source.bytes.length, limit);
  if (refused !== undefined) return { ok: false, stage: "limits", before: "", ...refused };
  try {
    return { ok: true, text: decode(source.bytes) };
  } catch {
    return {
      ok: false,
      stage: "syntax",
      before: readablePrefix(source.bytes),
      ...describeEncoding(source.bytes),
    };
  }
}

/** Why a file of this many bytes is too large, in words. */
export function refuseSize(bytes: number, limit: number): { message: string; help: string } | undefined {
  if (bytes <= limit) return undefined;
  return {
    message: `the file is ${bytes} bytes; the limit is ${limit} bytes`,
    help: "shorten the file, or divide it so that each part stands in a file of its own",
  };
}

function refuseMode({ mode }: Source): { message: string; help: string } | undefined {
  switch (mode) {
    case "100644":
      return undefined;
    case "100755":
      return {
        message: "the file is marked executable; only a plain file is read",
        help: "remove the mark: git update-index --chmod=-x FILE",
      };
    case "120000":
      return {
        message: "the file is a symbolic link; only a plain file is read",
        help: "put the file itself here in place of the link",
      };
    case "160000":
      return {
        message: "this path is a submodule; only a plain file is read",
        help: "put the file itself into this repository",
      };
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

/** The longest beginning that decodes; found by halving, since a decoder does not say where it stopped. */
function readablePrefix(bytes: Uint8Array): string {
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodesUpTo(bytes, middle)) good = middle;
    else bad = middle;
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, good), { stream: true });
}

function decodesUpTo(bytes: Uint8Array, end: number): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end), {
      stream: true,
    });
    return true;
  } catch {
    return false;
  }
}

function describeEncoding(bytes: Uint8Array): { message: string; help: string } {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const encoding = mark === 0xfffe || mark === 0xfeff ? "the file is UTF-16" : "a byte here is not UTF-8";
  return { message: `${encoding}; only UTF-8 is read`, help: "save the file again as UTF-8" };
}
