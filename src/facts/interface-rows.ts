import type { Cell, Row } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import type { FactBase } from "./fact-base.ts";
import { isMirrored, linkTarget } from "./interface-target.ts";
import { listRows } from "./list-rows.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, type Place } from "./place.ts";
import { textAt } from "./read.ts";
import { recipientKind } from "./recipient-kind.ts";

/** The links to other systems and parties; one blank link where the list is blank. */
export function interfaceRows(base: FactBase): readonly Row[] {
  return listRows(base, {
    subject: "interface",
    path: "system.interfaces",
    nameOf: (link) => textAt(child(link, "to")),
    derive: (link) => ({
      "interface.recipient": () => recipient(base.view, link),
      "interface.target": () => linkTarget(base.view, link),
      "interface.mirrored": () => isMirrored(base.view, link),
    }),
  });
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

/** Another system of the same municipality is its own; of another municipality or a ministry, a public body's. */
function manifestOwner(view: ManifestView, target: string) {
  if (target.includes(":")) return undefined;
  const home = textAt(follow(view.root, "metadata.id"))?.split("-").slice(0, 2).join("-");
  return home !== undefined && target.startsWith(`${home}-`) ? "own" : "public_body";
}
