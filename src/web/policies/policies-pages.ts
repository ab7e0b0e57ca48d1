import type { Language } from "../../model/language.ts";
import type { SiteContext } from "../site-context.ts";
import type { SitePage } from "../site-page.ts";
import { policiesPage } from "./policies-page.ts";
import { policyPage } from "./policy-page.ts";

/** The list of policies, and a page for each. */
export function policiesPages(context: SiteContext, language: Language): readonly SitePage[] {
  const { policies } = context.bundle.policies;
  return [
    policiesPage(context, language),
    ...policies.map((policy) => policyPage(policy, context, language)),
  ];
}
