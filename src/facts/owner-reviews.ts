import type { Cell } from "../model/row.ts";
import type { FilePlace } from "../model/surroundings.ts";
import { blank, known } from "./cells.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, type Place, rootOf } from "./place.ts";
import { textAt } from "./read.ts";
import { sameWords } from "./same-words.ts";
import { waiversByGroup, waiversByManifest } from "./surroundings-index.ts";

/** Somebody who approves: an office, its mailbox where one is known, and where that is written. */
interface Approver {
  readonly role: string | undefined;
  readonly email: string | undefined;
  readonly place: FilePlace;
}

/**
 * Whether the owner of a system is among those who approve it: the national coordinator, those who approved
 * a waiver or standing approval for it, and those who approved one in the group that reviews it. The same
 * mailbox or the same office is the same reviewer; what is blank of the owner may be anybody's.
 */
export function ownerReviewsOwn(view: ManifestView): Cell {
  const owner = follow(view.root, "metadata.owner");
  const [role, email] = [child(owner, "role"), child(owner, "email")];
  const approvers = approversOf(view);
  const byMail = approvers.find((one) => sameWords(one.email, textAt(email)));
  const found = byMail ?? approvers.find((one) => sameWords(one.role, textAt(role)));
  if (found !== undefined)
    return known(true, byMail === undefined ? role.at : email.at, { elsewhere: [found.place] });
  const open =
    (textAt(role) === undefined && approvers.some((one) => one.role !== undefined)) ||
    (textAt(email) === undefined && approvers.some((one) => one.email !== undefined));
  return open || owner.value === undefined ? blank(owner.at) : known(false, owner.at);
}

function approversOf(view: ManifestView): readonly Approver[] {
  const { surroundings, root } = view;
  const { plan } = surroundings;
  const id = textAt(follow(root, "metadata.id")) ?? "";
  const group = textAt(follow(root, "metadata.reviewer_group"));
  const decisions = new Set([
    ...(waiversByManifest(surroundings).get(id) ?? []),
    ...((group && waiversByGroup(surroundings).get(group)) || []),
  ]);
  return [
    ...(plan === undefined ? [] : [approver(plan.file, follow(rootOf(plan), "coordinator"))]),
    ...[...decisions].map((decision) => approver(decision.file, child(rootOf(decision), "approved_by"))),
  ];
}

function approver(file: string, place: Place): Approver {
  return {
    role: textAt(child(place, "role")),
    email: textAt(child(place, "email")),
    place: { file, at: place.at },
  };
}
