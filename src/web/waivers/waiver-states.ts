import { runOf } from "../../engine/run.ts";
import { waiverStanding } from "../../engine/waiver-standing.ts";
import type { Document } from "../../model/document.ts";
import type { WaiverDocument } from "../../model/generated/waiver.ts";
import { addDuration } from "../../model/time/add-duration.ts";
import type { SiteContext } from "../site-context.ts";

/** Where a decision stands on the day of the site: as the engine counts it, what ends soon apart. */
export type WaiverState = "in-force" | "ending" | "later" | "unapproved" | "expired";

export const WAIVER_STATES: readonly WaiverState[] = ["ending", "in-force", "later", "unapproved", "expired"];

/** What ends within so many days is shown first. */
export const SOON_DAYS = 60;

/** Every waiver and standing approval with where it stands, the first to end first. */
export function waiverStates(
  context: SiteContext,
): readonly { readonly waiver: Document<WaiverDocument>; readonly state: WaiverState }[] {
  const { bundle, surroundings, asOf } = context;
  const { court } = runOf(bundle, surroundings, { asOf, language: "en", fixes: false });
  const soon = addDuration(asOf, { months: 0, seconds: SOON_DAYS * 86_400 }, 1) ?? asOf;
  const stateOf = (waiver: Document<WaiverDocument>): WaiverState => {
    const { kind } = waiverStanding(waiver, court);
    if (kind === "refused") return "unapproved";
    if (kind === "not-started") return "later";
    if (kind === "expired") return "expired";
    return waiver.value.expires <= soon ? "ending" : "in-force";
  };
  return bundle.waivers
    .map((waiver) => ({ waiver, state: stateOf(waiver) }))
    .sort((a, b) => (a.waiver.value.expires < b.waiver.value.expires ? -1 : 1));
}
