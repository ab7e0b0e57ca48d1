import type { Manifest } from "../model/document.ts";

/** Where the links of a manifest lead to, as written. */
export function linkTargets({ value }: Manifest): readonly string[] {
  const links = value.system?.interfaces;
  return Array.isArray(links) ? links.flatMap(({ to }) => to ?? []) : [];
}
