import type { Cell } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import { contradicted } from "./contradicted.ts";
import type { ManifestView } from "./manifest-view.ts";
import { follow, type Place } from "./place.ts";
import { flagAt, textAt, wordsAt } from "./read.ts";

/**
 * As written; unknown where it is denied of a contract by gift, or by a method nobody states, of a gift accepted on a
 * day or from somebody, and of a donation.
 */
export function giftOrDiscount(view: ManifestView): Cell {
  const place = follow(view.root, "supply_chain.gift.is_gift_or_discount");
  const flag = flagAt(place);
  if (flag !== false) return known(flag, place.at);
  const others = SIGNS.map(([path, isSign]) => ({ sign: follow(view.root, path), isSign }))
    .filter(({ sign, isSign }) => isSign(sign))
    .map(({ sign }) => sign);
  if (others.length > 0) return contradicted(place.at, others);
  const method = follow(view.root, METHOD);
  return method.value === undefined ? { ...blank(method.at), stated: true } : known(false, place.at);
}

const METHOD = "supply_chain.contract.method";

const SIGNS: readonly (readonly [path: string, isSign: (place: Place) => boolean])[] = [
  [METHOD, (method) => textAt(method) === "gift"],
  ["metadata.milestones.gift_accepted_on", (accepted) => textAt(accepted) !== undefined],
  ["supply_chain.gift.giver", (giver) => textAt(giver) !== undefined],
  ["supply_chain.contract.funding", (funding) => wordsAt(funding)?.has("donation") === true],
];
