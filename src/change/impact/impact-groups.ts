import type { DatedImpact, Flip, FlipKind, ImpactGroup } from "../../model/impact.ts";

/** Flips counted by municipality, by tier and by vendor, those with most systems first. */
export function impactGroups(flips: readonly Flip[], nameOf: (vendor: string) => string): DatedImpact["by"] {
  return {
    municipality: groups(flips, ({ municipality: of }) =>
      of === null ? [] : [{ key: of.cbs_code, name: of.name }],
    ),
    tier: groups(flips, ({ tier }) => (tier === null ? [] : [{ key: tier, name: tier }])),
    vendor: groups(flips, ({ vendors }) => vendors.map((key) => ({ key, name: nameOf(key) }))),
  };
}

interface Member {
  readonly key: string;
  readonly name: string;
}

function groups(
  flips: readonly Flip[],
  membersOf: (flip: Flip) => readonly Member[],
): readonly ImpactGroup[] {
  const found = new Map<string, { readonly name: string; readonly flips: Flip[] }>();
  for (const flip of flips) {
    for (const { key, name } of membersOf(flip)) {
      const group = found.get(key) ?? { name, flips: [] };
      group.flips.push(flip);
      found.set(key, group);
    }
  }
  const all = [...found].map(([key, group]): ImpactGroup => {
    const count = (kind: FlipKind) => group.flips.filter((flip) => flip.kind === kind).length;
    return {
      key,
      name: group.name,
      systems: new Set(group.flips.map(({ file }) => file)).size,
      flips: {
        "newly-failing": count("newly-failing"),
        "newly-unknown": count("newly-unknown"),
        "newly-passing": count("newly-passing"),
        changed: count("changed"),
      },
    };
  });
  return all.sort((a, b) => b.systems - a.systems || (a.key < b.key ? -1 : 1));
}
