import type { Truth } from "../model/value.ts";
import { functionsInUse, heatOfPeople, oneToMany } from "./functions-in-use.ts";
import type { ManifestView } from "./manifest-view.ts";
import { follow } from "./place.ts";
import { flagAt, textAt } from "./read.ts";

/** Kinds of data a system's functions produce, so that each needs a retention line; unknown where a function is. */
export function impliedData(view: ManifestView): Readonly<Record<string, Truth>> {
  const uses = functionsInUse(view);
  const actuation = follow(view.root, "system.functions.actuation");
  return {
    video_raw: uses.video,
    plate_no_hit: uses.plate_recognition,
    plate_hit: uses.plate_recognition,
    face_template_no_match: oneToMany(view),
    face_template_enrolled: uses.identification,
    thermal_reading: heatOfPeople(view),
    access_log: flagAt(follow(view.root, "data.personal_data")),
    decision_log: actuation.value === undefined ? undefined : textAt(actuation) === "autonomous",
  };
}
