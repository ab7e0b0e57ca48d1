import type { Manifest } from "../model/document.ts";
import type { Row } from "../model/row.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import { type FactBase, factBase } from "./fact-base.ts";
import { FILE_STEPS } from "./file-steps.ts";
import { groupBy } from "./group-by.ts";
import { sameKind } from "./interface-target.ts";
import { manifestOwner } from "./manifest-owner.ts";
import { onceFor } from "./once-for.ts";
import { child, follow, items, type Place, rootOf } from "./place.ts";
import { textAt } from "./read.ts";

/** A link as the manifest at its other end declares it. */
interface Declared {
  readonly manifest: Manifest;
  readonly link: Place;
  readonly to: string;
}

/** The links of all manifests that stand, by where they lead to. */
const linksByTarget = onceFor(({ manifests }: Surroundings) =>
  groupBy<Declared>(
    manifests
      .filter(({ value }) => value.metadata.status !== "decommissioned")
      .flatMap((manifest) =>
        (items(follow(rootOf(manifest), "system.interfaces")) ?? []).flatMap((link) => {
          const to = textAt(child(link, "to"));
          return to === undefined ? [] : [{ manifest, link, to }];
        }),
      ),
    ({ to }) => to,
  ),
);

/**
 * The links that other manifests declare towards this one and that it does not declare, once for each manifest
 * and what passes. None where its list or the end of a link is blank, which is judged as such, none where a
 * link of its own to the same manifest finds no answer there, and none where the other is of a tier that asks
 * for both ends: there each is a finding already.
 */
export function expectedLinks({ view, system }: FactBase): readonly Row[] {
  const list = follow(view.root, "system.interfaces");
  const own = items(list);
  const home = textAt(follow(view.root, "metadata.id"));
  if (home === undefined || own?.some((link) => child(link, "to").value === undefined) !== false) return [];
  const towards = (linksByTarget(view.surroundings).get(home) ?? []).filter(
    ({ manifest }) => manifest.value.metadata.id !== home,
  );
  const byManifest = groupBy(towards, ({ manifest }) => manifest.value.metadata.id);
  return [...byManifest].flatMap(([id, theirs]) => {
    const isFoundThere = theirs.every(({ manifest }) => {
      const other = tierOf(factBase(rootOf(manifest), view).system());
      return other !== undefined && other >= BOTH_ENDS;
    });
    if (isFoundThere) return [];
    const ours = own.filter((link) => textAt(child(link, "to")) === id);
    if (ours.some((link) => !theirs.some((other) => sameKind(other.link, link)))) return [];
    const missing = theirs.filter(({ link }) => !ours.some((one) => sameKind(one, link)));
    const byKind = groupBy(missing, ({ link }) => textAt(child(link, "kind"))?.toLowerCase() ?? "");
    return [...byKind].map(([kind, declared]) => {
      const elsewhere = declared.map(({ manifest, link }) => ({ file: manifest.file, at: link.at }));
      const row: Row = createRow({
        view,
        subject: "interface",
        key: `${id} ${kind}`,
        title: id,
        pointer: list.at,
        written: false,
        place: { value: undefined, at: list.at },
        derive: {
          "interface.recipient": () => known(manifestOwner(view, id), list.at),
          "interface.target": () => known("manifest", list.at, { elsewhere }),
          "interface.mirrored": () =>
            known(false, list.at, { path: [FILE_STEPS.declaredThere(id)], elsewhere }),
        },
        scopes: { system, interface: () => row },
      });
      return row;
    });
  });
}

/** The tier from which INV-06 asks a system for its links at both ends. */
const BOTH_ENDS = "T3";

function tierOf(system: Row): string | undefined {
  const { value } = system.cell("system.tier");
  return typeof value === "string" ? value : undefined;
}
