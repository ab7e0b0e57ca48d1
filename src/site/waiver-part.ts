import { sentence } from "../render/words.ts";
import type { CheckedRule } from "../rules/checked-policies.ts";
import type { PageSetting } from "./page-setting.ts";
import { prose } from "./prose.ts";

/** Whether a waiver of a rule can be valid, and how one is asked for. */
export function waiverPart({ id, written, clauses }: CheckedRule, { language, say }: PageSetting): string {
  if (written.kept_by !== undefined) return say("nothingToWaive");
  if (written.waivable === false) return `${sentence(say("notWaivable"))}.`;
  // The command looks for findings of a manifest; arrangements and lists are files of their own.
  if (clauses.every(({ subject }) => subject === "arrangement" || subject === "list"))
    return prose(say("waivableByHand"), language);
  return prose(sentence(say("waivable", { command: `\`bylaw new waiver ${id} MANIFEST\`` })), language);
}
