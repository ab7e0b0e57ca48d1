import type { ManifestView } from "./manifest-view.ts";
import { follow } from "./place.ts";
import { wordsAt } from "./read.ts";

/** Whether the contract says that money from abroad pays for it. */
export function isFundedAbroad(view: ManifestView): boolean {
  const funding = wordsAt(follow(view.root, "supply_chain.contract.funding"));
  return funding?.has("foreign_loan") === true || funding?.has("foreign_grant") === true;
}
