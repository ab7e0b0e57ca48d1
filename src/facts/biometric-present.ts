import type { Cell } from "../model/row.ts";
import { decided } from "./cells.ts";
import { contradicted } from "./contradicted.ts";
import { functionsInUse } from "./functions-in-use.ts";
import type { ManifestView } from "./manifest-view.ts";
import { follow } from "./place.ts";
import { flagAt } from "./read.ts";
import { statedFeatures } from "./stated-kinds.ts";

/** As written; unknown where a system that films keeps features of faces or bodies and is said to have nothing that takes them. */
export function biometricPresent(view: ManifestView): Cell {
  const place = follow(view.root, "system.functions.biometric_capability.present");
  const present = flagAt(place);
  const uses = functionsInUse(view);
  const others = uses.video === true && uses.identification === false ? statedFeatures(view) : [];
  return present === false && others.length > 0 ? contradicted(place.at, others) : decided(present, place.at);
}
