import type { Language } from "../../model/language.ts";
import { flawInNew } from "../flaw-in-new.ts";
import { CLEAN, type Io } from "../io.ts";
import { type ArrangementAnswers, arrangementTemplate } from "../templates/arrangement-template.ts";
import { UsageError } from "../usage-error.ts";
import { type NewFileOptions, writeNew } from "../write-new.ts";

/** Writes an arrangement with a foreign body to fill in. */
export async function newArrangement(
  options: NewFileOptions & ArrangementAnswers & { readonly lang: Language },
  io: Io,
): Promise<number> {
  const text = arrangementTemplate(options, options.lang);
  const flaw = flawInNew(text, "Arrangement");
  if (flaw !== undefined) throw new UsageError(flaw.message, flaw.help);
  writeNew(text, options, io);
  return CLEAN;
}
