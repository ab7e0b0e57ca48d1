import type { FileEntryChange, PackChange, RuleChange, SetChange } from "../model/set-change.ts";
import { type ChangeWords, type SayChange, spansWords } from "./change-words.ts";

const FILES = {
  Overlay: "overlay",
  Waiver: "waiver",
  Approval: "approval",
  Arrangement: "arrangement",
} as const satisfies Readonly<Record<FileEntryChange["kind"], keyof ChangeWords>>;

/** What becomes of a decision, an arrangement or an overlay: `added: waiver` and its id, quoted as the format asks. */
export function fileWords({ change, kind }: FileEntryChange, id: string, say: SayChange): string {
  return `${say(change)}: ${say(FILES[kind])} ${id}`;
}

/** How a pack stood and stands: `off before, binding after`. */
export function packWords({ before, after }: PackChange, say: SayChange): string {
  return say("wasIs", { before: say(before), after: say(after) });
}

/** How a rule compares, and whether it comes or goes: `added, tighter`. */
export function statusWords({ status, kind, spans, reasons }: RuleChange, say: SayChange): string {
  const said = spansWords(kind, spans, reasons, say);
  if (status === "changed") return said;
  return say(status === "added" ? "statusAdded" : "statusRemoved", { said });
}

/** All rules together, how that is set off by the format, and how many are the same. */
export function wholeWords(
  { whole, unchanged, rules }: SetChange,
  say: SayChange,
  strong: (text: string) => string = (text) => text,
): string {
  const same = say("unchanged", { n: unchanged });
  if (rules.length === 0 && whole.kind === "same") return say("asBefore", { same });
  return say("together", { said: strong(spansWords(whole.kind, whole.spans, whole.reasons, say)), same });
}
