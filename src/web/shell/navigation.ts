/** The pages that lead to all others, in groups, in the order people look for them. */
export const NAVIGATION = {
  rules: ["check", "policies", "rules", "plan", "coverage"],
  deployed: ["", "municipalities", "systems", "vendors"],
  decisions: ["changes", "waivers", "arrangements"],
  about: ["guides", "data", "glossary", "accessibility", "about"],
} as const;

export type NavigationGroup = keyof typeof NAVIGATION;
export type NavigationPath = (typeof NAVIGATION)[NavigationGroup][number];

/** Those that stand at the head of every page. */
export const HEAD_NAVIGATION: readonly NavigationPath[] = [
  "",
  "check",
  "policies",
  "rules",
  "municipalities",
  "vendors",
  "changes",
];

/** Where a page belongs: the entry whose pages it is among. */
export function sectionOf(path: string): string {
  return path.split("/")[0] ?? "";
}
