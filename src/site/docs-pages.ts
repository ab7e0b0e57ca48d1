import { LANGUAGES } from "../model/language.ts";
import { changesPage } from "./changes/changes-page.ts";
import { indexPage } from "./index-page.ts";
import { markdownAddresses } from "./markdown-addresses.ts";
import { type OwnPage, ownPages } from "./own-pages.ts";
import type { Page } from "./page.ts";
import { type PageSetting, type SiteInput, settingIn } from "./page-setting.ts";
import { planPage } from "./plan/plan-page.ts";
import { policyPage } from "./policy-page.ts";
import { vendorsPage } from "./vendors/vendors-page.ts";
import { waiversPage } from "./waivers-page.ts";

/** Every page of the docs in each language: one for each policy, the registers, the plan and the index. Equal input gives equal bytes. */
export function docsPages(input: SiteInput): readonly Page[] {
  return LANGUAGES.flatMap((language) => {
    const setting = settingIn(language, input, markdownAddresses(language));
    return [
      indexPage(setting),
      ...ownPages(setting).map((name) => MAKE[name](setting)),
      ...input.policies.policies.map((policy) => policyPage(policy, setting)),
    ];
  }).sort((a, b) => (a.file < b.file ? -1 : 1));
}

const MAKE: Readonly<Record<OwnPage, (setting: PageSetting) => Page>> = {
  vendors: vendorsPage,
  waivers: waiversPage,
  changes: changesPage,
  plan: planPage,
};
