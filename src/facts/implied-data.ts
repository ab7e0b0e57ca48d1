import type { Truth } from "../model/value.ts";
import { functionsInUse, heatOfPeople, oneToMany } from "./functions-in-use.ts";
import type { ManifestView } from "./manifest-view.ts";
import { aboutPeople } from "./personal-data-kinds.ts";
import { follow } from "./place.ts";
import { textAt } from "./read.ts";
import { statedFeatures, statesKind } from "./stated-kinds.ts";
import { anyOf } from "./truth.ts";

/** Kinds of data a system's functions produce or its own list says it keeps, so that each needs a retention line; unknown where a function is. */
export function impliedData(view: ManifestView): Readonly<Record<string, Truth>> {
  const uses = functionsInUse(view);
  const actuation = follow(view.root, "system.functions.actuation");
  // Films may show plates and faces; a manifest that lists them as kinds of data of their own keeps them.
  const kept = (isStated: boolean) => uses.video === true && isStated;
  const plates = anyOf([uses.plate_recognition, kept(statesKind(view, "plates"))]);
  return {
    video_raw: uses.video,
    plate_no_hit: plates,
    plate_hit: plates,
    face_template_no_match: oneToMany(view),
    face_template_enrolled: anyOf([uses.identification, kept(statedFeatures(view).length > 0)]),
    thermal_reading: heatOfPeople(view),
    access_log: aboutPeople(view),
    decision_log: actuation.value === undefined ? undefined : textAt(actuation) === "autonomous",
  };
}
