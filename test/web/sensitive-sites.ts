import type { Manifest } from "../../src/model/document.ts";

/** Positions that the public site must not show: the site is sensitive, or does not say whether it is. */
export function sensitiveSites(
  manifests: readonly Manifest[],
): readonly { readonly file: string; readonly lat: number; readonly lon: number }[] {
  return manifests.flatMap(({ file, value: { system } }) =>
    (Array.isArray(system?.sites) ? system.sites : []).flatMap(({ lat, lon, sensitive_kinds: kinds }) => {
      const isOpen = kinds === "none" || (Array.isArray(kinds) && kinds.length === 0);
      return !isOpen && typeof lat === "number" && typeof lon === "number" ? [{ file, lat, lon }] : [];
    }),
  );
}
