import type { Document } from "../model/document.ts";
import type { PlanDocument } from "../model/generated/plan.ts";
import type { RegistryDocument } from "../model/generated/registry.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Language } from "../model/language.ts";
import { type Say, sayIn } from "../render/words.ts";
import type { CheckedPolicies } from "../rules/checked-policies.ts";
import type { Addresses } from "./addresses.ts";
import { type Register, registerOf } from "./vendors/register.ts";
import { type SiteSay, siteSay } from "./words.ts";

/** Everything the pages are made of: no date, so that no page is out of date by the clock. */
export interface SiteInput {
  readonly policies: CheckedPolicies;
  readonly plan: Document<PlanDocument> | undefined;
  /** Text of `README.md` beside each policy, by the id of the policy; missing where there is none. */
  readonly prose: ReadonlyMap<string, string>;
  readonly registry: readonly Document<RegistryDocument>[];
  /** Waivers and standing approvals. */
  readonly waivers: readonly Document<WaiverDocument>[];
}

/** What every part of one page shares. */
export interface PageSetting extends SiteInput {
  readonly language: Language;
  readonly say: SiteSay;
  /** The words of rendered reports, which pages share with findings. */
  readonly words: Say;
  readonly register: Register;
  readonly addresses: Addresses;
}

/** What the parts of a page share in one language, in the rendering the addresses belong to. */
export function settingIn(language: Language, input: SiteInput, addresses: Addresses): PageSetting {
  const register = registerOf(input.registry);
  return { ...input, language, say: siteSay(language), words: sayIn(language), register, addresses };
}
