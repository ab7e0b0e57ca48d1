import { quote } from "./words.ts";

/** What the value at a pointer is called in a message: its key, its number in a list, or the file. */
export function namePlace(pointer: string): string {
  if (pointer === "") return "the file";
  const steps = pointer.split("/").slice(1).map(unescapeStep);
  const last = steps.at(-1) ?? "";
  const list = steps.at(-2);
  if (!/^\d+$/.test(last) || list === undefined) return quote(last);
  return `item ${Number(last) + 1} of ${quote(list)}`;
}

function unescapeStep(step: string): string {
  return step.replace(/~1/g, "/").replace(/~0/g, "~");
}
