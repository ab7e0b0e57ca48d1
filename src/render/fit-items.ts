/** Texts that were kept whole, joined, and how many were left out. */
interface Fitted {
  readonly text: string;
  readonly left: number;
}

const utf8 = new TextEncoder();

/**
 * As many of the texts, in order and whole, as fit into `room` bytes of UTF-8 once joined. GitHub limits a
 * comment in characters and a check's summary in bytes; what fits in bytes fits in both.
 */
export function fitItems(items: readonly string[], room: number, separator = "\n"): Fitted {
  let used = 0;
  let kept = 0;
  for (const item of items) {
    const size = utf8.encode(item).length + (kept === 0 ? 0 : separator.length);
    if (used + size > room) break;
    used += size;
    kept += 1;
  }
  return { text: items.slice(0, kept).join(separator), left: items.length - kept };
}
