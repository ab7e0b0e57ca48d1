import type { Document, Manifest } from "../model/document.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { follow, rootOf } from "./place.ts";
import { textAt } from "./read.ts";
import { sameWords } from "./same-words.ts";
import { manifestsById } from "./surroundings-index.ts";

/** The manifest a waiver or standing approval is for, where the office that owns the system is the one that approved it. */
export function ownApprover(
  decision: Document<WaiverDocument>,
  surroundings: Surroundings,
): Manifest | undefined {
  const approver = textAt(follow(rootOf(decision), "approved_by.role"));
  return manifestsById(surroundings)
    .get(decision.value.manifest)
    ?.find((manifest) => sameWords(textAt(follow(rootOf(manifest), "metadata.owner.role")), approver));
}
