import { groupBy } from "../facts/group-by.ts";
import { onceFor } from "../facts/once-for.ts";
import type { Manifest } from "../model/document.ts";
import type { Surroundings } from "../model/surroundings.ts";
import { byText } from "./by-text.ts";
import { linkTargets } from "./link-targets.ts";

/**
 * The manifests of a set that the facts of one may rest on, itself in its place among them: those with its id or
 * linked with it in either direction. Found by index, so that asking for each of many manifests costs no pass over all.
 */
export function linkedWith(manifest: Manifest, surroundings: Surroundings): readonly Manifest[] {
  const byName = manifestsByName(surroundings);
  const names = [manifest.value.metadata.id, ...linkTargets(manifest)];
  const linked = new Set(names.flatMap((name) => byName.get(name) ?? []));
  const others = [...linked].filter(({ file }) => file !== manifest.file);
  return [...others, manifest].sort((a, b) => byText(a.file, b.file));
}

/** Manifests by their ids and by those they link to. */
const manifestsByName = onceFor(({ manifests }: Surroundings): ReadonlyMap<string, readonly Manifest[]> => {
  const named = manifests.flatMap((manifest) =>
    [manifest.value.metadata.id, ...linkTargets(manifest)].map((name) => ({ name, manifest })),
  );
  const groups = groupBy(named, ({ name }) => name);
  return new Map([...groups].map(([name, group]) => [name, group.map(({ manifest }) => manifest)]));
});
