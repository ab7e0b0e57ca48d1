import { LANGUAGES } from "../model/language.ts";
import { indexPage } from "./index-page.ts";
import type { Page } from "./page.ts";
import { type SiteInput, settingIn } from "./page-setting.ts";
import { policyPage } from "./policy-page.ts";

/** Every page of the policy docs: one for each policy in each language, and the index. Equal input gives equal bytes. */
export function policyPages(input: SiteInput): readonly Page[] {
  const pages = LANGUAGES.flatMap((language) => {
    const setting = settingIn(language, input);
    return input.policies.policies.map((policy) => policyPage(policy, setting));
  });
  return [...pages, indexPage(settingIn("en", input))].sort((a, b) => (a.file < b.file ? -1 : 1));
}
