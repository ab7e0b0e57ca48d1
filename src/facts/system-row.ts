import type { Cell, Row } from "../model/row.ts";
import { accessUsers } from "./access-users.ts";
import { biometricLock } from "./biometric-lock.ts";
import { biometricPresent } from "./biometric-present.ts";
import { known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import { declaredLinks } from "./declared-links.ts";
import { giftOrDiscount } from "./gift-or-discount.ts";
import type { ManifestView } from "./manifest-view.ts";
import { ownerReviewsOwn } from "./owner-reviews.ts";
import { follow } from "./place.ts";
import { SYSTEM_ASSESSMENT } from "./system-assessment.ts";
import { SYSTEM_DATES } from "./system-dates.ts";
import { SYSTEM_GOVERNANCE } from "./system-governance.ts";
import { TIER_INPUTS } from "./tier-inputs.ts";
import { subjectTexts } from "./value-texts.ts";

const DERIVED: Readonly<Record<string, (view: ManifestView) => Cell>> = {
  ...TIER_INPUTS,
  ...SYSTEM_DATES,
  ...SYSTEM_GOVERNANCE,
  ...SYSTEM_ASSESSMENT,
  "system.access_users": accessUsers,
  "system.biometric_lock": biometricLock,
  "system.biometric_present": biometricPresent,
  "system.gift": giftOrDiscount,
  "system.links": declaredLinks,
  "system.owner_reviews_own": ownerReviewsOwn,
};

/** The row of a whole system; of a view with one site, the system as it would be with that site alone. */
export function systemRow(view: ManifestView): Row {
  const row = createRow({
    view,
    subject: "system",
    key: "system",
    title: subjectTexts("system"),
    pointer: "",
    written: true,
    place: view.root,
    facts: DERIVED,
    derive: { "system.tier": () => known(view.tier(row), follow(view.root, "system.functions").at) },
    scopes: { system: () => row },
  });
  return row;
}
