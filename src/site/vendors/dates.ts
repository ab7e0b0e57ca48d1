import type { PageSetting } from "../page-setting.ts";
import { prose } from "../prose.ts";

type Bound = string | null | undefined;

/** The first day of a fact, or that none is recorded. */
export function beginCell(from: Bound, { language, say }: PageSetting): string {
  return from ? prose(from, language) : say("notRecorded");
}

/** The first day on which a fact no longer holds; a dash where no end is recorded. */
export function endCell(to: Bound, { language }: PageSetting): string {
  return to ? prose(to, language) : "–";
}

/** Something, Markdown already, with the dates between which it holds, as far as they are recorded. */
export function spanWords(what: string, from: Bound, to: Bound, { language, say }: PageSetting): string {
  const dates = {
    what,
    ...(from ? { from: prose(from, language) } : {}),
    ...(to ? { to: prose(to, language) } : {}),
  };
  if (from) return say(to ? "spanFromTo" : "spanFrom", dates);
  return to ? say("spanTo", dates) : what;
}
