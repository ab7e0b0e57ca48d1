import type { SiteInput } from "./page-setting.ts";

/** The pages beside those of policies, by name: no policy may have one of them as its id. */
export const OWN_PAGES = ["vendors", "waivers", "changes", "plan"] as const;

export type OwnPage = (typeof OWN_PAGES)[number];

/** Those there is something to show for: a register without entries and a plan nobody wrote have no page. */
export function ownPages({ registry, plan }: SiteInput): readonly OwnPage[] {
  const missing = {
    vendors: registry.length === 0,
    waivers: false,
    changes: false,
    plan: plan === undefined,
  };
  return OWN_PAGES.filter((page) => !missing[page]);
}
