import type { Cell, Row } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import { expectedFeeds } from "./expected-feeds.ts";
import { expectedLinks } from "./expected-links.ts";
import type { FactBase } from "./fact-base.ts";
import { isMirrored, linkTarget } from "./interface-target.ts";
import { listRows } from "./list-rows.ts";
import { manifestOwner } from "./manifest-owner.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, type Place } from "./place.ts";
import { textAt } from "./read.ts";
import { recipientKind } from "./recipient-kind.ts";

/** The links to other systems and parties, those included that only the other end or the access matrix declares; one blank link where the list is blank. */
export function interfaceRows(base: FactBase): readonly Row[] {
  const declared = listRows(base, {
    subject: "interface",
    path: "system.interfaces",
    nameOf: (link) => textAt(child(link, "to")),
    derive: (link) => ({
      "interface.recipient": () => recipient(base.view, link),
      "interface.target": () => linkTarget(base.view, link),
      "interface.mirrored": () => isMirrored(base.view, link),
    }),
  });
  return [...declared, ...expectedLinks(base), ...expectedFeeds(base)];
}

/** By the reference and as declared; where the two differ, or neither says, it is unknown. */
function recipient(view: ManifestView, link: Place): Cell {
  const to = child(link, "to");
  const target = textAt(to);
  const byReference =
    target === undefined ? undefined : (recipientKind(target) ?? manifestOwner(view, target));
  const declared = textAt(child(link, "recipient"));
  if (byReference !== undefined && declared !== undefined && byReference !== declared) return blank(to.at);
  return known(target === undefined ? undefined : (byReference ?? declared), to.at);
}
