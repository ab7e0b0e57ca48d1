import type { Cell } from "../model/row.ts";
import { NONE } from "../model/value.ts";
import { blank, known } from "./cells.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow } from "./place.ts";
import { isNone, textAt } from "./read.ts";

/** What keeps the biometric capability off: as `locked_by` says, else `described` where `disabled_how` says it in words. */
export function biometricLock(view: ManifestView): Cell {
  const capability = follow(view.root, "system.functions.biometric_capability");
  const lock = child(capability, "locked_by");
  if (isNone(lock)) return known(NONE, lock.at);
  const kind = textAt(lock);
  if (kind !== undefined) return known(kind, lock.at);
  const words = child(capability, "disabled_how");
  if (isNone(words)) return known(NONE, words.at);
  return textAt(words) === undefined ? blank(lock.at) : known("described", words.at);
}
